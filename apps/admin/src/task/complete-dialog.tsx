import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { CompleteTask, Finding, OutcomeView, TaskView } from '@reglament/contracts';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { problemOf } from '../data/problem.js';
import { useErrorText } from '../data/use-error-text.js';
import type { FormData } from './form-port.js';
import { RegisterSummary } from './register-summary.js';
import { SignSummary } from './sign-summary.js';

export interface Completion {
  readonly outcome: OutcomeView;
  readonly data: FormData | undefined;
  readonly warnings: readonly Finding[];
}

interface CompleteDialogProps {
  readonly task: TaskView;
  readonly completion: Completion;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSend: (body: CompleteTask) => void;
}

/** Whether a person has to be asked anything before this outcome is sent. */
export function needsDialog(task: TaskView, { outcome, warnings }: Completion): boolean {
  return outcome.returnTo !== undefined || outcome.remark !== null || outcome.confirm !== null || warnings.length > 0 || (task.operation !== null && !outcome.skipForm);
}

/** Everything that one outcome still asks for, in one dialog: confirmation, reasons, remark, what is signed or which number is taken. */
export function CompleteDialog({ task, completion, busy, error, onClose, onSend }: CompleteDialogProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const [remark, setRemark] = useState('');
  const [password, setPassword] = useState('');
  const [returnTo, setReturnTo] = useState(completion.outcome.returnTo?.[0]?.key ?? '');
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const fields = useRef<HTMLFormElement>(null);
  const { outcome, data, warnings } = completion;
  const signs = task.operation === 'sign' && !outcome.skipForm;
  const registers = task.operation === 'register' && !outcome.skipForm;
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const missingRemark = outcome.remark === 'required' && remark.trim() === '';
  const missingReason = (code: string): boolean => (reasons[code] ?? '').trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missingRemark || codes.some(missingReason) || (signs && password === '')) {
      // The first field that lacks something gets the focus, once its message stands.
      requestAnimationFrame(() => fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    onSend({
      outcome: outcome.key, ...(returnTo === '' ? {} : { returnTo }), ...(data === undefined ? {} : { data }), ...(remark.trim() === '' ? {} : { remark: remark.trim() }), ...(signs ? { password } : {}),
      ...(codes.length === 0 ? {} : { warningReasons: Object.fromEntries(codes.map((code) => [code, (reasons[code] ?? '').trim()])) }),
    });
  };
  const serverError = (pointer: string): string | undefined => problemOf(error)?.errors?.find((found) => found.pointer === pointer)?.message;
  const wrongPassword = serverError('/password');
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="complete-title">
      <Stack component="form" ref={fields} onSubmit={submit} noValidate sx={{ minHeight: 0 }}>
        <DialogTitle id="complete-title">{outcome.title}</DialogTitle>
        <DialogContent>
          <Stack gap={2} sx={{ pt: 1 }}>
            {error ? <Alert severity="error" role="alert">{errorText(error)}</Alert> : null}
            {outcome.confirm ? <Typography>{outcome.confirm}</Typography> : null}
            {outcome.returnTo ? (
              <TextField select fullWidth required label={translate('outcome.returnTo')} value={returnTo} onChange={(event) => setReturnTo(event.target.value)}>
                {outcome.returnTo.map(({ key, title }) => <MenuItem key={key} value={key}>{title}</MenuItem>)}
              </TextField>
            ) : null}
            {signs ? <SignSummary task={task} /> : null}
            {registers ? <RegisterSummary task={task} /> : null}
            {codes.map((code) => (
              <div key={code}>
                <Alert severity="warning" sx={{ mb: 1 }}>{warnings.filter((finding) => finding.code === code).map(({ message }) => message).join('; ')}</Alert>
                <TextField fullWidth multiline required label={translate('outcome.reason')} value={reasons[code] ?? ''} error={tried && missingReason(code)} helperText={tried && missingReason(code) ? translate('outcome.reasonNeeded') : undefined}
                  onChange={(event) => setReasons({ ...reasons, [code]: event.target.value })} slotProps={{ htmlInput: { maxLength: 2_000 } }} />
              </div>
            ))}
            {outcome.remark ? (
              <TextField fullWidth multiline minRows={3} autoFocus required={outcome.remark === 'required'} label={translate(outcome.remark === 'required' ? 'outcome.remark' : 'outcome.remarkOptional')} value={remark}
                error={(tried && missingRemark) || serverError('/remark') !== undefined} helperText={serverError('/remark') ?? (tried && missingRemark ? translate('outcome.remarkNeeded') : undefined)}
                onChange={(event) => setRemark(event.target.value)} slotProps={{ htmlInput: { maxLength: 10_000 } }} />
            ) : null}
            {signs ? (
              <TextField fullWidth required autoFocus={outcome.remark === null} type="password" label={translate('outcome.password')} value={password} error={wrongPassword !== undefined || (tried && password === '')} helperText={wrongPassword ?? translate('outcome.passwordHint')}
                onChange={(event) => setPassword(event.target.value)} slotProps={{ htmlInput: { autoComplete: 'current-password', maxLength: 200 } }} />
            ) : null}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy} color="secondary">{translate('action.cancel')}</Button>
          <Button type="submit" variant="contained" color={outcome.tone === 'negative' ? 'error' : 'primary'} disabled={busy}>{outcome.title}</Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
