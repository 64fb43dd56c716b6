import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { isSessionExpired, markSessionExpired, subscribeExpiry } from '../data/session-expiry.js';
import { useSession } from '../data/use-api.js';
import { SignInForm } from './sign-in-form.js';

/** Signs in again over the page: nothing that was typed is lost, and the same person goes on. */
export function ExpiredDialog() {
  const translate = useTranslate();
  const client = useQueryClient();
  const session = useSession();
  const open = useSyncExternalStore(subscribeExpiry, isSessionExpired);
  if (!open || session === null) return null;
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="expired-title">
      <DialogTitle id="expired-title">{translate('session.expired')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2, color: 'text.secondary' }}>{translate('session.expiredText')}</Typography>
        <SignInForm login={session.login} onSignedIn={() => {
          markSessionExpired(false);
          void client.invalidateQueries();
        }} />
      </DialogContent>
    </Dialog>
  );
}
