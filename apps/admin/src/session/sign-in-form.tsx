import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { authProvider } from '../data/auth-provider.js';
import { useErrorText } from '../data/use-error-text.js';

interface SignInFormProps {
  readonly login?: string;
  readonly onSignedIn: () => void;
}

/** Login and password; pasting and password stores work (WCAG 3.3.8). The refusal is said under the fields and read aloud. */
export function SignInForm({ login: known, onSignedIn }: SignInFormProps) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const [login, setLogin] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [visible, setVisible] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await authProvider.login({ login: login.trim(), password });
      onSignedIn();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
    }
  };
  const show = translate(visible ? 'session.hidePassword' : 'session.showPassword');
  return (
    <Stack component="form" gap={2} onSubmit={(event) => void submit(event)} noValidate>
      {error === null ? null : <Alert severity="error" role="alert">{errorText(error)}</Alert>}
      <TextField label={translate('session.login')} value={login} onChange={(event) => setLogin(event.target.value)} size="medium" required autoFocus={known === undefined} disabled={known !== undefined}
        slotProps={{ htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false, maxLength: 200 } }} />
      <TextField label={translate('session.password')} value={password} type={visible ? 'text' : 'password'} onChange={(event) => setPassword(event.target.value)} size="medium" required autoFocus={known !== undefined}
        slotProps={{
          htmlInput: { autoComplete: 'current-password', maxLength: 200 },
          input: { endAdornment: <InputAdornment position="end"><IconButton edge="end" aria-label={show} onClick={() => setVisible(!visible)}>{visible ? <HideIcon /> : <ShowIcon />}</IconButton></InputAdornment> },
        }} />
      <Button type="submit" variant="contained" size="large" disabled={busy}>{translate(busy ? 'session.signingIn' : 'session.signIn')}</Button>
    </Stack>
  );
}
