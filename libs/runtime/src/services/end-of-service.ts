import type { Command, Refusal } from '@reglament/engine';
import { HandlerError, type HandlerResult } from '@reglament/handlers';

/** How a handler has ended, as the case is told: with its output, or with an error that the process is asked to catch. */
export function endOfService(activity: number, { output, error }: HandlerResult): Command {
  return error === undefined ? { type: 'completeServiceTask', activity, result: output } : { type: 'failServiceTask', activity, code: error.code, data: error.data };
}

/** Why the end of a service was not taken, as the operator reads it: no retry mends an error that no event of the process catches. */
export function refusedEnd(handler: string, refusal: Refusal): unknown {
  return refusal.code === 'errorNotCaught' ? new HandlerError('service.errorNotCaught', { handler, error: refusal.error }) : refusal;
}
