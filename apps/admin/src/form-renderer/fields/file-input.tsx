import AttachIcon from '@mui/icons-material/AttachFile';
import CloseIcon from '@mui/icons-material/Close';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { fileFault, fileFaultText, sizeText, type FileFault } from '@reglament/forms';
import { useRef, useState } from 'react';
import type { FrameIds } from '../field-frame.js';
import { useForm, useMessages } from '../form-context.js';
import type { FieldOf, FileValue } from '../lookups.js';

const Box = styled('div')(({ theme }) => ({
  display: 'flex', flexDirection: 'column', gap: 6, alignItems: 'flex-start',
  '&[data-over]': { outline: `2px dashed ${theme.palette.primary.main}`, outlineOffset: 4 },
}));
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, width: '100%' });
const Item = styled('li')(({ theme }) => ({ ...theme.typography.body2, display: 'flex', alignItems: 'center', gap: 4, '& > a, & > span': { minWidth: 0, overflowWrap: 'anywhere' } }));

interface FileInputProps {
  readonly field: FieldOf<'file'> | FieldOf<'files'>;
  readonly ids: FrameIds;
  readonly files: readonly FileValue[];
  readonly multiple: boolean;
  readonly onFiles: (files: readonly FileValue[]) => void;
  readonly onLeave: () => void;
}

/** Takes files by button or by dropping, sends each to the server at once and holds what the server calls it. */
export function FileInput({ field, ids, files, multiple, onFiles, onLeave }: FileInputProps) {
  const { locale } = useForm();
  const messages = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { uploads, problem, send } = useUploads(field, (file) => onFiles(multiple ? [...latest.current, file] : [file]));
  const latest = useRef(files);
  latest.current = files;
  const problemText = (found: UploadProblem): string => {
    return found.kind === 'failed' ? messages.uploadFailed(found.name) : fileFaultText(found.kind, { ...field, maxBytes: found.limit }, found.name, locale);
  };
  return (
    <Box
      data-over={over ? '' : undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); send([...event.dataTransfer.files].slice(0, multiple ? undefined : 1)); }}
    >
      <FileList files={files} onRemove={(file) => onFiles(files.filter((other) => other !== file))} />
      {[...uploads].map(([name, share]) => (
        <div key={name} style={{ width: '100%' }}>
          <Typography variant="body2">{messages.uploading(name)}</Typography>
          <LinearProgress variant="determinate" value={share * 100} aria-label={messages.uploading(name)} />
        </div>
      ))}
      {problem === null ? null : <Typography variant="body2" color="error" role="alert">{problemText(problem)}</Typography>}
      {!multiple && files.length > 0 ? null : (
        <Button id={ids.input} aria-describedby={ids.describedBy} aria-labelledby={`${ids.label} ${ids.input}`} size="small" variant="outlined" startIcon={<AttachIcon />} onClick={() => input.current?.click()} onBlur={onLeave}>
          {files.length > 0 ? messages.attachMore : messages.attach}
        </Button>
      )}
      <input
        ref={input} type="file" hidden multiple={multiple} accept={field.accept?.join(',')}
        onChange={(event) => { send([...(event.target.files ?? [])]); event.target.value = ''; }}
      />
    </Box>
  );
}

export function FileList({ files, onRemove }: { readonly files: readonly FileValue[]; readonly onRemove?: (file: FileValue) => void }) {
  const { lookups, locale } = useForm();
  const messages = useMessages();
  if (files.length === 0) return null;
  return (
    <List>
      {files.map((file) => (
        <Item key={file.id + file.name}>
          <Link href={lookups.fileUrl(file.id)} target="_blank" rel="noopener">{file.name}</Link>
          {file.size === undefined ? null : <Typography variant="caption" color="text.secondary" component="span">{sizeText(file.size, locale)}</Typography>}
          {onRemove === undefined ? null : <IconButton size="small" aria-label={messages.removeFile(file.name)} onClick={() => onRemove(file)}><CloseIcon fontSize="inherit" /></IconButton>}
        </Item>
      ))}
    </List>
  );
}

type UploadProblem = { readonly kind: FileFault; readonly name: string; readonly limit: number } | { readonly kind: 'failed'; readonly name: string };

function useUploads({ accept, maxBytes }: Pick<FieldOf<'file'>, 'accept' | 'maxBytes'>, onDone: (file: FileValue) => void) {
  const { lookups } = useForm();
  const [uploads, setUploads] = useState<ReadonlyMap<string, number>>(new Map());
  const [problem, setProblem] = useState<UploadProblem | null>(null);
  const progress = (name: string, share: number | null) => setUploads((before) => {
    const after = new Map(before);
    if (share === null) after.delete(name);
    else after.set(name, share);
    return after;
  });
  const send = (chosen: readonly File[]) => {
    setProblem(null);
    const limit = Math.min(maxBytes ?? Infinity, lookups.maxFileBytes ?? Infinity);
    for (const file of chosen) {
      const fault = fileFault({ ...(accept && { accept }), maxBytes: limit }, file);
      if (fault) {
        setProblem({ kind: fault, name: file.name, limit });
        continue;
      }
      progress(file.name, 0);
      lookups.uploadFile(file, (share) => progress(file.name, share), new AbortController().signal)
        .then(onDone, () => setProblem({ kind: 'failed', name: file.name }))
        .finally(() => progress(file.name, null));
    }
  };
  return { uploads, problem, send };
}
