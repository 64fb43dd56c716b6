import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useErrorText } from '../data/use-error-text.js';

interface AskDialogProps {
  readonly title: string;
  /** What the button that does it says. */
  readonly verb: string;
  readonly negative?: boolean;
  readonly ready?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question before something is done: fields or a sentence, the refusal in its place, and the two ways out. Enter sends. */
export function AskDialog({ title, verb, negative = false, ready = true, busy, error, onSend, onClose, children }: AskDialogProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !busy) onSend();
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <form onSubmit={submit} noValidate>
        <DialogContent>
          <Stack gap={2} sx={{ pt: 1 }}>
            {error ? <Alert severity="error" role="alert">{errorText(error)}</Alert> : null}
            {children}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="secondary" disabled={busy} onClick={onClose}>{translate('action.cancel')}</Button>
          <Button type="submit" variant="contained" color={negative ? 'error' : 'primary'} disabled={!ready || busy}>{verb}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
