import Box from '@mui/material/Box';
import type { AuditRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { SearchFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';

const columns: readonly Column<AuditRow>[] = [
  { key: 'at', label: 'audit.at', width: 150, render: (row) => <Moment value={row.at} /> },
  { key: 'actor', label: 'audit.actor', width: '24%', render: (row) => row.actor?.title ?? '—' },
  { key: 'text', label: 'audit.text', render: (row) => row.text },
];

export default function AuditList() {
  const translate = useTranslate();
  const title = translate('menu.audit');
  return (
    <Page title={title}>
      <ListPage<AuditRow> resource="audit" label={title} columns={columns} linked={false} search={<SearchFilter label="audit.search" />} empty={{ title: 'audit.empty' }}
        card={(row) => <Box><Box>{row.text}</Box><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={row.at} /> · {row.actor?.title ?? translate('history.system')}</Box></Box>} />
    </Page>
  );
}
