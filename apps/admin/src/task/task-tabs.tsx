import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { TaskView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import type { CaseTab } from '../cases/case-tab-panel.js';
import { colour } from '../theme/tokens.js';

export type TaskTab = 'work' | CaseTab;

export const taskTabs = (document: TaskView['document']): readonly TaskTab[] =>
  document ? ['work', 'document', 'progress', 'history', 'comments', 'files', 'diagram'] : ['work', 'progress', 'history', 'comments', 'files', 'diagram'];

interface TaskTabsProps<T extends string> {
  readonly tabs: readonly T[];
  readonly value: T;
  readonly onChange: (tab: T) => void;
}

/** Tabs of a task and of a case; each names its panel. */
export function TaskTabs<T extends string>({ tabs, value, onChange }: TaskTabsProps<T>) {
  const translate = useTranslate();
  return (
    <Tabs value={value} onChange={(_event, tab: T) => onChange(tab)} variant="scrollable" aria-label={translate('tabs.label')} className="no-print" sx={{ mb: 2, borderBottom: `1px solid ${colour.line}` }}>
      {tabs.map((tab) => <Tab key={tab} value={tab} id={`task-tab-${tab}`} aria-controls={value === tab || tab === 'work' ? `task-panel-${tab}` : undefined} label={translate(`tabs.${tab}`)} />)}
    </Tabs>
  );
}
