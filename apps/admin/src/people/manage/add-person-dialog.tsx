import TextField from '@mui/material/TextField';
import type { AddPerson, PersonAccount } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../../common/ask-dialog.js';
import { idOf } from '../../common/reference.js';
import { SelectBox } from '../../common/select-box.js';
import { api } from '../../data/http.js';
import { fieldErrorOf } from '../../data/problem.js';
import { useAction } from '../../data/use-action.js';
import { useSession } from '../../data/use-api.js';
import { useChoices, useOrganisations } from './use-choices.js';

/** A person of an organisation, with an account where a login is given. */
export function AddPersonDialog({ onAdded, onClose }: { readonly onAdded: (account: PersonAccount) => void; readonly onClose: () => void }) {
  const translate = useTranslate();
  const home = idOf(useSession()?.organisation.reference ?? '');
  const [values, setValues] = useState({ fullName: '', organisation: home, position: '', login: '' });
  const organisations = useOrganisations();
  const { positions } = useChoices(values.organisation);
  const add = useAction((body: AddPerson, idempotencyKey) => api<PersonAccount>('/people', { method: 'POST', body, idempotencyKey }), { refresh: ['/people'], done: 'person.added', onDone: onAdded, onRefused: () => true });
  const put = (name: keyof typeof values) => (value: string): void => setValues({ ...values, [name]: value, ...(name === 'organisation' ? { position: '' } : {}) });
  const wrong = (name: string): string | undefined => fieldErrorOf(add.error, name);
  const { fullName, organisation, position, login } = values;
  return (
    <AskDialog title={translate('person.add')} verb={translate('person.addVerb')} ready={fullName.trim().length > 2 && organisation !== ''} busy={add.isPending} error={add.error} onClose={onClose}
      onSend={() => add.mutate({ fullName: fullName.trim(), organisation, ...(position === '' ? {} : { position }), ...(login.trim() === '' ? {} : { login: login.trim().toLowerCase() }) })}>
      <TextField required autoFocus label={translate('person.column.name')} value={fullName} onChange={(event) => put('fullName')(event.target.value)} error={wrong('fullName') !== undefined} helperText={wrong('fullName')} slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }} />
      <SelectBox required label={translate('worklist.organisation')} value={organisation} choices={organisations} onChange={put('organisation')} error={wrong('organisation')} />
      <SelectBox label={translate('person.position')} value={position} choices={positions} none={translate('person.noPosition')} onChange={put('position')} error={wrong('position')} />
      <TextField label={translate('session.login')} value={login} onChange={(event) => put('login')(event.target.value)} error={wrong('login') !== undefined} helperText={wrong('login') ?? translate('account.loginHint')} slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }} />
    </AskDialog>
  );
}
