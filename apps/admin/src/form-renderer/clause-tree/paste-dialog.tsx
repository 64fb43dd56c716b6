import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { TextArea } from '../fields/text-area.js';
import { useForm, useMessages } from '../form-context.js';
import type { ParsedClauseList } from '../lookups.js';
import type { Clause } from './clause.js';
import { adoptClauses, withoutTypedNumbers } from './adopt-clauses.js';
import { PastePreview } from './paste-preview.js';
import { useClauseTree } from './clause-context.js';

interface PasteDialogProps {
  readonly hasClauses: boolean;
  readonly onClose: () => void;
  readonly onInsert: (clauses: readonly Clause[], replace: boolean) => void;
}

type Stage =
  | { readonly kind: 'text'; readonly problem: string | null } | { readonly kind: 'parsing' }
  | { readonly kind: 'preview'; readonly clauses: readonly Clause[]; readonly parsed: ParsedClauseList };

/** Text with clauses → what was understood of it, old and new numbers side by side → into the tree. Nothing changes before «insert». */
export function PasteDialog({ hasClauses, onClose, onInsert }: PasteDialogProps) {
  const { lookups, store } = useForm();
  const messages = useMessages().clause;
  const { field, clauseNode, maxDepth } = useClauseTree();
  const [text, setText] = useState('');
  const [stage, setStage] = useState<Stage>({ kind: 'text', problem: null });
  const [replace, setReplace] = useState(false);
  const id = useId();

  const parse = async () => {
    setStage({ kind: 'parsing' });
    try {
      const parsed = await lookups.parseClauses?.(text, store.values);
      const clauses = adoptClauses(parsed?.clauses ?? [], field.clauseTypes, clauseNode, maxDepth);
      if (parsed === undefined || clauses.length === 0) setStage({ kind: 'text', problem: messages.nothingParsed });
      else setStage({ kind: 'preview', parsed, clauses });
    } catch {
      setStage({ kind: 'text', problem: messages.parseFailed });
    }
  };

  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={`${id}-title`}>
      <DialogTitle id={`${id}-title`}>{messages.pasteTitle}</DialogTitle>
      <DialogContent>
        {stage.kind === 'preview' ? (
          <>
            <PastePreview clauses={stage.clauses} findings={stage.parsed.findings} summary={stage.parsed.summary} />
            {hasClauses ? (
              <RadioGroup value={replace ? 'replace' : 'append'} onChange={(event) => setReplace(event.target.value === 'replace')}>
                <FormControlLabel value="append" control={<Radio size="small" />} label={messages.append} />
                <FormControlLabel value="replace" control={<Radio size="small" />} label={messages.replaceAll} />
              </RadioGroup>
            ) : null}
          </>
        ) : (
          <>
            <Typography variant="body2" color="text.secondary" id={`${id}-help`} sx={{ mb: 1 }}>{messages.pasteHelp}</Typography>
            <TextArea value={text} invalid={stage.kind === 'text' && stage.problem !== null} minRows={12} inputProps={{ 'aria-label': messages.pasteLabel, 'aria-describedby': `${id}-help`, autoFocus: true, disabled: stage.kind === 'parsing' }} onChange={(event) => setText(event.target.value)} />
            {stage.kind === 'text' && stage.problem !== null ? <Alert severity="error" role="alert" sx={{ mt: 1 }}>{stage.problem}</Alert> : null}
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onClose}>{messages.cancel}</Button>
        {stage.kind === 'preview' ? (
          <>
            <Button onClick={() => setStage({ kind: 'text', problem: null })}>{messages.back}</Button>
            <Button variant="outlined" title={messages.renumberHelp} onClick={() => setStage({ ...stage, clauses: stage.clauses.map(withoutTypedNumbers) })}>{messages.renumber}</Button>
            <Button variant="contained" onClick={() => onInsert(stage.clauses, replace)}>{messages.insert}</Button>
          </>
        ) : (
          <Button variant="contained" disabled={text.trim() === '' || stage.kind === 'parsing'} onClick={() => void parse()}>{stage.kind === 'parsing' ? messages.parsing : messages.parse}</Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
