import type { ApprovalView, InstanceView, TaskRow } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { taskAddress } from '../common/addresses.js';
import type { Column } from '../common/list/column.js';
import { DataTable } from '../common/list/data-table.js';
import { RowLink } from '../common/list/row-link.js';
import { Section } from '../common/section.js';
import { TermLabel } from '../common/term-label.js';
import { TaskPeople } from '../worklist/task-people.js';
import { ApprovalRounds } from './approval-rounds.js';
import { ChildrenTable } from './children-table.js';

const columns: readonly Column<TaskRow>[] = [
  { key: 'task', label: 'worklist.column.task', render: (row) => <RowLink to={taskAddress(row.id)}>{row.title}</RowLink> },
  { key: 'people', label: 'worklist.column.people', from: 'sm', render: (row) => <TaskPeople row={row} /> },
  { key: 'due', label: 'worklist.column.due', width: 168, render: (row) => <TermLabel term={row} /> },
];

/** Where the case stands: open tasks, visas by rounds, and its lists (acquaintance, clauses on control). */
export function CaseProgress({ view, approval }: { readonly view: InstanceView; readonly approval: ApprovalView | null }) {
  const translate = useTranslate();
  return (
    <>
      <Section title={translate('case.openTasks')} flush={view.tasks.length > 0}>
        {view.tasks.length > 0 ? <DataTable label={translate('case.openTasks')} rows={view.tasks} rowKey={(row) => row.id} columns={columns} linked /> : translate(view.status !== 'active' ? 'case.ended' : view.children.some(({ active }) => active > 0) ? 'case.tasksBelow' : 'case.noOpenTasks')}
      </Section>
      {approval ? <Section title={translate('approval.title')}><ApprovalRounds approval={approval} /></Section> : null}
      {view.children.map((children) => <ChildrenTable key={children.activity} view={children} />)}
    </>
  );
}
