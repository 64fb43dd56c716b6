import type { ProcessDefinition } from '@reglament/contracts';
import { advance, type EngineError, type Instance, type Outcome, type Resources } from '@reglament/engine';
import { carefully, type Step } from './explore.js';
import { prepare, type CheckModelOptions } from './prepare.js';
import { assumedStill } from './state-key.js';

/** Where the steps of a fault lead: a snapshot, or what stopped the last of them. */
export type Replayed =
  | { readonly kind: 'stands'; readonly instance: Instance }
  | { readonly kind: 'refused'; readonly refusal: Extract<Outcome, { kind: 'refused' }>['refusal'] }
  | { readonly kind: 'fault'; readonly fault: EngineError };

/**
 * Goes the way of a fault again, step for step, by the engine: for the designer, which shows it, and as the proof that the way is there.
 *
 * @throws Error where a step but the last does not go through, or data would decide otherwise than the steps say: they are of another definition.
 */
export function replaySteps(definition: ProcessDefinition, resources: Resources, steps: readonly Step[], options: CheckModelOptions = {}): Replayed {
  const { compiled, context, oracle, reach, questions, begin } = prepare(definition, resources, options, 'r');
  let assumed: ReturnType<typeof assumedStill> = new Map();
  let instance: Instance | null = null;
  for (const [i, { root, move, choices }] of steps.entries()) {
    const before: Instance | null = instance;
    oracle.begin(choices.map(({ taken }) => taken), assumed);
    const outcome = carefully(() => (before === null || move === null ? begin(root) : advance(compiled, before, move.command, context)));
    if (outcome === 'tooMany') throw new Error(`step ${i} asks for more than it says`);
    const last = i === steps.length - 1;
    if (outcome instanceof Error || outcome.kind === 'refused') {
      if (!last) throw new Error(`step ${i} does not go through`);
      return outcome instanceof Error ? { kind: 'fault', fault: outcome } : { kind: 'refused', refusal: outcome.refusal };
    }
    if (oracle.choices.length !== choices.length) throw new Error(`step ${i} has ${oracle.choices.length} choices, not ${choices.length}`);
    instance = outcome.instance;
    assumed = assumedStill(compiled, instance, oracle.assumptions, reach, questions);
  }
  if (instance === null) throw new Error('no steps');
  return { kind: 'stands', instance };
}
