import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { HeldRole, PersonRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../../common/ask-dialog.js';
import { formatDate } from '../../common/dates.js';
import type { Column } from '../../common/list/column.js';
import { DataTable } from '../../common/list/data-table.js';
import { Section } from '../../common/section.js';
import { useLanguage } from '../../common/use-language.js';
import { api } from '../../data/http.js';
import { useAction } from '../../data/use-action.js';
import { GiveRoleDialog } from './give-role-dialog.js';

function Period({ held }: { readonly held: HeldRole }) {
  const translate = useTranslate();
  const language = useLanguage();
  const parts = [held.from === null ? null : translate('role.since', { date: formatDate(held.from, language) }), held.to === null ? null : translate('role.until', { date: formatDate(held.to, language) })].filter((part) => part !== null);
  return <>{parts.length === 0 ? translate('role.always') : parts.join(' ')}</>;
}

const columns: readonly Column<HeldRole>[] = [
  { key: 'role', label: 'role.role', render: (held) => <b>{held.title}</b> },
  { key: 'organisation', label: 'worklist.organisation', render: (held) => held.organisation.title },
  { key: 'period', label: 'substitution.period', width: '28%', from: 'sm', render: (held) => <Period held={held} /> },
];

/** What a person may do and where; whoever manages people gives and takes it here. */
export function PersonRoles({ person, manage }: { readonly person: PersonRow; readonly manage: boolean }) {
  const translate = useTranslate();
  const [giving, setGiving] = useState(false);
  const [taken, setTaken] = useState<HeldRole | null>(null);
  const take = useAction((held: HeldRole, idempotencyKey) => api<PersonRow>(`/people/${person.id}/roles/${held.id}`, { method: 'DELETE', idempotencyKey }), { refresh: ['/people', '/session'], done: 'role.taken', onDone: () => setTaken(null), onRefused: () => true });
  const ask = (held: HeldRole): void => { take.reset(); setTaken(held); };
  return (
    <Section title={translate('person.column.roles')} flush={person.roles.length > 0} aside={manage ? <Button size="small" startIcon={<AddIcon />} onClick={() => setGiving(true)}>{translate('role.give')}</Button> : null}>
      {person.roles.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('role.none')}</Box> : (
        <DataTable label={translate('person.column.roles')} rows={person.roles} rowKey={(held) => held.id} columns={columns}
          rowActions={manage ? (held) => <Button size="small" color="error" aria-label={translate('role.takeNamed', { role: held.title })} onClick={() => ask(held)}>{translate('role.take')}</Button> : undefined} />
      )}
      {giving ? <GiveRoleDialog person={person} onClose={() => setGiving(false)} /> : null}
      {taken ? (
        <AskDialog title={translate('role.takeNamed', { role: taken.title })} verb={translate('role.take')} negative busy={take.isPending} error={take.error} onClose={() => setTaken(null)} onSend={() => take.mutate(taken)}>
          <p>{translate('role.takeText', { name: person.fullName, organisation: taken.organisation.title })}</p>
        </AskDialog>
      ) : null}
    </Section>
  );
}
