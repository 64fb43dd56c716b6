import { decide, type Decision } from '@reglament/access';
import type { CompleteTask } from '@reglament/contracts';
import type { Actor, Command, Effect } from '@reglament/engine';
import { loadTask, openedTaskRows, type LoadedTask, type TaskListRow } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { keyReused, noAccess, notFound } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import { takingUploads } from '../files/link-uploads.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut, type Facts, type Plan } from '../transition/carry-out.js';
import { CONFLICT, retryConflict } from '../transition/retry-conflict.js';
import { closedTaskRefusal } from './closed-task.js';
import { withEngineFaults } from './engine-fault.js';
import { establishFor } from './establish.js';
import { humanNode } from './human-node.js';
import { judgeCompletion } from './judge-completion.js';
import { remarkOf, submissionOf } from './submission-of.js';
import { taskObject } from './task-object.js';

export interface CompleteTaskRequest {
  readonly task: string;
  readonly body: CompleteTask;
  /** Null: the completion is its own only once; a retry of the caller then gets 409. */
  readonly idempotencyKey: string | null;
}

/** What was done, in ids: `views` makes rows of it. The same for a repeated request with the same key. */
export interface TaskCompleted { readonly task: string; readonly instance: string; readonly outcome: string; readonly facts: Facts | null; readonly next: readonly string[] }

/** Beside what was done: the task's node, and the rows of the tasks that were opened. Null where the answer was found under its key: others may have worked on them since. */
export interface TaskJustCompleted { readonly done: TaskCompleted; readonly written: { readonly definitionHash: string; readonly node: string; readonly opened: readonly TaskListRow[] } | null }

export async function completeTask(shell: Shell, caller: Caller, request: CompleteTaskRequest): Promise<Answer<TaskCompleted>> {
  const answer = await completeAndTell(shell, caller, request);
  return answer.ok ? ok(answer.value.done) : answer;
}

/**
 * Completes a task: architecture §4, steps 3 to 8. Reads top to bottom; nothing of a completion happens anywhere else.
 */
export function completeAndTell(shell: Shell, caller: Caller, request: CompleteTaskRequest): Promise<Answer<TaskJustCompleted>> {
  const key = request.idempotencyKey ?? randomUUID();
  const hash = hashOf(request, key);

  return retryConflict<TaskJustCompleted>(async () => {
    // 3. One query: task, instance, organisation, and what was answered to this key before.
    const loaded = await loadTask(shell.store, { task: request.task, idempotency: { actor: caller.person, key } });
    if (!loaded) return refuse(notFound());
    if (loaded.answered) return loaded.answered.requestHash === hash ? ok({ done: loaded.answered.response as TaskCompleted, written: null }) : refuse(keyReused());
    const live = await shell.definitions.get(loaded.definition.hash);

    // 4. May this person, and by what right?
    const context = shell.organisations.context(shell.clock.now());
    const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
    const decision: Decision = decide('task.complete', subject, taskObject(loaded, live, context));
    if (!decision.allowed && decision.reason === 'notVisible') return refuse(noAccess(decision));
    if (loaded.task.status !== 'open') return refuse(await closedTaskRefusal(shell, loaded, caller.locale));
    if (!decision.allowed) return refuse(noAccess(decision));
    // Before the form is judged: what is wrong in it is not what keeps the work back.
    if (loaded.snapshot.suspended) return refuse(engineRefusal({ code: 'suspended', node: null }));
    const actor: Actor = { person: caller.person, right: decision.right };

    // 5. The form and the checks: data as they will be kept, or errors at the fields.
    const judged = await judgeCompletion(shell, caller, live, loaded, request.body, context);
    if (!judged.ok) return judged;
    const { data } = judged.value;
    const submission = submissionOf(live, loaded, caller, request.body, judged.value);

    // 6 and 7. The engine's answer, written in one commit.
    const node = humanNode(live, loaded.task.node);
    const establish = await establishFor(shell, { caller, live, loaded, node, actor, body: request.body, data, context });
    if (!establish.ok) return establish;
    const answerOf = (facts: Facts | null, effects: readonly Effect[]): TaskCompleted => ({
      task: request.task, instance: loaded.head.id, outcome: request.body.outcome, facts, next: effects.flatMap((effect) => (effect.type === 'openTask' ? [effect.task.id] : [])),
    });
    const written = await withEngineFaults(shell, loaded.head.id, loaded.task.node, async () => ok(await carryOut(shell, live, loaded, context, {
      ...withUploads(caller, loaded, data, establish.value),
      command: (facts): Command => ({
        type: 'completeTask', task: request.task, outcome: request.body.outcome, ...(request.body.returnTo !== undefined && { returnTo: request.body.returnTo }), by: actor, data, facts,
        submission: submission.hash, remark: remarkOf(request.body) !== null,
      }),
      actor, remark: remarkOf(request.body), submission,
      idempotency: (facts, effects) => ({ actor: caller.person, key, requestHash: hash, response: answerOf(facts, effects) }),
    })));
    if (!written.ok) return written;
    const done = written.value;
    switch (done.kind) {
      case 'conflict': return CONFLICT;
      case 'refused': return refuse(engineRefusal(done.refusal));
      case 'denied': return refuse(done.refusal);
      case 'done': break;
    }

    // 8. After the commit.
    afterCommit(shell, done.instance, done.effects);
    const opened = openedTaskRows({ loaded, after: done.instance, effects: done.effects, at: context.now });
    return ok({ done: answerOf(done.facts, done.effects), written: { definitionHash: loaded.definition.hash, node: loaded.task.node, opened } });
  });
}

/** Files of the form are taken into the case in the same commit, before anything is signed or registered. */
function withUploads(caller: Caller, loaded: LoadedTask, data: unknown, establish: Plan['establish'] | null): Pick<Plan, 'establish'> {
  const { establish: taking } = takingUploads(data, loaded, caller.person);
  if (!taking || !establish) return taking || establish ? { establish: (taking ?? establish)! } : {};
  return {
    establish: async (tx) => {
      const taken = await taking(tx);
      return 'denied' in taken ? taken : establish(tx);
    },
  };
}

/** The password is no part of what is compared. */
function hashOf({ task, body }: CompleteTaskRequest, key: string): string {
  const { outcome, data, remark, warningReasons } = body;
  return requestHash(key, { task, outcome, data: data ?? null, remark: remark ?? null, warningReasons: warningReasons ?? null });
}
