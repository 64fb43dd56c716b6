import { ExpressionLimitError } from '@reglament/expressions';
import type { Draft } from './draft.js';
import { EngineError } from './engine-error.js';

/** Gives a fault from below the ids by which an operator finds the case; anything else passes as it is. */
export function faultIn(draft: Draft, fault: unknown): unknown {
  if (!(fault instanceof ExpressionLimitError)) return fault;
  return new EngineError('engine.expressionLimit', {
    definition: draft.compiled.definition.key, hash: draft.compiled.hash, instance: draft.before.id, found: `more than ${fault.allowed} (${fault.limit})`,
  });
}
