import type { ApprovalView, DocumentSummary, InstanceView } from '@reglament/contracts';
import { lazy, Suspense } from 'react';
import { QueryView } from '../common/query-view.js';
import { Section } from '../common/section.js';
import { RowsSkeleton } from '../common/states.js';
import { useApi } from '../data/use-api.js';
import { CaseProgress } from './case-progress.js';
import { Comments } from './comments.js';
import { Files } from './files.js';
import { History } from './history.js';

const DocumentPreview = lazy(() => import('../documents/document-preview.js'));
const SummaryTab = lazy(() => import('../summary/summary-tab.js'));
const ManagementTab = lazy(() => import('../operations/management-tab.js'));
const CaseDiagram = lazy(() => import('./case-diagram.js'));

export type CaseTab = 'document' | 'progress' | 'summary' | 'history' | 'comments' | 'files' | 'diagram' | 'manage';

interface CaseTabPanelProps {
  readonly tab: CaseTab;
  readonly instance: string;
  readonly document: DocumentSummary | null;
  readonly approval?: ApprovalView | null;
  readonly task?: string;
  /** The case has not ended. */
  readonly active?: boolean;
}

/** The tabs that a task shares with its case. */
export function CaseTabPanel({ tab, instance, document, approval = null, task, active = false }: CaseTabPanelProps) {
  switch (tab) {
    case 'document': return document ? <Suspense fallback={<RowsSkeleton rows={8} />}><DocumentPreview id={document.id} /></Suspense> : null;
    case 'progress': return <Progress instance={instance} approval={approval} />;
    case 'summary': return <Suspense fallback={<RowsSkeleton rows={8} />}><SummaryTab instance={instance} /></Suspense>;
    case 'history': return <History instance={instance} />;
    case 'comments': return <Comments instance={instance} task={task} />;
    case 'files': return <Files instance={instance} />;
    case 'diagram': return <Suspense fallback={<RowsSkeleton rows={8} />}><CaseDiagram instance={instance} /></Suspense>;
    case 'manage': return <Suspense fallback={<RowsSkeleton rows={8} />}><ManagementTab instance={instance} active={active} /></Suspense>;
  }
}

function Progress({ instance, approval }: { readonly instance: string; readonly approval: ApprovalView | null }) {
  const query = useApi<InstanceView>(`/process-instances/${instance}`);
  if (query.data === undefined) return <Section><QueryView query={query}>{() => null}</QueryView></Section>;
  return <CaseProgress view={query.data} approval={approval} />;
}
