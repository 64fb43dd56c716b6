import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { PartyView, SaveSubstitution, SubstitutionRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { dateInWords } from '../common/date-text.js';
import { LabelledDate } from '../common/labelled-date.js';
import { PartyField } from '../common/party-field.js';
import { api } from '../data/http.js';
import { problemOf } from '../data/problem.js';
import { useAction } from '../data/use-action.js';
import { useErrorText } from '../data/use-error-text.js';

const REFRESH = ['/substitutions', '/tasks'];

export function SubstitutionDialog({ row, onClose }: { readonly row: SubstitutionRow | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const [absent, setAbsent] = useState<PartyView | null>(row?.absent ?? null);
  const [substitute, setSubstitute] = useState<PartyView | null>(row?.substitute ?? null);
  const [dates, setDates] = useState({ from: row?.from.slice(0, 10) ?? '', to: row?.to.slice(0, 10) ?? '' });
  const [basis, setBasis] = useState(row?.basis ?? '');
  const save = useAction((body: SaveSubstitution, idempotencyKey) => api<SubstitutionRow>(row ? `/substitutions/${row.id}` : '/substitutions', { method: row ? 'PUT' : 'POST', body, idempotencyKey }), { refresh: REFRESH, done: 'substitution.saved', onDone: onClose, onRefused: () => true });
  const end = useAction((_input: null, idempotencyKey) => api(`/substitutions/${row?.id ?? ''}`, { method: 'DELETE', idempotencyKey }), { refresh: REFRESH, done: 'substitution.endedNow', onDone: onClose, onRefused: () => true });
  const error = save.error ?? end.error;
  const fieldError = (name: string): string | undefined => problemOf(save.error)?.errors?.find(({ pointer }) => pointer === `/${name}`)?.message;
  const wrongOrder = dates.from !== '' && dates.to !== '' && dates.to < dates.from ? translate('substitution.wrongOrder') : undefined;
  const ready = absent !== null && substitute !== null && dateInWords(dates.from) !== null && dateInWords(dates.to) !== null && wrongOrder === undefined && basis.trim() !== '';
  const busy = save.isPending || end.isPending;
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="substitution-title">
      <DialogTitle id="substitution-title">{translate(row ? 'substitution.edit' : 'substitution.add')}</DialogTitle>
      <DialogContent>
        <Stack gap={2} sx={{ pt: 1 }}>
          {error ? <Alert severity="error" role="alert">{errorText(error)}</Alert> : null}
          <PartyField label={translate('substitution.absent')} kinds="person" value={absent} onChange={setAbsent} required error={fieldError('absent')} autoFocus={row === null} />
          <PartyField label={translate('substitution.substitute')} kinds="person" value={substitute} onChange={setSubstitute} required error={fieldError('substitute')} />
          <Stack direction={{ xs: 'column', sm: 'row' }} gap={2}>
            {(['from', 'to'] as const).map((name) => (
              <LabelledDate key={name} required label={translate(`substitution.${name}`)} value={dates[name]} onChange={(value) => setDates({ ...dates, [name]: value })} error={fieldError(name) ?? (name === 'to' ? wrongOrder : undefined)} />
            ))}
          </Stack>
          <TextField label={translate('substitution.basis')} required value={basis} onChange={(event) => setBasis(event.target.value)} error={fieldError('basis') !== undefined} helperText={fieldError('basis') ?? translate('substitution.basisHint')} slotProps={{ htmlInput: { maxLength: 500 } }} />
        </Stack>
      </DialogContent>
      <DialogActions>
        {row ? <Button color="error" disabled={busy} onClick={() => end.mutate(null)} sx={{ mr: 'auto' }}>{translate('substitution.end')}</Button> : null}
        <Button color="secondary" disabled={busy} onClick={onClose}>{translate('action.cancel')}</Button>
        <Button variant="contained" disabled={!ready || busy} onClick={() => { if (absent && substitute) save.mutate({ absent: absent.reference, substitute: substitute.reference, from: dates.from, to: dates.to, basis: basis.trim() }); }}>{translate('action.save')}</Button>
      </DialogActions>
    </Dialog>
  );
}
