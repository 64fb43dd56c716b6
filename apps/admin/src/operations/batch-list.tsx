import Box from '@mui/material/Box';
import type { BatchRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { batchAddress } from './batch-address.js';
import { BatchProgress } from './batch-progress.js';

function Kind({ row }: { readonly row: BatchRow }) {
  const translate = useTranslate();
  return <><RowLink to={batchAddress(row.id)}>{translate(`operation.kindOf.${row.kind}`)}</RowLink><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{row.remark}</Box></>;
}

const columns: readonly Column<BatchRow>[] = [
  { key: 'at', label: 'operation.column.at', width: 140, render: (row) => <Moment value={row.at} /> },
  { key: 'kind', label: 'operation.column.kind', render: (row) => <Kind row={row} /> },
  { key: 'by', label: 'operation.column.by', width: '18%', from: 'md', render: (row) => row.by.title },
  { key: 'progress', label: 'operation.column.progress', width: '28%', render: (row) => <BatchProgress row={row} /> },
];

/** Operations over many cases, the latest first. */
export default function BatchList() {
  const translate = useTranslate();
  const title = translate('menu.caseOperations');
  return (
    <Page title={title}>
      <ListPage<BatchRow> resource="case-operations" label={title} columns={columns} empty={{ title: 'operation.empty', text: 'operation.emptyText' }}
        card={(row) => <Box sx={{ display: 'grid', gap: 0.5 }}><Kind row={row} /><BatchProgress row={row} /><Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><Moment value={row.at} /></Box></Box>} />
    </Page>
  );
}
