import Box from '@mui/material/Box';
import type { PersonRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Page } from '../common/page.js';
import { ToneChip } from '../theme/tone-chip.js';

function PersonState({ row }: { readonly row: PersonRow }) {
  const translate = useTranslate();
  return <ToneChip tone={row.status === 'active' ? 'success' : 'stopped'} label={translate(`person.${row.status}`)} />;
}

const columns: readonly Column<PersonRow>[] = [
  { key: 'name', label: 'person.column.name', render: (row) => <><RowLink to={`/people/${row.id}`}>{row.fullName}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.position}</Box></> },
  { key: 'organisation', label: 'worklist.organisation', width: '24%', from: 'sm', render: (row) => row.organisation?.title },
  { key: 'roles', label: 'person.column.roles', width: '24%', from: 'md', render: (row) => row.roles.join(', ') },
  { key: 'status', label: 'case.column.state', width: 130, render: (row) => <PersonState row={row} /> },
];

export default function PeopleList() {
  const translate = useTranslate();
  const title = translate('menu.people');
  return (
    <Page title={title}>
      <ListPage<PersonRow> resource="people" label={title} columns={columns} search={<SearchFilter label="person.search" />} empty={{ title: 'person.empty' }}
        card={(row) => <Box sx={{ display: 'grid', gap: 0.25 }}><RowLink to={`/people/${row.id}`}>{row.fullName}</RowLink><Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{[row.position, row.organisation?.title].filter(Boolean).join(' · ')}</Box><Box><PersonState row={row} /></Box></Box>} />
    </Page>
  );
}
