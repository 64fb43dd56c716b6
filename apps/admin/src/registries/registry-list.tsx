import Box from '@mui/material/Box';
import type { RegistryRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Page } from '../common/page.js';

const address = (row: RegistryRow): string => `/registries/${encodeURIComponent(row.key)}`;

const columns: readonly Column<RegistryRow>[] = [
  {
    key: 'title', label: 'registry.column.title',
    render: (row) => <><RowLink to={address(row)}>{row.title}</RowLink>{row.description === null ? null : <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.description}</Box>}</>,
  },
];

export default function RegistryList() {
  const translate = useTranslate();
  const title = translate('menu.registries');
  return (
    <Page title={title}>
      <ListPage<RegistryRow> resource="registries" label={title} columns={columns} empty={{ title: 'registry.none', text: 'registry.noneText' }}
        card={(row) => (
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            <RowLink to={address(row)}>{row.title}</RowLink>
            {row.description === null ? null : <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{row.description}</Box>}
          </Box>
        )} />
    </Page>
  );
}
