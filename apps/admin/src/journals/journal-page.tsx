import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { JournalEntryRow, JournalRow, Page as ListOf } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams, useSearchParams } from 'react-router';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { idOf } from '../common/reference.js';
import { businessNow } from '../data/session-store.js';
import { useApi, useSession } from '../data/use-api.js';
import { EntryMark } from './entry-mark.js';
import { journalColumns } from './journal-columns.js';
import { useJournalExport } from './use-journal-export.js';

const YEARS_BACK = 8;

/** One journal of one organisation in one year, in the natural order of its numbers: 110, 110а, 111. */
export default function JournalPage() {
  const { key = '' } = useParams();
  const translate = useTranslate();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const thisYear = businessNow().getFullYear();
  const year = Number(search.get('year') ?? thisYear);
  const organisation = search.get('organisation') ?? idOf(session?.organisation.reference ?? '');
  const journals = useApi<ListOf<JournalRow>>('/journals', { limit: 100 });
  const journal = journals.data?.items.find((row) => row.key === key && (!search.has('organisation') || idOf(row.organisation.reference) === organisation));
  const title = journal?.title ?? translate('journal.title');
  const { exporting, save } = useJournalExport(key, organisation, year, title);
  const [years] = useState(() => Array.from({ length: YEARS_BACK }, (_, back) => thisYear + 1 - back));
  return (
    <Page
      title={title}
      above={<Link to="/journals">{translate('menu.journals')}</Link>}
      below={journal ? <>{journal.organisation.title} · {translate('journal.nextNumber', { number: journal.next })}</> : null}
      actions={<Button variant="outlined" startIcon={<DownloadIcon />} disabled={exporting} onClick={save}>{translate('journal.export')}</Button>}
    >
      <ListPage<JournalEntryRow>
        key={`${key}${organisation}${year}`}
        resource="journals"
        storeKey={`journal.${key}`}
        meta={{ path: `/journals/${encodeURIComponent(key)}/entries` }}
        filter={{ organisation, year }}
        label={title}
        columns={journalColumns}
        linked={false}
        search={<SearchFilter label="document.search" />}
        filters={(
          <TextField select label={translate('document.year')} value={String(year)} sx={{ width: 120 }} onChange={(event) => setSearch({ organisation, year: event.target.value })}>
            {years.map((value) => <MenuItem key={value} value={String(value)}>{value}</MenuItem>)}
          </TextField>
        )}
        empty={{ title: 'journal.empty', text: 'journal.emptyText' }}
        card={(row) => (
          <Box sx={{ display: 'grid', gap: 0.25 }}>
            <Box sx={{ fontSize: '0.8125rem' }}><Box component="b" sx={{ textDecoration: row.status === 'void' ? 'line-through' : undefined }}>№ {row.number}</Box> · <Moment value={row.date} day /></Box>
            {row.document && row.title ? <RowLink to={`/documents/${row.document}`}>{row.title}</RowLink> : row.title}
            <EntryMark row={row} />
          </Box>
        )}
      />
    </Page>
  );
}
