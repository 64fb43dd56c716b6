import type { CompletedTask, CompleteTask, OutcomeView, TaskView } from '@reglament/contracts';
import { useState, type RefObject } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { formatDateTime } from '../common/dates.js';
import { useLanguage } from '../common/use-language.js';
import { api } from '../data/http.js';
import { problemOf } from '../data/problem.js';
import { useAction } from '../data/use-action.js';
import { useRefresh } from '../data/use-api.js';
import { needsDialog, type Completion } from './complete-dialog.js';
import type { FormPort } from './form-port.js';
import type { Checks } from './use-checks.js';

/** Somebody else was first, or the case has gone on: what to say of it, and the remark that was on its way. */
export interface Late { readonly text: string; readonly remark: string }
const CLOSED: readonly string[] = ['taskAlreadyCompleted', 'taskNotOpen'];

/** From the press of an outcome to the answer: form, reasons, dialog, sending, refusals shown where they belong. */
export function useCompletion(task: TaskView, form: RefObject<FormPort | null>, checks: Checks, closeDraft: () => void) {
  const translate = useTranslate();
  const language = useLanguage();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const [asking, setAsking] = useState<Completion | null>(null);
  const [late, setLate] = useState<Late | null>(null);
  const complete = useAction((body: CompleteTask, idempotencyKey) => api<CompletedTask>(`/tasks/${task.id}/complete`, { method: 'POST', body, idempotencyKey }), {
    done: ({ message }) => message || translate('outcome.done'),
    refresh: ['/tasks/counts', '/process-instances', '/documents', '/journals'],
    onDone: () => {
      closeDraft();
      setAsking(null);
      void navigate('/tasks');
      void refresh('/tasks');
    },
    onRefused: (error, { outcome: chosen, data, remark = '' }) => {
      const problem = problemOf(error);
      if (problem === null) return asking !== null;
      // The press was quicker than the check: what it would have asked is asked now.
      const outcome = problem.code === 'reasonRequired' ? task.outcomes.find(({ key }) => key === chosen) : undefined;
      if (outcome !== undefined && problem.checks !== undefined) {
        setAsking({ outcome, data: data as Completion['data'], warnings: problem.checks.findings.filter(({ severity }) => severity === 'warning') });
        return true;
      }
      if (problem.status === 409) {
        void refresh('/tasks', '/documents', '/process-instances');
        if (!CLOSED.includes(problem.code)) return asking !== null;
        setAsking(null);
        const { completedBy: by } = problem;
        // In this browser's zone, as every other moment on the page; the server's sentence is in the office's.
        setLate({ text: by ? translate('task.completedBy', { name: by.title, at: formatDateTime(by.at, language) }) : problem.detail || problem.title, remark });
        return true;
      }
      if (problem.code === 'checksFailed') checks.ask(form.current?.values() ?? task.data, true);
      const inDialog = asking !== null && problem.errors?.every(({ pointer }) => pointer === '/password' || pointer === '/remark');
      if (!inDialog && problem.errors && problem.errors.length > 0 && form.current) {
        setAsking(null);
        form.current.showServerErrors(problem.errors);
        return false;
      }
      return asking !== null;
    },
  });
  const choose = (outcome: OutcomeView): void => {
    const data = outcome.skipForm || form.current === null ? form.current?.values() : (form.current.submit() ?? undefined);
    if (!outcome.skipForm && form.current !== null && data === undefined) return;
    const warnings = outcome.skipForm ? [] : (checks.result?.findings.filter(({ severity }) => severity === 'warning') ?? []);
    const completion: Completion = { outcome, data: outcome.skipForm ? undefined : data, warnings };
    complete.reset();
    if (needsDialog(task, completion)) setAsking(completion);
    else complete.mutate({ outcome: outcome.key, ...(completion.data === undefined ? {} : { data: completion.data }) });
  };
  return { asking, late, choose, complete, cancel: () => setAsking(null) };
}
