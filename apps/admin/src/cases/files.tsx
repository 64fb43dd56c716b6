import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import LinearProgress from '@mui/material/LinearProgress';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import type { FileView } from '@reglament/contracts';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslate } from 'react-admin';
import { formatDateTime, formatSize } from '../common/dates.js';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { useLanguage } from '../common/use-language.js';
import { API } from '../data/http.js';
import { useApi } from '../data/use-api.js';
import { colour } from '../theme/tokens.js';
import { useAttach } from './use-attach.js';

/** Files of the case: dragged in or chosen, each with its progress; what is too big is said before it is sent. */
export function Files({ instance }: { readonly instance: string }) {
  const translate = useTranslate();
  const language = useLanguage();
  const query = useApi<readonly FileView[]>(`/process-instances/${instance}/files`);
  const { uploads, attach } = useAttach(instance);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    attach([...event.dataTransfer.files]);
  };
  return (
    <Section>
      <Box onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}
        sx={{ border: `1.5px dashed ${over ? colour.brand : colour.lineStrong}`, bgcolor: over ? colour.brandTint : colour.raised, borderRadius: '12px', p: 2, mb: 2, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Button variant="outlined" startIcon={<UploadIcon />} onClick={() => input.current?.click()}>{translate('files.choose')}</Button>
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{translate('files.hint')}</Box>
        <input ref={input} type="file" multiple hidden aria-label={translate('files.choose')} onChange={(event) => { attach([...(event.target.files ?? [])]); event.target.value = ''; }} />
      </Box>
      {uploads.map(({ id, name, share, error }) => (
        <Box key={id} sx={{ mb: 1 }}>
          {error ? <Alert severity="error" role="alert">{`${name}: ${error}`}</Alert> : <><Box sx={{ fontSize: '0.8125rem' }}>{name}</Box><LinearProgress variant="determinate" value={share * 100} aria-label={translate('files.sending', { name })} /></>}
        </Box>
      ))}
      <QueryView query={query} rows={2}>
        {(files) => files.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('files.empty')}</Box> : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {files.map((file) => (
              <Box component="li" key={file.id} sx={{ display: 'flex', gap: 1.25, py: 1, '& + li': { borderTop: `1px solid ${colour.line}` } }}>
                <FileIcon aria-hidden sx={{ color: 'text.secondary' }} />
                <Box sx={{ minWidth: 0 }}>
                  <a href={`${API}/files/${encodeURIComponent(file.id)}`} download={file.name}>{file.name}</a>
                  <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{[formatSize(file.size, language), file.addedBy.title, formatDateTime(file.at, language)].join(' · ')}</Box>
                </Box>
              </Box>
            ))}
          </Box>
        )}
      </QueryView>
    </Section>
  );
}
