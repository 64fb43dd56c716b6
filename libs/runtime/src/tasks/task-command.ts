import { decide, type PolicyName } from '@reglament/access';
import type { Actor, Command } from '@reglament/engine';
import { loadTask, type LoadedTask } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { keyReused, noAccess, notFound } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut } from '../transition/carry-out.js';
import { CONFLICT, retryConflict } from '../transition/retry-conflict.js';
import { closedTaskRefusal } from './closed-task.js';
import { taskObject } from './task-object.js';

export interface TaskCommandRequest { readonly task: string; readonly idempotencyKey: string | null }
export interface TaskCommanded { readonly task: string; readonly instance: string }

interface TaskCommand {
  readonly policy: Extract<PolicyName, `task.${string}`>;
  /** What beside the task tells one request from another under the same key. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly command: (loaded: LoadedTask, actor: Actor) => Command;
}

/** A command that a person gives on an open task without submitting anything: claim, unclaim, delegate, add an approver. */
export function taskCommand(shell: Shell, caller: Caller, request: TaskCommandRequest, given: TaskCommand): Promise<Answer<TaskCommanded>> {
  const key = request.idempotencyKey ?? randomUUID();
  const hash = requestHash(key, { task: request.task, policy: given.policy, body: given.body });
  return retryConflict<TaskCommanded>(async () => {
    const loaded = await loadTask(shell.store, { task: request.task, idempotency: { actor: caller.person, key } });
    if (!loaded) return refuse(notFound());
    if (loaded.answered) return loaded.answered.requestHash === hash ? ok(loaded.answered.response as TaskCommanded) : refuse(keyReused());
    const live = await shell.definitions.get(loaded.definition.hash);
    const context = shell.organisations.context(shell.clock.now());
    const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
    const decision = decide(given.policy, subject, taskObject(loaded, live, context));
    if (!decision.allowed && decision.reason === 'notVisible') return refuse(noAccess(decision));
    if (loaded.task.status !== 'open') return refuse(await closedTaskRefusal(shell, loaded, caller.locale));
    if (!decision.allowed) return refuse(noAccess(decision));
    const actor: Actor = { person: caller.person, right: decision.right };
    const answer: TaskCommanded = { task: request.task, instance: loaded.head.id };
    const done = await carryOut(shell, live, loaded, context, {
      command: () => given.command(loaded, actor), actor, remark: null, submission: null,
      idempotency: () => ({ actor: caller.person, key, requestHash: hash, response: answer }),
    });
    switch (done.kind) {
      case 'conflict': return CONFLICT;
      case 'refused': return refuse(engineRefusal(done.refusal));
      case 'denied': return refuse(done.refusal);
      case 'done': afterCommit(shell, done.instance, done.effects); return ok(answer);
    }
  });
}
