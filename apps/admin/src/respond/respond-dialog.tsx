import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { OutcomeView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { fieldErrorOf } from '../data/problem.js';

interface RespondDialogProps {
  readonly outcome: OutcomeView;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (remark: string) => void;
  readonly onClose: () => void;
}

/** What an outcome still asks for before it is sent: a confirmation, a comment. */
export function RespondDialog({ outcome, busy, error, onSend, onClose }: RespondDialogProps) {
  const translate = useTranslate();
  const [remark, setRemark] = useState('');
  const required = outcome.remark === 'required';
  const wrong = fieldErrorOf(error, 'remark');
  return (
    <AskDialog title={outcome.title} verb={outcome.title} negative={outcome.tone === 'negative'} ready={!required || remark.trim() !== ''} busy={busy} error={error} onClose={onClose} onSend={() => onSend(remark.trim())}>
      {outcome.confirm ? <Typography>{outcome.confirm}</Typography> : null}
      {outcome.remark ? <TextField autoFocus multiline minRows={3} required={required} label={translate(required ? 'respond.remark' : 'respond.remarkOptional')} value={remark} error={wrong !== undefined} helperText={wrong} onChange={(event) => setRemark(event.target.value)} slotProps={{ htmlInput: { maxLength: 5_000 } }} /> : null}
    </AskDialog>
  );
}
