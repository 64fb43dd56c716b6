import type { DocumentRow, JournalRow, Page as ListOf } from '@reglament/contracts';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { SearchFilter, SelectFilter } from '../common/list/filters.js';
import type { Column } from '../common/list/column.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { businessNow } from '../data/session-store.js';
import { useApi, useSession } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';

const YEARS_BACK = 6;

const columns: readonly Column<DocumentRow>[] = [
  { key: 'number', label: 'document.column.number', width: 110, render: (row) => <b>{row.number ? `№ ${row.number}` : '—'}</b> },
  { key: 'date', label: 'document.column.date', width: 110, render: (row) => (row.date ? <Moment value={row.date} day /> : null) },
  { key: 'title', label: 'document.column.title', render: (row) => <><RowLink to={`/documents/${row.id}`}>{row.title}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.kindTitle}</Box></> },
  { key: 'signer', label: 'document.column.signer', width: '18%', from: 'md', render: (row) => row.signer?.title },
  { key: 'state', label: 'document.column.state', width: 176, render: (row) => <ToneChip tone={row.state.tone} label={row.state.title} /> },
];

function DocumentCard({ row }: { readonly row: DocumentRow }) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <RowLink to={`/documents/${row.id}`}>{row.title}</RowLink>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{row.kindTitle}{row.number ? ` № ${row.number}` : ''} {row.date ? <Moment value={row.date} day /> : null}</Box>
      <Box><ToneChip tone={row.state.tone} label={row.state.title} /></Box>
    </Box>
  );
}

function DocumentFilters() {
  const may = useSession()?.may ?? [];
  const journals = useApi<ListOf<JournalRow>>(may.includes('seeJournals') ? '/journals' : null, { limit: 100 }, { staleTime: 300_000 }).data?.items ?? [];
  const year = businessNow().getFullYear();
  return (
    <>
      {journals.length > 0 ? <SelectFilter name="journal" label="document.journal" width={240} choices={journals.map(({ key, title }) => ({ value: key, label: title }))} /> : null}
      <SelectFilter name="year" label="document.year" width={120} choices={Array.from({ length: YEARS_BACK }, (_, back) => ({ value: String(year - back), label: String(year - back) }))} />
    </>
  );
}

export default function DocumentList() {
  const translate = useTranslate();
  const title = translate('menu.documents');
  return (
    <Page title={title}>
      <ListPage<DocumentRow> resource="documents" label={title} columns={columns} card={(row) => <DocumentCard row={row} />} search={<SearchFilter label="document.search" />} filters={<DocumentFilters />} empty={{ title: 'document.empty', text: 'document.emptyText' }} />
    </Page>
  );
}
