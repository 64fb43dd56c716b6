import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { DocumentSummary, TaskView } from '@reglament/contracts';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ApprovalRounds } from '../cases/approval-rounds.js';
import { formatDateTime } from '../common/dates.js';
import { Section } from '../common/section.js';
import { RowsSkeleton } from '../common/states.js';
import { useLanguage } from '../common/use-language.js';
import { useSession } from '../data/use-api.js';
import { CompleteDialog } from './complete-dialog.js';
import { ConflictDialog } from './conflict-dialog.js';
import { DraftNote } from './draft-note.js';
import { FindingsPanel } from './findings-panel.js';
import type { FormData, FormPort } from './form-port.js';
import { FormSlot } from './form-slot.js';
import { LateNotice } from './late-notice.js';
import { OutcomeBar } from './outcome-bar.js';
import { setAt } from './set-at.js';
import type { TaskTab } from './task-tabs.js';
import { useChecks } from './use-checks.js';
import { useCompletion } from './use-completion.js';
import { useDraft } from './use-draft.js';

const DocumentPreview = lazy(() => import('../documents/document-preview.js'));

interface TaskWorkProps {
  readonly task: TaskView;
  readonly document: DocumentSummary | null;
  readonly onShowTab: (tab: TaskTab) => void;
}

/** Beside the checks there is no room for the form's own list of sections before a very wide screen. */
const narrowForm = { mb: 2, '@media (max-width: 1600px)': { '& nav': { display: 'none' }, '& div:has(> nav)': { gridTemplateColumns: 'minmax(0, 1fr)' } } } as const;

/** The work itself: form or document, checks, ways out. */
export function TaskWork({ task, document, onShowTab }: TaskWorkProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const owner = useSession()?.person.reference ?? '';
  const form = useRef<FormPort>(null);
  const [ready, setReady] = useState(false);
  const open = task.status === 'open' && task.may.complete;
  const draft = useDraft(task, owner, form);
  const checks = useChecks(task.id, task.hasChecks && open);
  const { asking, late, choose, complete, cancel } = useCompletion(task, form, checks, draft.close);
  const { changed } = draft;
  const { ask, result } = checks;
  const begun = task.draft !== null || Object.keys(draft.initial).length > 0;
  // An empty form has nothing to check yet: a list of what is missing would only greet the person with errors.
  useEffect(() => {
    if (begun) ask(draft.initial, true);
  }, [ask, draft.initial, begun]);
  useEffect(() => form.current?.showFindings(result?.findings ?? []), [result]);
  const onChange = useCallback((data: FormData) => {
    changed(data);
    ask(data);
  }, [changed, ask]);
  const aside = task.hasChecks || task.approval !== null;
  return (
    <>
      {late ? <LateNotice late={late} /> : null}
      {task.status === 'open' || late ? null : <Alert severity="info" sx={{ mb: 2 }}>{task.completedBy && task.completedAt ? translate('task.completedBy', { name: task.completedBy.title, at: formatDateTime(task.completedAt, language) }) : translate(`task.${task.status}`)}{task.draft ? ` ${translate('task.draftKept')}` : ''}</Alert>}
      {task.status === 'open' && !task.may.complete ? <Alert severity="info" sx={{ mb: 2 }}>{translate(task.may.claim ? 'task.claimFirst' : 'task.notYours')}</Alert> : null}
      <Box sx={{ display: 'grid', gap: { xs: 0, lg: 2 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: aside ? 'minmax(0, 1fr) 340px' : 'minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Box>
          {task.form ? (
            <Box sx={aside ? narrowForm : undefined}><Suspense fallback={<RowsSkeleton rows={6} />}><FormSlot hash={task.form.hash} data={draft.initial} readOnly={!open} port={form} onChange={onChange} onReady={setReady} /></Suspense></Box>
          ) : null}
          {task.form && document && !task.hasChecks ? <Box sx={{ mt: 2 }}><Suspense fallback={<RowsSkeleton rows={8} />}><DocumentPreview id={document.id} /></Suspense></Box> : null}
          {task.form === null && document ? <Suspense fallback={<RowsSkeleton rows={8} />}><DocumentPreview id={document.id} /></Suspense> : null}
          {task.form === null && document === null ? <Section><Box sx={{ color: 'text.secondary' }}>{translate('task.nothingToFill')}</Box></Section> : null}
        </Box>
        {aside ? (
          <Box sx={{ position: { lg: 'sticky' }, top: { lg: 72 }, maxHeight: { lg: 'calc(100vh - 200px)' }, overflowY: { lg: 'auto' } }}>
            {task.hasChecks ? <FindingsPanel checks={checks} onJump={(pointer) => { if (form.current?.focus(pointer) === false) onShowTab('document'); }} /> : null}
            {task.approval ? <Section title={translate('approval.title')}><ApprovalRounds approval={task.approval} latestOnly /></Section> : null}
          </Box>
        ) : null}
      </Box>
      {open ? <OutcomeBar outcomes={task.outcomes} checks={result} busy={complete.isPending} ready={ready || task.form === null} note={task.form ? <DraftNote state={draft.state} /> : null} onChoose={choose} /> : null}
      {asking ? <CompleteDialog task={task} completion={asking} busy={complete.isPending} error={complete.error} onClose={cancel} onSend={(body) => complete.mutate(body)} /> : null}
      <ConflictDialog conflicts={draft.conflicts} labelOf={(pointer) => form.current?.labelOf(pointer) ?? pointer} onDone={(theirs) => {
        const data = draft.conflicts.reduce<FormData>((sum, conflict) => (theirs.has(conflict.pointer) ? setAt(sum, conflict.pointer, conflict.theirs) : sum), form.current?.values() ?? {});
        draft.settleConflicts();
        form.current?.replace(data);
        changed(data);
      }} />
    </>
  );
}
