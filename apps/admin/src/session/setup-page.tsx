import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { SessionView, Setup } from '@reglament/contracts';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Navigate, useNavigate } from 'react-router';
import { api } from '../data/http.js';
import { problemOf } from '../data/problem.js';
import { setSession } from '../data/session-store.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';
import { useErrorText } from '../data/use-error-text.js';
import { SessionFrame } from './session-frame.js';

const FIELDS = [
  { name: 'organisation', autoComplete: 'organization', type: 'text' },
  { name: 'fullName', autoComplete: 'name', type: 'text' },
  { name: 'login', autoComplete: 'username', type: 'text' },
  { name: 'password', autoComplete: 'new-password', type: 'password' },
] as const;

/** First run of an empty base: the organisation and its administrator, once. */
export default function SetupPage() {
  const translate = useTranslate();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const state = useApi<{ needed: boolean }>('/setup');
  const [values, setValues] = useState<Setup>({ organisation: '', fullName: '', login: '', password: '' });
  const setUp = useAction((body: Setup, idempotencyKey) => api<SessionView>('/setup', { method: 'POST', body, idempotencyKey }), {
    onRefused: () => true,
    onDone: (session) => {
      setSession(session);
      void navigate('/', { replace: true });
    },
  });
  if (state.data?.needed === false && !setUp.isSuccess) return <Navigate to="/" replace />;
  const fieldError = (name: string): string | null => problemOf(setUp.error)?.errors?.find(({ pointer }) => pointer === `/${name}`)?.message ?? null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setUp.mutate(values);
  };
  return (
    <SessionFrame title={translate('setup.title')} text={translate('setup.text')}>
      {state.data === undefined ? (state.error ? <Alert severity="error">{errorText(state.error)}</Alert> : <CircularProgress aria-label={translate('state.loading')} />) : (
        <Stack component="form" gap={2} onSubmit={submit} noValidate>
          {setUp.error ? <Alert severity="error" role="alert">{errorText(setUp.error)}</Alert> : null}
          {FIELDS.map(({ name, autoComplete, type }, index) => (
            <TextField key={name} size="medium" required type={type} autoFocus={index === 0} label={translate(`setup.${name}`)} value={values[name]} error={fieldError(name) !== null}
              helperText={fieldError(name) ?? (name === 'password' ? translate('setup.passwordHint') : undefined)} onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              slotProps={{ htmlInput: { autoComplete, maxLength: 300 } }} />
          ))}
          <Button type="submit" size="large" variant="contained" disabled={setUp.isPending || FIELDS.some(({ name }) => values[name].trim() === '')}>{translate('setup.create')}</Button>
        </Stack>
      )}
    </SessionFrame>
  );
}
