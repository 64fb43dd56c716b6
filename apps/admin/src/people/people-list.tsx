import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { PersonAccount, PersonRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import type { Column } from '../common/list/column.js';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Page } from '../common/page.js';
import { useSession } from '../data/use-api.js';
import { AddPersonDialog } from './manage/add-person-dialog.js';
import { PasswordDialog } from './manage/password-dialog.js';
import { ToneChip } from '../theme/tone-chip.js';

function PersonState({ row }: { readonly row: PersonRow }) {
  const translate = useTranslate();
  return <ToneChip tone={row.status === 'active' ? 'success' : 'stopped'} label={translate(`person.${row.status}`)} />;
}

const columns: readonly Column<PersonRow>[] = [
  { key: 'name', label: 'person.column.name', render: (row) => <><RowLink to={`/people/${row.id}`}>{row.fullName}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.position}</Box></> },
  { key: 'organisation', label: 'worklist.organisation', width: '24%', from: 'sm', render: (row) => row.organisation?.title },
  { key: 'roles', label: 'person.column.roles', width: '24%', from: 'md', render: (row) => [...new Set(row.roles.map(({ title }) => title))].join(', ') },
  { key: 'status', label: 'case.column.state', width: 130, render: (row) => <PersonState row={row} /> },
];

export default function PeopleList() {
  const translate = useTranslate();
  const title = translate('menu.people');
  const navigate = useNavigate();
  const manage = useSession()?.may.includes('managePeople') ?? false;
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<PersonAccount | null>(null);
  const toPerson = ({ person }: PersonAccount): void => { void navigate(`/people/${person.id}`); };
  return (
    <Page title={title} actions={manage ? <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>{translate('person.add')}</Button> : null}>
      {adding ? <AddPersonDialog onClose={() => setAdding(false)} onAdded={(account) => { setAdding(false); if (account.password === null) toPerson(account); else setAdded(account); }} /> : null}
      {added ? <PasswordDialog account={added} onClose={() => toPerson(added)} /> : null}
      <ListPage<PersonRow> resource="people" label={title} columns={columns} search={<SearchFilter label="person.search" />} empty={{ title: 'person.empty' }}
        card={(row) => <Box sx={{ display: 'grid', gap: 0.25 }}><RowLink to={`/people/${row.id}`}>{row.fullName}</RowLink><Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{[row.position, row.organisation?.title].filter(Boolean).join(' · ')}</Box><Box><PersonState row={row} /></Box></Box>} />
    </Page>
  );
}
