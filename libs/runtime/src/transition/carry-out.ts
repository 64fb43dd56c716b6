import { advance, type Actor, type Command, type Context, type Effect, type Instance, type Json, type Refusal } from '@reglament/engine';
import { inTransaction, keepCommandInputs, saveTransition, saveTransitionIn, type IdempotencyRecord, type LoadedInstance, type NewSubmission, type SaveResult, type Transition, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { RefusalAnswer } from '../answers/answer.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { inputsOf } from '../replay/kept-inputs.js';
import { portsIn } from '../services/ports.js';
import type { Shell } from '../shell.js';
import { afterCommit } from './after-commit.js';
import { followUp, type FollowedUp } from './follow-ups.js';
import { mergeChildStarts } from './merge-child-starts.js';
import { Rollback } from './rollback.js';
import { nextTransactional, runServices, ServiceFailed, type Step } from './run-services.js';

/** What the system itself established in the transaction; merged into the document variable. */
export type Facts = { readonly [name: string]: Json };

/** One command on a loaded instance, with all that is to be written together with it. */
export interface Plan {
  /** What the transaction itself has to establish before the engine is asked: a signature, a number. Makes the completion go unbatched. */
  readonly establish?: (tx: Tx) => Promise<{ readonly facts: Facts | null } | { readonly denied: RefusalAnswer }>;
  readonly command: (facts: Facts | null) => Command;
  readonly actor: Actor | null;
  readonly remark: string | null;
  readonly submission: NewSubmission | null;
  readonly idempotency: ((facts: Facts | null, effects: readonly Effect[]) => IdempotencyRecord) | null;
  readonly firedTimer?: { readonly id: string; readonly fence: number } | null;
  /** More to be written in the same commit, e.g. the row of the outbox that this command answers. */
  readonly also?: (tx: Tx) => Promise<void>;
}

export type CarriedOut =
  | { readonly kind: 'done'; readonly instance: Instance; readonly effects: readonly Effect[]; readonly facts: Facts | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'denied'; readonly refusal: RefusalAnswer }
  /** Somebody else was faster: load again and decide anew. */
  | { readonly kind: 'conflict' };

/**
 * Steps 6 and 7 of a command: asks the engine and writes what it answers, whole or not at all. Batched with what others write at the
 * moment, unless something has to happen inside the very transaction (a number, a signature, a handler of our own database).
 */
export async function carryOut(shell: Shell, live: LiveDefinition, loaded: LoadedInstance, context: Context, plan: Plan): Promise<CarriedOut> {
  const transition = (step: Step, facts: Facts | null): Transition => ({
    before: loaded.head, after: step.instance, effects: mergeChildStarts(step.effects), command: randomUUID(), actor: plan.actor, at: context.now,
    submission: plan.submission, idempotency: plan.idempotency?.(facts, step.effects) ?? null, firedTimer: plan.firedTimer ?? null,
  });

  const recorded = (commands: readonly Command[], done: CarriedOut): CarriedOut => {
    if (done.kind === 'done') shell.record?.({ instance: loaded.head.id, definitionHash: live.hash, now: context.now, beginning: null, commands, after: done.instance });
    return done;
  };

  if (!plan.establish && !plan.also) {
    const command = plan.command(null);
    const step = advance(live.compiled, loaded.snapshot, command, context);
    if (step.kind === 'refused') return step;
    if (!nextTransactional(step, shell.handlers, new Set())) {
      shell.passed('before-save');
      const result = await saveTransition(shell.store, transition(step, null));
      shell.passed('after-save');
      return recorded([command], saved(result, step, null));
    }
  }

  const putOff = new Set<number>();
  for (;;) {
    try {
      let others: readonly FollowedUp[] = [];
      let commands: readonly Command[] = [];
      let told: readonly string[] = [];
      const done = await inTransaction(shell.store, async (tx) => {
        shell.passed('transaction-begun');
        const established = plan.establish ? await plan.establish(tx) : { facts: null };
        if ('denied' in established) throw new Rollback<CarriedOut>({ kind: 'denied', refusal: established.denied });
        if (plan.establish) shell.passed('after-establish');
        const { facts } = established;
        const command = plan.command(facts);
        const step = advance(live.compiled, loaded.snapshot, command, context);
        if (step.kind === 'refused') throw new Rollback<CarriedOut>(step);
        const served = await runServices(step, {
          compiled: live.compiled, context, handlers: shell.handlers, remark: plan.remark, putOff,
          ports: (snapshot, node) => portsIn(shell, tx, { snapshot, organisation: loaded.organisation, compiled: live.compiled, context, node }, plan.actor?.person ?? null),
        });
        told = served.told;
        commands = [command, ...served.commands];
        const result = await saveTransitionIn(tx, transition(served, facts));
        if (result.kind === 'conflict') throw new Rollback<CarriedOut>({ kind: 'conflict' });
        const inputs = inputsOf(commands);
        if (inputs) await keepCommandInputs(tx, [{ instance: loaded.head.id, version: result.head.version, inputs }]);
        others = await followUp(shell, tx, served.followUps, context);
        await plan.also?.(tx);
        shell.passed('before-commit');
        return saved(result, served, facts);
      });
      shell.passed('after-commit');
      if (told.length > 0) shell.live.changed({ instance: loaded.head.id, parties: told });
      for (const other of others) {
        afterCommit(shell, other.instance, other.effects);
        shell.record?.({ instance: other.instance.id, definitionHash: other.instance.definitionHash, now: context.now, beginning: null, commands: [other.command], after: other.instance });
      }
      return recorded(commands, done);
    } catch (error) {
      if (error instanceof Rollback) return error.result as CarriedOut;
      if (!(error instanceof ServiceFailed)) throw error;
      shell.log.error('service.putOff', { instance: loaded.head.id, activity: error.activity, cause: String(error.cause) });
      putOff.add(error.activity);
    }
  }
}

function saved(result: SaveResult, step: Step, facts: Facts | null): CarriedOut {
  return result.kind === 'conflict' ? { kind: 'conflict' } : { kind: 'done', instance: step.instance, effects: step.effects, facts };
}
