import type { Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { taskCommand, type TaskCommanded, type TaskCommandRequest } from './task-command.js';

/** Takes a task off the common list: from now on nobody else completes it. */
export function claimTask(shell: Shell, caller: Caller, request: TaskCommandRequest): Promise<Answer<TaskCommanded>> {
  return taskCommand(shell, caller, request, { policy: 'task.claim', body: {}, command: (_loaded, by) => ({ type: 'claimTask', task: request.task, by }) });
}

/** Gives it back to all who may perform it. */
export function unclaimTask(shell: Shell, caller: Caller, request: TaskCommandRequest): Promise<Answer<TaskCommanded>> {
  return taskCommand(shell, caller, request, { policy: 'task.unclaim', body: {}, command: (_loaded, by) => ({ type: 'unclaimTask', task: request.task, by }) });
}
