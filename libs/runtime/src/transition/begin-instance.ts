import { start, type Actor, type Command, type Effect, type Instance, type Refusal, type StartInput } from '@reglament/engine';
import { inTransaction, keepCommandInputs, saveTransition, saveTransitionIn, type IdempotencyRecord, type NewSubmission, type OrganisationRecordFacts, type Transition, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { RefusalAnswer } from '../answers/answer.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { linkUploads } from '../files/link-uploads.js';
import { inputsOf } from '../replay/kept-inputs.js';
import { portsIn } from '../services/ports.js';
import type { Shell } from '../shell.js';
import { followUp } from './follow-ups.js';
import { mergeChildStarts } from './merge-child-starts.js';
import { Rollback } from './rollback.js';
import { nextTransactional, runServices, ServiceFailed, type Step } from './run-services.js';

export interface Birthplace {
  readonly definition: { readonly key: string; readonly version: number };
  readonly organisation: Pick<OrganisationRecordFacts, 'id' | 'path' | 'timeZone'>;
}

export interface BirthPlan {
  readonly input: StartInput;
  readonly actor: Actor | null;
  readonly submission: NewSubmission | null;
  /** Hashes of uploads that the start form refers to: taken into the case in the same commit. */
  readonly files: readonly string[];
  readonly idempotency: ((effects: readonly Effect[]) => IdempotencyRecord) | null;
  /** Written in the commit of the beginning; false: somebody else has begun it, and nothing is written. */
  readonly also?: (tx: Tx) => Promise<boolean>;
}

export type Begun =
  | { readonly kind: 'done'; readonly instance: Instance; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'denied'; readonly refusal: RefusalAnswer }
  | { readonly kind: 'conflict' };

/** Writes a new case: like `carryOut`, with nothing before it. */
export async function beginInstance(shell: Shell, live: LiveDefinition, place: Birthplace, plan: BirthPlan): Promise<Begun> {
  const context = shell.organisations.context(shell.clock.now());
  const step = start(live.compiled, plan.input, context);
  if (step.kind === 'refused') return step;
  const transition = (given: Step): Transition => ({
    before: { definition: place.definition, path: place.organisation.path }, after: given.instance, effects: mergeChildStarts(given.effects),
    command: randomUUID(), actor: plan.actor, at: context.now, submission: plan.submission, idempotency: plan.idempotency?.(given.effects) ?? null,
  });
  const begun = (given: Step, commands: readonly Command[]): Begun => {
    shell.record?.({ instance: given.instance.id, definitionHash: live.hash, now: context.now, beginning: { type: 'start', input: plan.input }, commands, after: given.instance });
    return { kind: 'done', instance: given.instance, effects: given.effects };
  };

  const beginning = Object.keys(plan.input.variables).length === 0 ? undefined : { variables: plan.input.variables, starter: plan.input.starter?.person ?? null };
  if (plan.files.length === 0 && !beginning && !plan.also && !nextTransactional(step, shell.handlers, new Set())) {
    shell.passed('before-save');
    const result = await saveTransition(shell.store, transition(step));
    shell.passed('after-save');
    return result.kind === 'conflict' ? result : begun(step, []);
  }
  const putOff = new Set<number>();
  for (;;) {
    try {
      return await inTransaction(shell.store, async (tx) => {
        const denied = plan.files.length > 0 && plan.actor ? await linkUploads(tx, plan.files, step.instance.id, plan.actor.person, place.organisation.id) : null;
        if (denied) throw new Rollback<Begun>({ kind: 'denied', refusal: denied });
        if (plan.also && !(await plan.also(tx))) throw new Rollback<Begun>({ kind: 'conflict' });
        const served = await runServices(step, {
          compiled: live.compiled, context, handlers: shell.handlers, remark: null, putOff,
          ports: (snapshot, node) => portsIn(shell, tx, { snapshot, organisation: place.organisation, compiled: live.compiled, context, node }, plan.actor?.person ?? null),
        });
        const result = await saveTransitionIn(tx, transition(served));
        if (result.kind === 'conflict') throw new Rollback<Begun>(result);
        const inputs = inputsOf(served.commands, beginning);
        if (inputs) await keepCommandInputs(tx, [{ instance: step.instance.id, version: result.head.version, inputs }]);
        await followUp(shell, tx, served.followUps, context);
        return served;
      }).then((served) => {
        if (served.told.length > 0) shell.live.changed({ instance: step.instance.id, parties: served.told });
        return begun(served, served.commands);
      });
    } catch (error) {
      if (error instanceof Rollback) return error.result as Begun;
      if (!(error instanceof ServiceFailed)) throw error;
      shell.log.error('service.putOff', { instance: step.instance.id, activity: error.activity, cause: String(error.cause) });
      putOff.add(error.activity);
    }
  }
}
