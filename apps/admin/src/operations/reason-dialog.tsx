import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly verb: string;
  readonly negative?: boolean;
  readonly ready?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (remark: string) => void;
  readonly onClose: () => void;
  /** More to fill in, above the reason. */
  readonly children?: ReactNode;
}

/** An operation is never done without a reason: it stays with the case. */
export function ReasonDialog({ title, text, verb, negative, ready = true, busy, error, onSend, onClose, children }: ReasonDialogProps) {
  const translate = useTranslate();
  const [remark, setRemark] = useState('');
  return (
    <AskDialog title={title} verb={verb} negative={negative} ready={ready && remark.trim() !== ''} busy={busy} error={error} onSend={() => onSend(remark.trim())} onClose={onClose}>
      {text === undefined ? null : <Typography>{text}</Typography>}
      {children}
      <TextField fullWidth multiline minRows={2} required autoFocus={children === undefined} label={translate('operation.reason')} helperText={translate('operation.reasonHelp')} value={remark} onChange={(event) => setRemark(event.target.value)} slotProps={{ htmlInput: { maxLength: 5000 } }} />
    </AskDialog>
  );
}
