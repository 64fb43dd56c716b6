import type { OperateOnCase } from '@reglament/contracts';
import { wakeOutbox } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { InstanceCommanded } from '../instances/instance-command.js';
import type { Shell } from '../shell.js';
import { operate, type CaseOperationRequest } from './operate.js';

/** Makes a case stand still with everything that belongs to it: parts and called cases follow in the background. */
export function suspendCase(shell: Shell, caller: Caller, request: CaseOperationRequest<OperateOnCase>): Promise<Answer<InstanceCommanded>> {
  return operate(shell, caller, request, { outcome: 'suspend', audit: 'case.suspended' }, ({ actor, submission }) =>
    Promise.resolve(ok({ command: { type: 'suspendInstance', by: actor, remark: true, submission: submission.hash } })));
}

/** Lets it run again: terms with the time that they had left, and what was to be called or started meanwhile. */
export function resumeCase(shell: Shell, caller: Caller, request: CaseOperationRequest<OperateOnCase>): Promise<Answer<InstanceCommanded>> {
  return operate(shell, caller, request, { outcome: 'resume', audit: 'case.resumed' }, async ({ loaded, actor, submission }) =>
    Promise.resolve(ok({ command: { type: 'resumeInstance', by: actor, remark: true, submission: submission.hash }, also: (tx) => wakeOutbox(tx, loaded.head.id) })));
}
