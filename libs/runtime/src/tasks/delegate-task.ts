import type { PartyReference } from '@reglament/contracts';
import { refuse, type Answer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { taskCommand, type TaskCommanded, type TaskCommandRequest } from './task-command.js';

export interface DelegateRequest extends TaskCommandRequest { readonly to: PartyReference }

const unknownParty = (): Answer<never> => refuse(invalidRequest('partyUnknown', 'Такого сотрудника нет.', 'There is no such person.', [{ pointer: '/to', code: 'partyUnknown', message: 'Выберите действующего сотрудника' }]));

/** Hands the task to a colleague. Four-eyes still holds: the engine refuses an excluded person. */
export async function delegateTask(shell: Shell, caller: Caller, request: DelegateRequest): Promise<Answer<TaskCommanded>> {
  if (!(await shell.people.isActivePerson(request.to))) return unknownParty();
  return taskCommand(shell, caller, request, {
    policy: 'task.delegate', body: { to: request.to }, command: (_loaded, by) => ({ type: 'delegateTask', task: request.task, to: request.to, by }),
  });
}

/** Asks one more person for approval in the round that is open. */
export async function addApprover(shell: Shell, caller: Caller, request: DelegateRequest): Promise<Answer<TaskCommanded>> {
  if (!(await shell.people.isActivePerson(request.to))) return unknownParty();
  return taskCommand(shell, caller, request, {
    policy: 'task.addApprover', body: { to: request.to },
    command: (loaded, by) => ({ type: 'addApprover', activity: loaded.task.activity, approver: request.to, by }),
  });
}
