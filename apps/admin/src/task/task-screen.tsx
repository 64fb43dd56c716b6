import { caseAddress } from '../common/addresses.js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { TaskView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { CaseTabPanel } from '../cases/case-tab-panel.js';
import { Dotted } from '../common/dotted.js';
import { Page } from '../common/page.js';
import { TermLabel } from '../common/term-label.js';
import { ToneChip } from '../theme/tone-chip.js';
import { ChangesBanner } from './changes-banner.js';
import { ReturnedBanner } from './returned-banner.js';
import { TaskActions } from './task-actions.js';
import { taskTabs, TaskTabs, type TaskTab } from './task-tabs.js';
import { TaskWork } from './task-work.js';
import { useCaseDocument } from './use-case-document.js';
import { WhyPanel } from './why-panel.js';

export function TaskScreen({ task }: { readonly task: TaskView }) {
  const translate = useTranslate();
  const document = useCaseDocument(task);
  const [tab, setTab] = useState<TaskTab>('work');
  return (
    <Page
      title={task.subject ?? task.definition.title}
      above={<><Link to="/tasks">{translate('worklist.title')}</Link> · <Link to={caseAddress(task.instance)}>{[task.definition.title, task.businessKey ? `№ ${task.businessKey}` : null].filter(Boolean).join(' ')}</Link></>}
      badge={task.state ? <ToneChip tone={task.state.tone} label={task.state.title} /> : null}
      below={(
        <Dotted>
          <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>{task.title}</Box>
          {task.status === 'open' ? <TermLabel term={task} inline /> : ''}
          {task.substituteFor ? translate('worklist.insteadOf', { name: task.substituteFor.title }) : ''}
        </Dotted>
      )}
      actions={<TaskActions task={task} />}
    >
      {task.suspended ? <Alert severity="warning" sx={{ mb: 2 }}>{translate('operation.taskStandsStill')}</Alert> : null}
      <ReturnedBanner task={task} />
      <ChangesBanner task={task} />
      <WhyPanel task={task} />
      <TaskTabs tabs={taskTabs(document)} value={tab} onChange={setTab} />
      {/* The form stays mounted behind the other tabs: nothing typed is lost by looking at the history. */}
      <Box role="tabpanel" id="task-panel-work" aria-labelledby="task-tab-work" hidden={tab !== 'work'}><TaskWork task={task} document={document} onShowTab={setTab} /></Box>
      {tab === 'work' ? null : <Box role="tabpanel" id={`task-panel-${tab}`} aria-labelledby={`task-tab-${tab}`}><CaseTabPanel tab={tab} instance={task.instance} document={document} approval={task.approval} task={task.id} /></Box>}
    </Page>
  );
}
