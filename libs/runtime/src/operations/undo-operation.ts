import type { OperateOnCase } from '@reglament/contracts';
import { historyOf } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { InstanceCommanded } from '../instances/instance-command.js';
import type { Shell } from '../shell.js';
import { beforeOperation, operationIn } from './last-operation.js';
import { operate, type CaseOperationRequest } from './operate.js';

/** Takes the last modification or cancellation of a case back, while nothing has happened since that cannot be undone. */
export function undoOperation(shell: Shell, caller: Caller, request: CaseOperationRequest<OperateOnCase>): Promise<Answer<InstanceCommanded>> {
  return operate(shell, caller, request, { outcome: 'undo', audit: 'case.restored' }, async ({ loaded, actor, submission }) => {
    const fact = operationIn(await historyOf(shell.store, loaded.head.id));
    if (!fact) return refuse({ status: 409, code: 'nothingToUndo', text: { ru: 'Отменять нечего.', en: 'There is nothing to take back.' } });
    const before = await beforeOperation(shell, loaded, fact);
    if ('obstacle' in before) return refuse({ status: 409, code: 'cannotUndo', text: before.obstacle });
    return ok({ command: { type: 'restoreInstance', to: before.to, version: before.version, by: actor, remark: true, submission: submission.hash }, audit: { version: before.version } });
  });
}
