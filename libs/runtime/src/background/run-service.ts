import type { Retry } from '@reglament/contracts';
import type { Command } from '@reglament/engine';
import { HandlerError, type HandlerResult, type JsonObject, type ServiceCall as Call } from '@reglament/handlers';
import { countServiceAttempt, findServiceCall, holdOutbox, inTransaction, loadInstance, postponeOutbox, settleOutbox, type ClaimedMessage, type LoadedInstance, type ServiceCall, type Tx } from '@reglament/store';
import { portsIn, portsOutside, type PortsPlace } from '../services/ports.js';
import { endOfService, refusedEnd } from '../services/end-of-service.js';
import { runHandler } from '../services/run-handler.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut } from '../transition/carry-out.js';
import { pauseAfter } from './back-off.js';
import { causeOf, giveUp } from './incident.js';

const MAX_CONFLICTS = 10;

/**
 * Runs the handler of an open service activity and brings its result back by the same road as any command. The attempt is counted
 * before it is made, so a handler that kills the process runs out of attempts too.
 */
export async function runService(shell: Shell, message: ClaimedMessage): Promise<void> {
  const service = await findServiceCall(shell.store, message.instance, message.activity);
  if (!service) return void (await settleOutbox(shell.store, [message]));
  if (service.suspended) return void (await holdOutbox(shell.store, message));
  const retry = service.retry as Retry | null;
  const attempts = (await countServiceAttempt(shell.store, message.instance, message.activity)) ?? message.attempts;
  try {
    // The last attempt that was counted never came back: nobody has seen why, so nothing is tried once more.
    if (pauseAfter(attempts - 1, retry) === null && attempts > 1) throw new HandlerError('service.attemptLost', { handler: service.handler, attempts: attempts - 1 });
    await attempt(shell, message, service);
  } catch (error) {
    const cause = causeOf(error);
    const pause = error instanceof HandlerError && !error.retry ? null : pauseAfter(attempts, retry);
    shell.log.error('service.failed', { instance: message.instance, node: service.node, handler: service.handler, attempts, code: cause.code, again: pause });
    if (pause === null) await giveUp(shell, message, service.node, attempts, cause);
    else await postponeOutbox(shell.store, message, pause);
  }
}

async function attempt(shell: Shell, message: ClaimedMessage, service: ServiceCall): Promise<void> {
  const input = service.input as JsonObject;
  const transactional = shell.handlers.isTransactional(service.handler);
  const call = (loaded: LoadedInstance): Call => ({
    instance: message.instance, organisation: loaded.organisation.id, activity: message.activity, node: service.node,
    key: `${message.instance}.${message.activity}`, now: shell.clock.now(), remark: null,
  });
  let result: HandlerResult | null = null;
  let told: readonly string[] = [];
  for (let count = 0; count < MAX_CONFLICTS; count += 1) {
    const loaded = await loadInstance(shell.store, message.instance);
    if (!loaded) throw new HandlerError('service.instanceGone', { instance: message.instance });
    const live = await shell.definitions.get(loaded.definition.hash);
    const place: PortsPlace = { ...loaded, compiled: live.compiled, context: shell.organisations.context(shell.clock.now()), node: service.node };
    const runIn = async (tx: Tx): Promise<HandlerResult> => {
      const served = await runHandler(shell.handlers, service.handler, input, call(loaded), portsIn(shell, tx, place, null));
      told = served.told ?? [];
      return served;
    };
    // Outside any transaction, and once: only the writing is repeated when somebody else was faster.
    if (!transactional && result === null) {
      shell.passed('before-handler');
      result = await runHandler(shell.handlers, service.handler, input, call(loaded), portsOutside(shell, place));
      shell.passed('after-handler');
    }
    const done = await complete(shell, message, loaded, service.handler, (tx) => (transactional ? runIn(tx) : Promise.resolve(result!)));
    if (done === 'conflict') continue;
    if (told.length > 0) shell.live.changed({ instance: message.instance, parties: told });
    return;
  }
  throw new Error('the case is changed too often to bring the result back');
}

async function complete(shell: Shell, message: ClaimedMessage, loaded: LoadedInstance, handler: string, served: (tx: Tx) => Promise<HandlerResult>): Promise<'done' | 'conflict'> {
  const live = await shell.definitions.get(loaded.definition.hash);
  let command: Command | null = null;
  const done = await carryOut(shell, live, loaded, shell.organisations.context(shell.clock.now()), {
    establish: async (tx) => {
      command = endOfService(message.activity, await served(tx));
      return { facts: null };
    },
    command: () => command!,
    actor: null, remark: null, submission: null, idempotency: null,
    also: async (tx) => { await settleOutbox(tx, [message]); },
  });
  if (done.kind === 'refused' && done.refusal.code === 'errorNotCaught') throw refusedEnd(handler, done.refusal);
  switch (done.kind) {
    case 'conflict': return 'conflict';
    // The activity was left meanwhile (a withdrawal, a timer): its result is nobody's.
    case 'refused': case 'denied': await inTransaction(shell.store, async (tx) => { await settleOutbox(tx, [message]); }); return 'done';
    case 'done': afterCommit(shell, done.instance, done.effects); return 'done';
  }
}
