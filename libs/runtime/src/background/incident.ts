import { EngineError } from '@reglament/engine';
import { HandlerError } from '@reglament/handlers';
import { inTransaction, openIncident, settleOutbox, type ClaimedMessage } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { Shell } from '../shell.js';

export interface Cause { readonly code: string; readonly message: string }

/** Why something failed, for the operator. Codes and details of ours hold ids; a stranger's message is kept short, as it may hold anything. */
export function causeOf(error: unknown): Cause {
  if (error instanceof HandlerError || error instanceof EngineError) return { code: error.code, message: error.message };
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { code: 'unexpected', message: `${name}: ${message}`.slice(0, 500) };
}

/** Ends the attempts at a message: it leaves the outbox, and an operator sees what is to be mended. One commit. */
export async function giveUp(shell: Shell, message: ClaimedMessage, node: string, attempts: number, cause: Cause): Promise<void> {
  await inTransaction(shell.store, async (tx) => {
    // Another worker has it under a later fence: then this attempt is nobody's business any more.
    if ((await settleOutbox(tx, [message])).length === 0) return;
    await openIncident(tx, {
      id: randomUUID(), instance: message.instance, node, activity: message.activity,
      source: message.kind === 'callService' ? 'service' : 'outbox', sourceId: message.kind === 'callService' ? String(message.activity) : `${message.kind}.${message.activity}`,
      code: cause.code, message: cause.message, attempts,
    });
  });
  shell.log.error('incident.opened', { instance: message.instance, node, code: cause.code });
  shell.live.changed({ instance: message.instance, parties: [] });
}
