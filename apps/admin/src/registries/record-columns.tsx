import Box from '@mui/material/Box';
import type { RecordRow, RegistryRow } from '@reglament/contracts';
import type { Column } from '../common/list/column.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';

/** So many columns of the registry are shown on a laptop; the others are on the record's page and in the export. */
const SHOWN = 5;
const FROM = [undefined, 'sm', 'md', 'md', 'lg'] as const;

export const recordAddress = (registry: string, id: string): string => `/registries/${encodeURIComponent(registry)}/${id}`;

/** The record's name with its link and whose it is, what the registry shows besides, and when it was changed. */
export function recordColumns(registry: RegistryRow): readonly Column<RecordRow>[] {
  const others = registry.columns.filter(({ field }) => field !== registry.titleField).slice(0, SHOWN);
  return [
    { key: 'title', label: 'record.title', heading: registry.titleLabel, sort: 'title', width: '30%', render: (row) => <><RowLink to={recordAddress(registry.key, row.id)}>{row.title}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.organisation.title}</Box></> },
    ...others.map(({ field, title, kind, sortable }, i): Column<RecordRow> => ({
      key: field, label: 'record.title', heading: title, ...(sortable && { sort: field }), ...(kind === 'number' && { align: 'right' }), ...(FROM[i] && { from: FROM[i] }),
      render: (row) => <Box sx={{ overflowWrap: 'break-word', wordBreak: 'normal' }}>{row.cells[field]}</Box>,
    })),
    { key: 'updatedAt', label: 'registry.column.changed', sort: 'updatedAt', width: 110, from: 'md', render: (row) => <Moment value={row.updatedAt} day /> },
  ];
}

/** The same on a phone: the name and the first facts, each with what it is. */
export function RecordCard({ registry, row }: { readonly registry: RegistryRow; readonly row: RecordRow }) {
  const facts = registry.columns.filter(({ field }) => field !== registry.titleField && row.cells[field]).slice(0, 3);
  return (
    <Box sx={{ display: 'grid', gap: 0.25 }}>
      <RowLink to={recordAddress(registry.key, row.id)}>{row.title}</RowLink>
      {facts.map(({ field, title }) => <Box key={field} sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}><Box component="span" sx={{ color: 'text.secondary' }}>{title}:</Box> {row.cells[field]}</Box>)}
      <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.organisation.title}</Box>
    </Box>
  );
}
