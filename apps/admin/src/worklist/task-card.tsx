import Box from '@mui/material/Box';
import type { TaskRow } from '@reglament/contracts';
import type { ReactNode } from 'react';
import { taskAddress } from '../common/addresses.js';
import { RowLink } from '../common/list/row-link.js';
import { Moment } from '../common/moment.js';
import { TermLabel } from '../common/term-label.js';
import { ToneChip } from '../theme/tone-chip.js';
import { SubjectNote } from './subject-note.js';
import { TaskPeople } from './task-people.js';

export function TaskCard({ row, action }: { readonly row: TaskRow; readonly action?: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ fontSize: '0.9375rem' }}><RowLink to={taskAddress(row.id)}>{row.subject ?? row.definition.title}</RowLink></Box>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{row.title}{row.outcomeTitle ? `: ${row.outcomeTitle}` : ''}</Box>
      <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><TaskPeople row={row} inline /></Box>
      <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}><SubjectNote row={row} /></Box>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mt: 0.5, fontSize: '0.8125rem' }}>
        {row.completedAt ? <Moment value={row.completedAt} /> : <TermLabel term={row} inline />}
        <Box sx={{ flex: 1 }} />
        {row.state ? <ToneChip tone={row.state.tone} label={row.state.title} /> : null}
        <Box sx={{ position: 'relative', zIndex: 1 }}>{action}</Box>
      </Box>
    </Box>
  );
}
