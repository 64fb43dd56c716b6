import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ActionView } from '@reglament/contracts';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { RowsSkeleton } from '../common/states.js';
import { problemOf } from '../data/problem.js';
import { useErrorText } from '../data/use-error-text.js';
import type { FormData, FormPort } from '../task/form-port.js';
import { FormSlot } from '../task/form-slot.js';

export interface ActionInput {
  readonly data?: FormData;
  readonly remark?: string;
}

interface ActionDialogProps {
  readonly action: ActionView;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSend: (input: ActionInput) => void;
}

/** An action on a case with its form, remark and confirmation. */
export function ActionDialog({ action, busy, error, onClose, onSend }: ActionDialogProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const form = useRef<FormPort>(null);
  const [ready, setReady] = useState(!action.form);
  const [remark, setRemark] = useState('');
  const [tried, setTried] = useState(false);
  const missing = action.remark === 'required' && remark.trim() === '';
  const fieldErrors = problemOf(error)?.errors;
  useEffect(() => {
    if (fieldErrors) form.current?.showServerErrors(fieldErrors);
  }, [fieldErrors]);
  const send = (): void => {
    setTried(true);
    const data = action.form ? (form.current?.submit() ?? null) : undefined;
    if (missing || data === null) return;
    onSend({ ...(data === undefined ? {} : { data }), ...(remark.trim() === '' ? {} : { remark: remark.trim() }) });
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="action-title">
      <DialogTitle id="action-title">{action.title}</DialogTitle>
      <DialogContent>
        <Stack gap={2} sx={{ pt: 1 }}>
          {error ? <Alert severity="error" role="alert">{errorText(error)}</Alert> : null}
          {action.confirm ? <Typography>{action.confirm}</Typography> : null}
          {action.form ? <Suspense fallback={<RowsSkeleton rows={3} />}><FormSlot hash={action.form.hash} data={action.data} port={form} onReady={setReady} /></Suspense> : null}
          {action.remark ? (
            <TextField fullWidth multiline minRows={3} autoFocus={!action.form} required={action.remark === 'required'} label={translate(action.remark === 'required' ? 'outcome.remark' : 'outcome.remarkOptional')} value={remark}
              error={tried && missing} helperText={tried && missing ? translate('outcome.remarkNeeded') : undefined} onChange={(event) => setRemark(event.target.value)} slotProps={{ htmlInput: { maxLength: 10_000 } }} />
          ) : null}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose} disabled={busy}>{translate('action.back')}</Button>
        {/* A field that is left shows its error, and the dialog grows under the pointer: the press must not take the focus, or its click is lost. */}
        <Button variant="contained" color={action.tone === 'negative' ? 'error' : 'primary'} onMouseDown={(event) => event.preventDefault()} onClick={send} disabled={busy || !ready}>{action.title}</Button>
      </DialogActions>
    </Dialog>
  );
}
