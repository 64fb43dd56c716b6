import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useErrorText } from '../data/use-error-text.js';
import { reloadSession } from '../data/session-store.js';

const SHORTEST = 8;
const empty = { current: '', next: '', again: '' };

export default function PasswordPage() {
  const translate = useTranslate();
  const errorText = useErrorText();
  const [values, setValues] = useState(empty);
  const change = useAction(
    (body: { current: string; next: string }, idempotencyKey) => api('/session/password', { method: 'POST', body, idempotencyKey }),
    { done: 'session.passwordChanged', onRefused: () => true, onDone: () => { setValues(empty); void reloadSession(); } },
  );
  const short = values.next !== '' && values.next.length < SHORTEST;
  const differs = values.again !== '' && values.again !== values.next;
  const ready = values.current !== '' && values.next.length >= SHORTEST && values.again === values.next;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) change.mutate({ current: values.current, next: values.next });
  };
  const field = (name: keyof typeof empty, autoComplete: string, error: string | null) => (
    <TextField type="password" size="medium" required label={translate(`session.${name}Password`)} value={values[name]} error={error !== null} helperText={error ?? ' '}
      onChange={(event) => setValues({ ...values, [name]: event.target.value })} slotProps={{ htmlInput: { autoComplete, maxLength: 200 } }} />
  );
  return (
    <Page title={translate('session.passwordTitle')}>
      <Section>
        <Stack component="form" onSubmit={submit} gap={1} sx={{ maxWidth: 420 }} noValidate>
          {change.error ? <Alert severity="error" role="alert" sx={{ mb: 1 }}>{errorText(change.error)}</Alert> : null}
          {field('current', 'current-password', null)}
          {field('next', 'new-password', short ? translate('session.tooShort', { count: SHORTEST }) : null)}
          {field('again', 'new-password', differs ? translate('session.differs') : null)}
          <Button type="submit" variant="contained" disabled={!ready || change.isPending} sx={{ alignSelf: 'start' }}>{translate('session.changePassword')}</Button>
        </Stack>
      </Section>
    </Page>
  );
}
