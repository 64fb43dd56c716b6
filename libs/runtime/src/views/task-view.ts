import { decide } from '@reglament/access';
import { textIn, type OutcomeView, type TaskView } from '@reglament/contracts';
import { prefillOf } from '@reglament/engine';
import { findDraft, findTasks, loadTask, type LoadedTask } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { checksOf, formOf, humanNode, operationOf, outcomesOf, type HumanNode } from '../tasks/human-node.js';
import { taskObject } from '../tasks/task-object.js';
import { actionViews } from './action-views.js';
import { approvalView } from './approval-view.js';
import { documentSummaryOf } from './document-summary.js';
import { returnedOf } from './returned.js';
import { taskRows } from './task-rows.js';
import { nextNumberOf } from './next-number.js';
import { whyMine } from './why-mine.js';
import { whyTask } from './why-task.js';

/** Everything that the page of one task shows, in one answer. */
export async function viewTask(shell: Shell, caller: Caller, id: string): Promise<Answer<TaskView>> {
  const loaded = await loadTask(shell.store, { task: id, idempotency: null });
  if (!loaded) return refuse(notFound());
  const live = await shell.definitions.get(loaded.definition.hash);
  const now = shell.clock.now();
  const context = shell.organisations.context(now);
  const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, now);
  const object = taskObject(loaded, live, context);
  const read = decide('task.read', subject, object);
  if (!read.allowed) return refuse(noAccess(read));

  const node = humanNode(live, loaded.task.node);
  const form = formOf(live, loaded.task.form);
  const [stored, draft, document, returned, approval, why] = await Promise.all([
    findTasks(shell.store, [id]), findDraft(shell.store, id, caller.person), documentSummaryOf(shell, caller, loaded.snapshot),
    returnedOf(shell, caller, loaded, live), approvalView(shell, caller, loaded, live), whyTask(shell, caller, loaded, live),
  ]);
  const listed = stored.get(id);
  const [row] = listed ? await taskRows(shell, caller, subject, [listed]) : [];
  if (!row) return refuse(notFound());
  const open = loaded.task.status === 'open';
  const complete = decide('task.complete', subject, object);
  const { completedBy } = loaded.task;
  return ok({
    ...row,
    completedBy: completedBy === null ? null : ((await shell.people.titles([completedBy], caller.locale)).get(completedBy) ?? null),
    form: form && { key: form.key, hash: form.hash },
    data: open ? prefillOf(live.compiled, loaded.snapshot, loaded.task.activity, context) : {},
    draft, document, returned, approval, why, suspended: loaded.snapshot.suspended !== undefined,
    outcomes: outcomeViews(node, live, caller),
    actions: open ? actionViews(caller, { loaded, live, subject, context }, loaded.task.activity) : [],
    operation: operationOf(node),
    hasChecks: checksOf(node).length > 0,
    may: {
      complete: open && complete.allowed,
      claim: open && loaded.task.assignee === null && isShared(loaded) && decide('task.claim', subject, object).allowed,
      unclaim: open && loaded.task.assignee !== null && decide('task.unclaim', subject, object).allowed,
      delegate: open && decide('task.delegate', subject, object).allowed,
      addApprover: open && mayAddApprover(loaded, live) && decide('task.addApprover', subject, object).allowed,
    },
    whyMine: await whyMine(shell, caller, complete, loaded),
    registration: operationOf(node) === 'register' && document ? await nextNumberOf(shell, caller, document.id) : null,
  });
}

/** Work that is given to one person is that person's already: there is nothing to claim. */
function isShared({ task }: LoadedTask): boolean {
  return task.performers.length > 1 || !task.performers.every((party) => party.startsWith('person:'));
}

function mayAddApprover(loaded: LoadedTask, live: LiveDefinition): boolean {
  const node = live.definition.nodes[loaded.task.node];
  return node?.type === 'approvalTask' && node.mayAdd === true;
}

export function outcomeViews(node: HumanNode, { definition }: LiveDefinition, { locale }: Caller): readonly OutcomeView[] {
  const step = (key: string) => { const title = definition.nodes[key]?.title; return { key, title: title ? textIn(title, locale) : key }; };
  return [...outcomesOf(node)].map(([key, outcome]) => ({
    key, title: textIn(outcome.title, locale), tone: outcome.tone ?? 'neutral', remark: outcome.remark ?? null,
    skipForm: outcome.skipForm === true, confirm: outcome.confirm ? textIn(outcome.confirm, locale) : null,
    ...(outcome.returnTo !== undefined && { returnTo: [...new Set([outcome.to, ...outcome.returnTo])].map(step) }),
  }));
}
