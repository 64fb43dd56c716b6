import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import type { FormHandedOut, FormRecipients, HandOutForm, PartyView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { PartyField } from '../common/party-field.js';
import { idOf } from '../common/reference.js';
import { SelectBox } from '../common/select-box.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';

interface HandOutDialogProps { readonly form: string; readonly title: string; readonly onClose: () => void }

/** Whom to ask and by when: everybody of a role, single people, or both. */
export function HandOutDialog({ form, title, onClose }: HandOutDialogProps) {
  const translate = useTranslate();
  const { data } = useApi<FormRecipients>('/form-definitions/recipients');
  const [role, setRole] = useState('');
  const [people, setPeople] = useState<readonly PartyView[]>([]);
  const [days, setDays] = useState('5');
  const chosen = data?.roles.find(({ key }) => key === role);
  const term = days.trim() === '' ? null : Number(days);
  const sound = term === null || (Number.isInteger(term) && term >= 1 && term <= 250);
  const give = useAction((body: HandOutForm, idempotencyKey) => api<FormHandedOut>(`/form-definitions/${encodeURIComponent(form)}/hand-outs`, { method: 'POST', body, idempotencyKey }), {
    refresh: ['/form-definitions', '/form-answers', '/tasks'], done: ({ people: count }) => translate('forms.handedOut', { smart_count: count }), onDone: onClose, onRefused: () => true,
  });
  const send = (): void => {
    const recipients = [...(chosen && data ? [`role:${chosen.key}@${idOf(data.organisation.reference)}`] : []), ...people.map(({ reference }) => reference)];
    give.mutate({ recipients, ...(term !== null && { workingDays: term }) });
  };
  const add = (party: PartyView | null): void => { if (party && !people.some(({ reference }) => reference === party.reference)) setPeople([...people, party]); };
  return (
    <AskDialog title={translate('forms.handOutTitle', { title })} verb={translate('forms.handOut')} ready={sound && (chosen !== undefined || people.length > 0)} busy={give.isPending} error={give.error} onClose={onClose} onSend={send}>
      <SelectBox label={translate('forms.toRole')} value={role} none={translate('forms.toNobody')} choices={(data?.roles ?? []).map((each) => ({ key: each.key, title: translate('forms.roleOf', { title: each.title, smart_count: each.people }) }))} onChange={setRole} />
      <PartyField key={people.length} label={translate('forms.toPerson')} kinds="person" value={null} onChange={add} />
      {people.length > 0 ? (
        <Box component="ul" aria-label={translate('forms.chosenPeople')} sx={{ m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 1, listStyle: 'none' }}>
          {people.map((party) => <li key={party.reference}><Chip label={party.title} onDelete={() => setPeople(people.filter(({ reference }) => reference !== party.reference))} /></li>)}
        </Box>
      ) : null}
      <TextField label={translate('forms.term')} value={days} error={!sound} helperText={translate(sound ? 'forms.termHint' : 'forms.termWrong')} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }} onChange={(event) => setDays(event.target.value)} />
      <Alert severity="info">{translate('forms.handOutNote', { title })}</Alert>
    </AskDialog>
  );
}
