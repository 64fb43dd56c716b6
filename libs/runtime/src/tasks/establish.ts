import type { CompleteTask } from '@reglament/contracts';
import type { Actor, Context, Json } from '@reglament/engine';
import type { LoadedTask } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import type { Plan } from '../transition/carry-out.js';
import { operationOf, outcomesOf, type HumanNode } from './human-node.js';
import { registerDocument } from './register-document.js';
import { signDocument } from './sign-document.js';

/** A completion as what has to be established in its transaction sees it. */
export interface Establishing {
  readonly caller: Caller;
  readonly live: LiveDefinition;
  readonly loaded: LoadedTask;
  readonly node: HumanNode;
  readonly actor: Actor;
  readonly body: CompleteTask;
  readonly data: { readonly [field: string]: Json } | null;
  readonly context: Context;
}

/**
 * What the system itself has to establish inside the completion's transaction: a signature, a number. Null for every other task, and
 * for the outcomes of those two that send the document back (tone `negative`, or without the form).
 */
export async function establishFor(shell: Shell, given: Establishing): Promise<Answer<Plan['establish'] | null>> {
  const operation = operationOf(given.node);
  const outcome = outcomesOf(given.node).get(given.body.outcome);
  if (operation === null || !outcome || outcome.tone === 'negative' || outcome.skipForm === true) return ok(null);
  return operation === 'sign' ? signDocument(shell, given) : registerDocument(shell, given);
}
