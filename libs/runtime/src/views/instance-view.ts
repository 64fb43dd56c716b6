import { decide, type CaseObject, type Subject } from '@reglament/access';
import type { InstanceView } from '@reglament/contracts';
import type { Context } from '@reglament/engine';
import { casePartiesOf, findInstanceRows, loadInstance, openTasksOf, type LoadedInstance } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { suspensionOf } from '../operations/suspension-of.js';
import { caseObject } from '../tasks/task-object.js';
import { actionViews } from './action-views.js';
import { childrenViews } from './children-view.js';
import { documentSummaryOf } from './document-summary.js';
import { instanceRows } from './instance-rows.js';
import { summingSteps } from './summing-steps.js';
import { taskRows } from './task-rows.js';

/** A case that was asked for and may be read: what every view of it starts from. */
export interface ReadableCase { readonly loaded: LoadedInstance; readonly live: LiveDefinition; readonly subject: Subject; readonly context: Context }

/** A stranger's case and one that does not exist are told in the same words (decision 20). */
export async function readableCase(shell: Shell, caller: Caller, id: string): Promise<Answer<ReadableCase>> {
  const loaded = isId(id) ? await loadInstance(shell.store, id) : null;
  if (!loaded) return refuse(notFound());
  const live = await shell.definitions.get(loaded.definition.hash);
  const now = shell.clock.now();
  const context = shell.organisations.context(now);
  const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, now);
  const decision = decide('case.read', subject, await wholeCase(shell, loaded, live, context));
  if (decision.allowed) return ok({ loaded, live, subject, context });
  // Whoever may read the parent may read its parts.
  const parent = loaded.snapshot.parent;
  const above = parent ? await readableCase(shell, caller, parent.instance) : null;
  return above?.ok ? ok({ loaded, live, subject, context }) : refuse(noAccess(decision));
}

/** With everybody who has a part in one of its parts: who executes one clause of an order may read the order's case. */
export async function wholeCase(shell: Shell, loaded: LoadedInstance, live: LiveDefinition, context: Context): Promise<CaseObject> {
  const object = caseObject(loaded, live, context);
  const parties = (await casePartiesOf(shell.store, [loaded.snapshot.id])).get(loaded.snapshot.id) ?? [];
  return { ...object, participants: [...object.participants, ...parties] };
}

export async function viewInstance(shell: Shell, caller: Caller, id: string): Promise<Answer<InstanceView>> {
  const readable = await readableCase(shell, caller, id);
  if (!readable.ok) return readable;
  const { loaded, live, subject, context } = readable.value;
  const above = loaded.snapshot.parent?.instance ?? null;
  // Of a part that stands apart its people see the part alone.
  const parentId = above !== null && (await readableCase(shell, caller, above)).ok ? above : null;
  const [rows, open, document, children] = await Promise.all([
    findInstanceRows(shell.store, [id, ...(parentId ? [parentId] : [])]), openTasksOf(shell.store, [id]), documentSummaryOf(shell, caller, loaded.snapshot), childrenViews(shell, caller, loaded, live),
  ]);
  const stored = rows.get(id);
  if (!stored) return refuse(notFound());
  const [row] = await instanceRows(shell, caller, [stored]);
  if (!row) return refuse(notFound());
  return ok({
    ...row, variables: loaded.snapshot.variables, tasks: await taskRows(shell, caller, subject, open), actions: actionViews(caller, readable.value),
    mayManage: decide('case.manage', subject, caseObject(loaded, live, context)).allowed, suspended: await suspensionOf(shell, caller, loaded.snapshot),
    mayCancel: loaded.snapshot.status === 'active' && decide('case.cancel', subject, caseObject(loaded, live, context)).allowed,
    summed: summingSteps(live, loaded.snapshot.scopeNode, caller.locale).length > 0, document, children, parent: parentId ? { id: parentId, subject: rows.get(parentId)?.subject ?? null } : null,
  });
}

export function isId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
