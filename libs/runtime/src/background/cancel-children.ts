import { advance, type Command } from '@reglament/engine';
import { activeChildren, dropChildStarts, dropSetAsideChildren, inTransaction, loadInstances, postponeOutbox, saveTransitionsIn, settleOutbox, type ClaimedMessage, type Transition } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';

const BATCH = 500;
const CANCEL: Command = { type: 'cancelInstance', by: null, remark: false };

/** Cancels the children that are still active, batch after batch. A child that completes at the same moment keeps its completion. */
export async function cancelChildren(shell: Shell, message: ClaimedMessage): Promise<void> {
  try {
    await dropChildStarts(shell.store, message.instance, message.activity);
    await dropSetAsideChildren(shell.store, message.instance, message.activity);
    const ids = await activeChildren(shell.store, message.instance, message.activity, BATCH);
    const loaded = await loadInstances(shell.store, ids);
    const context = shell.organisations.context(shell.clock.now());
    const transitions: Transition[] = [];
    for (const child of loaded.values()) {
      const live = await shell.definitions.get(child.definition.hash);
      const outcome = advance(live.compiled, child.snapshot, CANCEL, context);
      if (outcome.kind === 'refused') continue;
      transitions.push({ before: child.head, after: outcome.instance, effects: outcome.effects, command: randomUUID(), actor: null, at: context.now });
    }
    const results = await inTransaction(shell.store, async (tx) => {
      const saved = transitions.length > 0 ? await saveTransitionsIn(tx, transitions) : [];
      // A conflict leaves its child active: the next look finds it again, or finds it ended.
      const done = ids.length < BATCH && saved.every(({ kind }) => kind === 'saved');
      if (done) await settleOutbox(tx, [message]);
      else await postponeOutbox(tx, message, 0);
      return { saved, done };
    });
    transitions.forEach(({ after, effects, at }, i) => {
      if (results.saved[i]?.kind !== 'saved') return;
      afterCommit(shell, after, effects);
      shell.record?.({ instance: after.id, definitionHash: after.definitionHash, now: at, beginning: null, commands: [CANCEL], after });
    });
    if (!results.done) shell.nudge();
  } catch (error) {
    await postponeOrGiveUp(shell, [message], error);
  }
}
