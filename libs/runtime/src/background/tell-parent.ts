import { countChildren, loadInstance, settleOutbox, type ClaimedMessage } from '@reglament/store';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut } from '../transition/carry-out.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';

const MAX_CONFLICTS = 10;

/**
 * Tells a parent how its children stand now: one command for all that ended since the last. Children are counted after the messages
 * were claimed, and each message leaves with the command that counted its child, so none is lost and none is counted twice.
 */
export async function tellParent(shell: Shell, messages: readonly ClaimedMessage[]): Promise<void> {
  const first = messages[0]!;
  try {
    for (let count = 0; count < MAX_CONFLICTS; count += 1) {
      const loaded = await loadInstance(shell.store, first.instance);
      if (!loaded || loaded.snapshot.status !== 'active') return void (await settleOutbox(shell.store, messages));
      const live = await shell.definitions.get(loaded.definition.hash);
      const children = await countChildren(shell.store, first.instance, first.activity);
      shell.passed('before-parent-told');
      const done = await carryOut(shell, live, loaded, shell.organisations.context(shell.clock.now()), {
        command: () => ({ type: 'childrenChanged', activity: first.activity, completed: children.completed, cancelled: children.cancelled, results: children.results }),
        actor: null, remark: null, submission: null, idempotency: null,
        also: async (tx) => { await settleOutbox(tx, messages); },
      });
      if (done.kind === 'conflict') continue;
      shell.passed('after-parent-told');
      if (done.kind === 'done') afterCommit(shell, done.instance, done.effects);
      else await settleOutbox(shell.store, messages);
      return;
    }
    throw new Error('the parent is changed too often to be told of its children');
  } catch (error) {
    await postponeOrGiveUp(shell, messages, error);
  }
}
