import Box from '@mui/material/Box';
import type { TaskRow, TaskScope } from '@reglament/contracts';
import { taskAddress } from '../common/addresses.js';
import type { Column } from '../common/list/column.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { TermLabel } from '../common/term-label.js';
import { ToneChip } from '../theme/tone-chip.js';
import { SubjectNote } from './subject-note.js';
import { TaskPeople } from './task-people.js';

const second = { fontSize: '0.75rem', color: 'text.secondary' } as const;

const subject: Column<TaskRow> = {
  key: 'subject', label: 'worklist.column.subject',
  render: (row) => (
    <>
      <RowLink to={taskAddress(row.id)}>{row.subject ?? row.definition.title}</RowLink>
      <Box sx={second}><SubjectNote row={row} /></Box>
    </>
  ),
};
const task: Column<TaskRow> = { key: 'task', label: 'worklist.column.task', width: '20%', render: (row) => row.title };
const people: Column<TaskRow> = { key: 'people', label: 'worklist.column.people', width: '17%', from: 'md', render: (row) => <TaskPeople row={row} /> };
const state: Column<TaskRow> = { key: 'state', label: 'worklist.column.state', width: 176, from: 'md', render: (row) => (row.state ? <ToneChip tone={row.state.tone} label={row.state.title} /> : null) };
const due: Column<TaskRow> = { key: 'due', label: 'worklist.column.due', sort: 'dueAt', width: 168, render: (row) => <TermLabel term={row} /> };
const done: Column<TaskRow> = { key: 'done', label: 'worklist.column.done', width: 168, render: (row) => (row.completedAt ? <Moment value={row.completedAt} /> : null) };
const outcome: Column<TaskRow> = { key: 'outcome', label: 'worklist.column.outcome', width: 160, from: 'sm', render: (row) => row.outcomeTitle };

export const taskColumns = (scope: TaskScope): readonly Column<TaskRow>[] =>
  scope === 'done' ? [subject, task, outcome, state, done] : [subject, task, people, state, due];
