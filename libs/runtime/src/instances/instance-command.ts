import type { Actor, Command, Context } from '@reglament/engine';
import { findAnswer, loadInstance, type LoadedInstance, type NewSubmission, type Tx } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { keyReused, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { takingUploads } from '../files/link-uploads.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut } from '../transition/carry-out.js';
import { withEngineFaults } from '../tasks/engine-fault.js';
import { CONFLICT, retryConflict } from '../transition/retry-conflict.js';

export interface InstanceCommandRequest { readonly instance: string; readonly key: string; readonly requestHash: string }
export interface InstanceCommanded { readonly instance: string }

export interface DecidedCommand { readonly command: Command; readonly actor: Actor; readonly remark: string | null; readonly submission: NewSubmission | null;
  /** Written in the commit of the command. */
  readonly also?: (tx: Tx) => Promise<void>;
}

/** A command that a person gives on a case as a whole: an action, the cancellation. `decide` asks access and the form. */
export function instanceCommand(
  shell: Shell, caller: Caller, request: InstanceCommandRequest, decide: (loaded: LoadedInstance, live: LiveDefinition, context: Context) => Promise<Answer<DecidedCommand>>,
): Promise<Answer<InstanceCommanded>> {
  return retryConflict<InstanceCommanded>(async () => {
    const answered = await findAnswer(shell.store, { actor: caller.person, key: request.key });
    if (answered) return answered.requestHash === request.requestHash ? ok(answered.response as InstanceCommanded) : refuse(keyReused());
    const loaded = await loadInstance(shell.store, request.instance);
    if (!loaded) return refuse(notFound());
    const live = await shell.definitions.get(loaded.definition.hash);
    const context = shell.organisations.context(shell.clock.now());
    const decided = await decide(loaded, live, context);
    if (!decided.ok) return decided;
    const { command, actor, remark, submission, also } = decided.value;
    const answer: InstanceCommanded = { instance: loaded.head.id };
    const written = await withEngineFaults(shell, loaded.head.id, '', async () => ok(await carryOut(shell, live, loaded, context, {
      ...takingUploads(submission?.data, loaded, caller.person), ...(also && { also }), command: () => command, actor, remark, submission,
      idempotency: () => ({ actor: caller.person, key: request.key, requestHash: request.requestHash, response: answer }),
    })));
    if (!written.ok) return written;
    const done = written.value;
    switch (done.kind) {
      case 'conflict': return CONFLICT;
      case 'refused': return refuse(engineRefusal(done.refusal));
      case 'denied': return refuse(done.refusal);
      case 'done': afterCommit(shell, done.instance, done.effects); return ok(answer);
    }
  });
}
