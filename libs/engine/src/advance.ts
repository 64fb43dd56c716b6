import { addApprover } from './commands/add-approver.js';
import { callEnded } from './commands/call-ended.js';
import { cancelInstance } from './commands/cancel-instance.js';
import { childrenChanged } from './commands/children-changed.js';
import { claimTask, unclaimTask } from './commands/claim-task.js';
import { completeServiceTask } from './commands/complete-service-task.js';
import { completeTask } from './commands/complete-task.js';
import { delegateTask } from './commands/delegate-task.js';
import { failServiceTask } from './commands/fail-service-task.js';
import { fireTimer } from './commands/fire-timer.js';
import { modifyInstance } from './commands/modify-instance.js';
import { receiveMessage } from './commands/receive-message.js';
import { restoreInstance } from './commands/restore-instance.js';
import { refusedWhileSuspended, resumeInstance, suspendInstance } from './commands/suspend-instance.js';
import { triggerAction } from './commands/trigger-action.js';
import type { Command } from './command.js';
import type { Compiled } from './compile/compiled.js';
import type { Context } from './context.js';
import { openDraft, type Draft } from './draft.js';
import type { Effect, Refusal } from './effect.js';
import { EngineError } from './engine-error.js';
import type { Instance } from './instance.js';
import { runDraft } from './run-draft.js';

/** What a command comes to: the next snapshot with what the world must do, in order; or why it cannot be, with nothing changed. */
export type Outcome =
  | { readonly kind: 'advanced'; readonly instance: Instance; readonly effects: readonly Effect[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Carries out one command. Pure: the same arguments give the same answer, `instance` is not changed, and nothing is done: the effects
 * say what must be done, and the shell does them in the commit that keeps the new snapshot.
 *
 * @throws EngineError when the definition or the context is at fault, or the instance belongs to another definition.
 */
export function advance(compiled: Compiled, instance: Instance, command: Command, context: Context): Outcome {
  if (instance.definitionHash !== compiled.hash) {
    throw new EngineError('engine.instanceMismatch', { definition: compiled.definition.key, hash: compiled.hash, instance: instance.id, found: instance.definitionHash });
  }
  if (command.type === 'restoreInstance') return restoreInstance(instance, command);
  if (instance.status !== 'active') return { kind: 'refused', refusal: { code: 'instanceEnded', status: instance.status } };
  if (instance.suspended !== undefined && refusedWhileSuspended(command)) return { kind: 'refused', refusal: { code: 'suspended', node: null } };
  const draft = openDraft(compiled, instance, context);
  return runDraft(draft, () => carryOut(draft, command));
}

function carryOut(draft: Draft, command: Exclude<Command, { type: 'restoreInstance' }>): void {
  switch (command.type) {
    case 'completeTask': return completeTask(draft, command);
    case 'claimTask': return claimTask(draft, command);
    case 'unclaimTask': return unclaimTask(draft, command);
    case 'delegateTask': return delegateTask(draft, command);
    case 'addApprover': return addApprover(draft, command);
    case 'triggerAction': return triggerAction(draft, command);
    case 'completeServiceTask': return completeServiceTask(draft, command);
    case 'failServiceTask': return failServiceTask(draft, command);
    case 'fireTimer': return fireTimer(draft, command);
    case 'receiveMessage': return receiveMessage(draft, command);
    case 'childrenChanged': return childrenChanged(draft, command);
    case 'callEnded': return callEnded(draft, command);
    case 'cancelInstance': return cancelInstance(draft, command);
    case 'suspendInstance': return suspendInstance(draft, command);
    case 'resumeInstance': return resumeInstance(draft, command);
    case 'modifyInstance': return modifyInstance(draft, command);
  }
}
