import Box from '@mui/material/Box';
import type { JournalEntryRow } from '@reglament/contracts';
import type { Column } from '../common/list/column.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { EntryMark } from './entry-mark.js';

/** The columns of a journal as the domain names them: №, date, title, signer, executor, recipients, control, case, note. */
export const journalColumns: readonly Column<JournalEntryRow>[] = [
  { key: 'number', label: 'journal.column.number', width: 90, render: (row) => <Box component="b" sx={{ textDecoration: row.status === 'void' ? 'line-through' : undefined }}>{row.number}</Box>, text: (row) => row.number },
  { key: 'date', label: 'journal.column.date', width: 105, render: (row) => <Moment value={row.date} day />, text: (row) => row.date },
  {
    key: 'title', label: 'journal.column.heading', text: (row) => row.title ?? '',
    render: (row) => (
      <>
        {row.document && row.title ? <RowLink to={`/documents/${row.document}`}>{row.title}</RowLink> : row.title}
        <EntryMark row={row} />
      </>
    ),
  },
  { key: 'signer', label: 'journal.column.signer', width: '14%', from: 'md', render: (row) => row.signer?.title, text: (row) => row.signer?.title ?? '' },
  { key: 'executor', label: 'journal.column.executor', width: '14%', from: 'lg', render: (row) => row.executor?.title, text: (row) => row.executor?.title ?? '' },
  { key: 'recipients', label: 'journal.column.recipients', width: '16%', from: 'lg', render: (row) => row.recipients, text: (row) => row.recipients ?? '' },
  { key: 'control', label: 'journal.column.control', width: 86, from: 'sm', render: (row) => (row.control ? '✓' : ''), text: (row) => (row.control ? 'V' : '') },
  { key: 'case', label: 'journal.column.case', width: 86, from: 'sm', render: (row) => row.caseIndex, text: (row) => row.caseIndex ?? '' },
];
