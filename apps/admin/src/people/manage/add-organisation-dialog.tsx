import TextField from '@mui/material/TextField';
import type { AddOrganisation, OrganisationRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../../common/ask-dialog.js';
import { idOf } from '../../common/reference.js';
import { SelectBox } from '../../common/select-box.js';
import { api } from '../../data/http.js';
import { fieldErrorOf } from '../../data/problem.js';
import { useAction } from '../../data/use-action.js';
import { useSession } from '../../data/use-api.js';
import { useOrganisations } from './use-choices.js';

/** An organisation below another one; its zone, calendar and positions begin as those of the one above. */
export function AddOrganisationDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const home = idOf(useSession()?.organisation.reference ?? '');
  const [values, setValues] = useState({ parent: home, shortName: '', fullName: '' });
  const add = useAction((body: AddOrganisation, idempotencyKey) => api<OrganisationRow>('/organisations', { method: 'POST', body, idempotencyKey }), { refresh: ['/organisations'], done: 'organisation.added', onDone: onClose, onRefused: () => true });
  const put = (name: keyof typeof values) => (value: string): void => setValues({ ...values, [name]: value });
  const wrong = (name: string): string | undefined => fieldErrorOf(add.error, name);
  const ready = values.parent !== '' && values.shortName.trim().length > 1 && values.fullName.trim().length > 2;
  return (
    <AskDialog title={translate('organisation.add')} verb={translate('organisation.addVerb')} ready={ready} busy={add.isPending} error={add.error} onClose={onClose}
      onSend={() => add.mutate({ parent: values.parent, shortName: values.shortName.trim(), fullName: values.fullName.trim() })}>
      <SelectBox required label={translate('organisation.parent')} value={values.parent} choices={useOrganisations()} onChange={put('parent')} error={wrong('parent')} />
      <TextField required label={translate('organisation.shortName')} value={values.shortName} onChange={(event) => put('shortName')(event.target.value)} error={wrong('shortName') !== undefined} helperText={wrong('shortName')} slotProps={{ htmlInput: { maxLength: 120 } }} />
      <TextField required label={translate('organisation.fullName')} value={values.fullName} onChange={(event) => put('fullName')(event.target.value)} error={wrong('fullName') !== undefined} helperText={wrong('fullName') ?? translate('organisation.inherits')} slotProps={{ htmlInput: { maxLength: 300 } }} />
    </AskDialog>
  );
}
