import { caseAddress } from '../common/addresses.js';
import Box from '@mui/material/Box';
import type { DefinitionRow, InstanceRow, Page as ListOf } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { Column } from '../common/list/column.js';
import { SearchFilter, SelectFilter, ToggleFilter } from '../common/list/filters.js';
import { ListPage } from '../common/list/list-page.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { Page } from '../common/page.js';
import { TermLabel } from '../common/term-label.js';
import { useApi } from '../data/use-api.js';
import { BatchButton } from '../operations/batch-button.js';
import { CaseState } from './case-state.js';

const columns: readonly Column<InstanceRow>[] = [
  {
    key: 'subject', label: 'case.column.subject',
    render: (row) => (
      <>
        <RowLink to={caseAddress(row.id)}>{row.subject ?? row.definition.title}</RowLink>
        <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{[row.businessKey ? `№ ${row.businessKey}` : null, row.definition.title].filter(Boolean).join(' · ')}</Box>
      </>
    ),
  },
  { key: 'state', label: 'case.column.state', width: 190, render: (row) => <CaseState row={row} /> },
  { key: 'starter', label: 'case.column.starter', width: '16%', from: 'lg', render: (row) => row.starter?.title },
  { key: 'tasks', label: 'case.column.tasks', width: 110, from: 'md', align: 'right', render: (row) => (row.openTasks > 0 ? row.openTasks : '') },
  { key: 'due', label: 'case.column.due', width: 160, render: (row) => (row.nextDueAt ? <TermLabel term={{ dueAt: row.nextDueAt, dueInWorkingDays: row.nextDueInWorkingDays, overdue: row.overdue }} /> : null) },
  { key: 'started', label: 'case.column.started', width: 110, from: 'md', render: (row) => <Moment value={row.startedAt} day /> },
];

function CaseCard({ row }: { readonly row: InstanceRow }) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <RowLink to={caseAddress(row.id)}>{row.subject ?? row.definition.title}</RowLink>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{[row.businessKey ? `№ ${row.businessKey}` : null, row.definition.title].filter(Boolean).join(' · ')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, fontSize: '0.8125rem' }}><CaseState row={row} />{row.nextDueAt ? <TermLabel term={{ dueAt: row.nextDueAt, dueInWorkingDays: row.nextDueInWorkingDays, overdue: row.overdue }} inline /> : null}</Box>
    </Box>
  );
}

function CaseFilters() {
  const translate = useTranslate();
  const definitions = useApi<ListOf<DefinitionRow>>('/process-definitions', { limit: 100 }, { staleTime: 300_000 }).data?.items ?? [];
  return (
    <>
      <SelectFilter name="status" label="case.status" width={150} choices={(['active', 'suspended', 'completed', 'cancelled'] as const).map((value) => ({ value, label: translate(`case.statusOf.${value}`) }))} />
      {definitions.length > 1 ? <SelectFilter name="definition" label="worklist.process" width={210} choices={definitions.map(({ key, title }) => ({ value: key, label: title }))} /> : null}
      <ToggleFilter name="overdue" label="worklist.overdueOnly" />
      <ToggleFilter name="mine" label="case.mine" />
      <BatchButton />
    </>
  );
}

export default function CaseList() {
  const translate = useTranslate();
  const title = translate('menu.cases');
  return (
    <Page title={title}>
      <ListPage<InstanceRow> resource="process-instances" label={title} columns={columns} card={(row) => <CaseCard row={row} />} search={<SearchFilter label="case.search" />} filters={<CaseFilters />} empty={{ title: 'case.empty', text: 'case.emptyText' }} />
    </Page>
  );
}
