import Box from '@mui/material/Box';
import type { JournalRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Page } from '../common/page.js';
import { idOf } from '../common/reference.js';

const address = (row: JournalRow): string => `/journals/${encodeURIComponent(row.key)}?${new URLSearchParams({ organisation: idOf(row.organisation.reference), year: String(row.year) }).toString()}`;

const columns: readonly Column<JournalRow>[] = [
  { key: 'title', label: 'journal.column.title', render: (row) => <RowLink to={address(row)}>{row.title}</RowLink> },
  { key: 'organisation', label: 'worklist.organisation', width: '26%', from: 'md', render: (row) => row.organisation.title },
  { key: 'year', label: 'document.year', width: 80, render: (row) => row.year },
  { key: 'count', label: 'journal.column.count', width: 110, align: 'right', from: 'sm', render: (row) => row.count },
  { key: 'last', label: 'journal.column.last', width: 140, from: 'sm', render: (row) => row.last ?? '—' },
  { key: 'next', label: 'journal.column.next', width: 140, render: (row) => <b>{row.next}</b> },
];

export default function JournalList() {
  const translate = useTranslate();
  const title = translate('menu.journals');
  return (
    <Page title={title}>
      <ListPage<JournalRow> resource="journals" label={title} columns={columns} search={<SearchFilter label="journal.search" />} empty={{ title: 'journal.none', text: 'journal.noneText' }}
        card={(row) => (
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <RowLink to={address(row)}>{row.title}</RowLink>
            <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{row.organisation.title} · {row.year}</Box>
            <Box sx={{ fontSize: '0.8125rem' }}>{translate('journal.nextNumber', { number: row.next })}</Box>
          </Box>
        )} />
    </Page>
  );
}
