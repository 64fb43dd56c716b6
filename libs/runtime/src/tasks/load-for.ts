import { decide, type Decision, type PolicyName, type Subject } from '@reglament/access';
import type { Context } from '@reglament/engine';
import { loadTask, type LoadedTask } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { taskObject } from './task-object.js';

export interface TaskAtHand { readonly loaded: LoadedTask; readonly live: LiveDefinition; readonly context: Context; readonly subject: Subject; readonly decision: Extract<Decision, { allowed: true }> }

/** A task for whoever may do this to it, without a command: to look at it, to check it, to draft. */
export async function loadFor(shell: Shell, caller: Caller, task: string, policy: Extract<PolicyName, `task.${string}`>): Promise<Answer<TaskAtHand>> {
  const loaded = await loadTask(shell.store, { task, idempotency: null });
  if (!loaded) return refuse(notFound());
  const live = await shell.definitions.get(loaded.definition.hash);
  const context = shell.organisations.context(shell.clock.now());
  const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
  const decision = decide(policy, subject, taskObject(loaded, live, context));
  return decision.allowed ? ok({ loaded, live, context, subject, decision }) : refuse(noAccess(decision));
}
