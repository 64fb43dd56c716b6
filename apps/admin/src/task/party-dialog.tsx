import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { PartyView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PartyField } from '../common/party-field.js';

interface PartyDialogProps {
  readonly title: string;
  readonly action: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onChoose: (reference: string) => void;
}

export function PartyDialog({ title, action, busy, onClose, onChoose }: PartyDialogProps) {
  const translate = useTranslate();
  const [party, setParty] = useState<PartyView | null>(null);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="party-dialog-title">
      <DialogTitle id="party-dialog-title">{title}</DialogTitle>
      <DialogContent sx={{ pt: '8px !important' }}><PartyField label={translate('party.person')} kinds="person" value={party} onChange={setParty} autoFocus /></DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>{translate('action.cancel')}</Button>
        <Button variant="contained" disabled={party === null || busy} onClick={() => { if (party) onChoose(party.reference); }}>{action}</Button>
      </DialogActions>
    </Dialog>
  );
}
