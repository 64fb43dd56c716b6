import Stack from '@mui/material/Stack';
import type { GiveRole, PersonRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../../common/ask-dialog.js';
import { dateInWords } from '../../common/date-text.js';
import { LabelledDate } from '../../common/labelled-date.js';
import { idOf } from '../../common/reference.js';
import { SelectBox } from '../../common/select-box.js';
import { api } from '../../data/http.js';
import { fieldErrorOf } from '../../data/problem.js';
import { useAction } from '../../data/use-action.js';
import { useChoices, useOrganisations } from './use-choices.js';

const whole = (date: string): boolean => date === '' || dateInWords(date) !== null;

/** A role in an organisation, from one day to another or without end. */
export function GiveRoleDialog({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) {
  const translate = useTranslate();
  const [values, setValues] = useState({ organisation: idOf(person.organisation?.reference ?? ''), role: '', from: '', to: '' });
  const { organisation, role, from, to } = values;
  const organisations = useOrganisations();
  const { roles } = useChoices(organisation);
  const give = useAction((body: GiveRole, idempotencyKey) => api<PersonRow>(`/people/${person.id}/roles`, { method: 'POST', body, idempotencyKey }), { refresh: ['/people', '/session'], done: 'role.given', onDone: onClose, onRefused: () => true });
  const put = (name: keyof typeof values) => (value: string): void => setValues({ ...values, [name]: value, ...(name === 'organisation' ? { role: '' } : {}) });
  const wrong = (name: string): string | undefined => fieldErrorOf(give.error, name);
  return (
    <AskDialog title={translate('role.giveTo', { name: person.fullName })} verb={translate('role.giveVerb')} ready={role !== '' && whole(from) && whole(to)} busy={give.isPending} error={give.error} onClose={onClose}
      onSend={() => give.mutate({ organisation, role, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) })}>
      <SelectBox required label={translate('worklist.organisation')} value={organisation} choices={organisations} onChange={put('organisation')} error={wrong('organisation')} />
      <SelectBox required label={translate('role.role')} value={role} choices={roles} onChange={put('role')} error={wrong('role')} />
      <Stack direction={{ xs: 'column', sm: 'row' }} gap={2}>
        <LabelledDate label={translate('role.from')} value={from} onChange={put('from')} error={wrong('from')} />
        <LabelledDate label={translate('role.to')} value={to} onChange={put('to')} error={wrong('to')} />
      </Stack>
    </AskDialog>
  );
}
