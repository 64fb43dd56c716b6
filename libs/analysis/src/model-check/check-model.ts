import type { ProcessDefinition } from '@reglament/contracts';
import type { Resources } from '@reglament/engine';
import { explore, type Explored } from './explore.js';
import { findFaults } from './find-faults.js';
import { prepare, type CheckModelOptions } from './prepare.js';
import type { Bound, ModelVerdict } from './verdict.js';
import { BOUND_TEXTS } from './words.js';

/** In this part of the states every order of independent steps is looked at; where that is not enough, all of them go to one order. */
const EVERY_ORDER = 0.1;

/**
 * The publish gate: runs a definition in every way that people, services, events and data may take it, and tells what goes wrong on some of
 * them. The runs are the engine's own. Conditions are free choices unless they can be decided: by the outcome of a step, by a constant, by a
 * value assumed before.
 *
 * @param definition one that `checkDefinition` finds sound; about any other nothing is promised.
 */
export function checkModel(definition: ProcessDefinition, resources: Resources = {}, options: CheckModelOptions = {}): ModelVerdict {
  const setting = prepare(definition, resources, options);
  let explored: Explored = explore({ ...setting, maxStates: Math.ceil(setting.maxStates * EVERY_ORDER) });
  const all = !explored.cuts.has('states');
  if (!all) explored = explore({ ...setting, order: 'one' });
  const bounds: Bound[] = [...explored.cuts, ...(all ? [] : ['order' as const]), ...(explored.lists ? ['items' as const] : [])];
  return {
    faults: findFaults(definition, setting.compiled, explored), states: explored.states.length,
    complete: !explored.cuts.has('states'), bounds: bounds.map((bound) => ({ bound, text: BOUND_TEXTS[bound] })),
  };
}
