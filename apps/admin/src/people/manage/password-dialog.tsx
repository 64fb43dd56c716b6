import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { PersonAccount } from '@reglament/contracts';
import { useNotify, useTranslate } from 'react-admin';
import { Facts } from '../../common/facts.js';

/** The first password, once: it is kept nowhere, and who loses it is given another. */
export function PasswordDialog({ account: { person, password }, onClose }: { readonly account: PersonAccount; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${person.login ?? ''}\n${password ?? ''}`);
    notify('account.copied', { type: 'success' });
  };
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="password-title">
      <DialogTitle id="password-title">{translate('account.given', { name: person.fullName })}</DialogTitle>
      <DialogContent>
        <Box component="p" sx={{ mb: 2, color: 'text.secondary' }}>{translate('account.once')}</Box>
        <Facts facts={[
          { label: translate('session.login'), value: <b>{person.login}</b> },
          { label: translate('session.password'), value: <Box component="b" sx={{ fontSize: '1.0625rem', letterSpacing: '.04em', userSelect: 'all' }}>{password}</Box> },
        ]} />
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void copy()} sx={{ mr: 'auto' }}>{translate('account.copy')}</Button>
        <Button variant="contained" onClick={onClose} autoFocus>{translate('account.noted')}</Button>
      </DialogActions>
    </Dialog>
  );
}
