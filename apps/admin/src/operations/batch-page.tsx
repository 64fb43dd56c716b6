import Button from '@mui/material/Button';
import type { BatchItemRow, BatchRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router';
import { caseAddress } from '../common/addresses.js';
import { Dotted } from '../common/dotted.js';
import type { Column } from '../common/list/column.js';
import { SelectFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { ErrorState, RowsSkeleton } from '../common/states.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { useApi } from '../data/use-api.js';
import { ToneChip } from '../theme/tone-chip.js';
import { BatchProgress } from './batch-progress.js';

const TONE = { running: 'progress', finished: 'success', stopped: 'stopped' } as const;
const ITEM_TONE = { waiting: 'waiting', done: 'success', refused: 'stopped', left: 'neutral' } as const;
/** Seconds between two looks while the stream of events is silent: it tells of every handful of cases. */
const LOOK_MS = 5_000;

function ItemState({ row }: { readonly row: BatchItemRow }) {
  const translate = useTranslate();
  return <ToneChip tone={ITEM_TONE[row.status]} label={translate(`operation.itemOf.${row.status}`)} />;
}

const columns: readonly Column<BatchItemRow>[] = [
  { key: 'case', label: 'operation.column.case', render: (row) => <RowLink to={caseAddress(row.instance)}>{row.subject ?? row.businessKey ?? String(row.seq)}</RowLink> },
  { key: 'result', label: 'operation.column.result', width: 140, render: (row) => <ItemState row={row} /> },
  { key: 'why', label: 'operation.column.why', width: '40%', render: (row) => row.why },
];

/** One operation: how far it is, and what became of each case. */
export default function BatchPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = `/case-operations/${encodeURIComponent(id)}`;
  const query = useApi<BatchRow>(path, undefined, { refetchInterval: LOOK_MS });
  const stop = useAction((_input: null, idempotencyKey) => api<BatchRow>(`${path}/stop`, { method: 'POST', idempotencyKey }), { refresh: ['/case-operations'], done: 'operation.stopped' });
  const batch = query.data;
  const title = translate('operation.batchTitle');
  if (batch === undefined) return <Page title={title}><Section>{query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <RowsSkeleton rows={4} />}</Section></Page>;
  return (
    <Page title={translate(`operation.kindOf.${batch.kind}`)} above={<Link to="/case-operations">{translate('menu.caseOperations')}</Link>} badge={<ToneChip tone={TONE[batch.status]} label={translate(`operation.statusOf.${batch.status}`)} />}
      below={<Dotted>{batch.by.title}<Moment value={batch.at} />{batch.remark}</Dotted>}
      actions={batch.status === 'running' ? <Button variant="outlined" color="error" disabled={stop.isPending} onClick={() => stop.mutate(null)}>{translate('operation.stop')}</Button> : null}>
      <Section title={translate('operation.column.progress')}><BatchProgress row={batch} /></Section>
      <ListPage<BatchItemRow> key={`${batch.done} ${batch.refused} ${batch.left}`} resource="case-operation-items" storeKey={`case-operation-items.${id}`} meta={{ path: `${path}/items` }} label={translate('operation.items')} columns={columns}
        filters={<SelectFilter name="status" label="operation.column.result" choices={(['waiting', 'done', 'refused', 'left'] as const).map((value) => ({ value, label: translate(`operation.itemOf.${value}`) }))} />}
        empty={{ title: 'operation.none' }} card={(row) => <><RowLink to={caseAddress(row.instance)}>{row.subject ?? String(row.seq)}</RowLink> <ItemState row={row} /> {row.why}</>} />
    </Page>
  );
}
