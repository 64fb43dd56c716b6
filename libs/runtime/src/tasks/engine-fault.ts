import { EngineError } from '@reglament/engine';
import { HandlerError } from '@reglament/handlers';
import { openIncident } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { refuse, type Answer } from '../answers/answer.js';
import { definitionFault } from '../answers/refusals.js';
import type { Shell } from '../shell.js';

/**
 * A case that its definition cannot carry on (no flow holds, there is no document to sign) is an operator's business: an
 * incident is opened, and the person is told so instead of being shown a broken product.
 */
export async function withEngineFaults<Result>(shell: Shell, instance: string, node: string, run: () => Promise<Answer<Result>>): Promise<Answer<Result>> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof EngineError) && !(error instanceof HandlerError)) throw error;
    const place = error instanceof EngineError ? (error.details.node ?? node) : node;
    shell.log.error('engine.fault', { instance, node: place, code: error.code });
    await openIncident(shell.store, { id: randomUUID(), instance, node: place, activity: null, source: 'engine', sourceId: `${error.code}.${place}`, code: error.code, message: error.message, attempts: 1 });
    return refuse(definitionFault());
  }
}
