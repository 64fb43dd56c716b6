import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { InvitationRow, RenewedLink } from '@reglament/contracts';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';

interface LinkDialogProps { readonly row: InvitationRow; readonly instance: string; readonly onClose: () => void }

/** Asks before the earlier links are made void, then shows the new one, once. */
export function LinkDialog({ row, instance, onClose }: LinkDialogProps) {
  const translate = useTranslate();
  const [link, setLink] = useState<string | null>(null);
  const renew = useAction((_input: null, idempotencyKey) => api<RenewedLink>(`/invitations/${row.id}/link`, { method: 'POST', idempotencyKey }), {
    refresh: [`/process-instances/${encodeURIComponent(instance)}/invitations`], onDone: ({ path }) => setLink(window.location.origin + path), onRefused: () => true,
  });
  if (link !== null) return <MadeLink link={link} onClose={onClose} />;
  return (
    <AskDialog title={translate('links.copy')} verb={translate('links.make')} busy={renew.isPending} error={renew.error} onClose={onClose} onSend={() => renew.mutate(null)}>
      <Typography>{translate('links.ask')}</Typography>
    </AskDialog>
  );
}

function MadeLink({ link, onClose }: { readonly link: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const id = useId();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    notify('links.copied', { type: 'success' });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{translate('links.made')}</DialogTitle>
      <DialogContent>
        <Stack gap={2} sx={{ pt: 1 }}>
          <Typography>{translate('links.madeText')}</Typography>
          <TextField fullWidth multiline autoFocus label={translate('links.url')} value={link} onFocus={(event) => event.target.select()} slotProps={{ htmlInput: { readOnly: true } }} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>{translate('links.close')}</Button>
        {/* Browsers give a page the clipboard over https and on this very machine alone. */}
        {window.isSecureContext ? <Button variant="contained" onClick={() => void copy()}>{translate('links.toClipboard')}</Button> : null}
      </DialogActions>
    </Dialog>
  );
}
