import { caseAddress } from '../common/addresses.js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { InstanceView } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { formatDate } from '../common/dates.js';
import { Dotted } from '../common/dotted.js';
import { Page } from '../common/page.js';
import { TermLabel } from '../common/term-label.js';
import { useLanguage } from '../common/use-language.js';
import { CaseLinks } from '../respond/case-links.js';
import { SuspendedBanner } from '../operations/suspended-banner.js';
import { TaskTabs } from '../task/task-tabs.js';
import { CaseActions } from './case-actions.js';
import { CaseLine } from './case-line.js';
import { CaseProgress } from './case-progress.js';
import { CaseState } from './case-state.js';
import { CaseTabPanel, type CaseTab } from './case-tab-panel.js';

export function CaseScreen({ view }: { readonly view: InstanceView }) {
  const translate = useTranslate();
  const language = useLanguage();
  const [tab, setTab] = useState<CaseTab>('progress');
  const tabs: readonly CaseTab[] = ['progress', ...(view.summed ? ['summary' as const] : []), ...(view.document ? ['document' as const] : []), 'history', 'comments', 'files', 'diagram', ...(view.mayManage ? ['manage' as const] : [])];
  return (
    <Page
      title={view.subject ?? view.definition.title}
      above={<><Link to="/process-instances">{translate('menu.cases')}</Link>{view.parent ? <> · <Link to={caseAddress(view.parent.id)}>{view.parent.subject ?? translate('case.parent')}</Link></> : null}</>}
      badge={<CaseState row={view} />}
      below={(
        <Dotted>
          {view.businessKey ? `№ ${view.businessKey}` : ''}
          {view.definition.title}
          {view.organisation.title}
          {translate('case.startedBy', { date: formatDate(view.startedAt, language), name: view.starter?.title ?? translate('history.system') })}
          {view.nextDueAt ? <TermLabel term={{ dueAt: view.nextDueAt, dueInWorkingDays: view.nextDueInWorkingDays, overdue: view.overdue }} inline /> : null}
        </Dotted>
      )}
      actions={<CaseActions view={view} />}
    >
      <SuspendedBanner suspended={view.suspended} />
      {view.incidents > 0 ? <Alert severity="error" sx={{ mb: 2 }}>{translate('case.failureText')} <Link to="/incidents">{translate('menu.incidents')}</Link></Alert> : null}
      {/* A part stands in the way of the whole: of its own it has a step or two. */}
      <CaseLine instance={view.parent?.id ?? view.id} />
      <TaskTabs tabs={tabs} value={tab} onChange={setTab} />
      <Box role="tabpanel" id={`task-panel-${tab}`} aria-labelledby={`task-tab-${tab}`}>
        {tab === 'progress' ? <><CaseProgress view={view} approval={null} /><CaseLinks instance={view.id} /></> : <CaseTabPanel tab={tab} instance={view.id} document={view.document} active={view.status === 'active'} />}
      </Box>
    </Page>
  );
}
