import Box from '@mui/material/Box';
import type { DefinitionRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';

const address = (row: DefinitionRow): string => `/process-definitions/${encodeURIComponent(row.key)}`;

const columns: readonly Column<DefinitionRow>[] = [
  { key: 'title', label: 'definition.column.title', render: (row) => <><RowLink to={address(row)}>{row.title}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.description}</Box></> },
  { key: 'version', label: 'definition.column.version', width: 100, render: (row) => row.version },
  { key: 'published', label: 'definition.column.published', width: 130, from: 'sm', render: (row) => <Moment value={row.publishedAt} day /> },
  { key: 'active', label: 'definition.column.active', width: 140, align: 'right', from: 'sm', render: (row) => row.activeInstances },
];

export default function DefinitionList() {
  const translate = useTranslate();
  const title = translate('menu.definitions');
  return (
    <Page title={title}>
      <ListPage<DefinitionRow> resource="process-definitions" label={title} columns={columns} search={<SearchFilter label="definition.search" />} empty={{ title: 'definition.empty', text: 'definition.emptyText' }}
        card={(row) => <Box sx={{ display: 'grid', gap: 0.25 }}><RowLink to={address(row)}>{row.title}</RowLink><Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{translate('definition.cardLine', { version: row.version, active: row.activeInstances })}</Box></Box>} />
    </Page>
  );
}
