import { advance, type Command } from '@reglament/engine';
import { holdSuspension, inTransaction, loadInstances, postponeOutbox, saveTransitionsIn, settleOutbox, unalignedChildren, wakeOutbox, type ClaimedMessage, type LoadedInstance, type Transition } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';

const BATCH = 500;

/**
 * Children stand still and run again with their parent, batch after batch. What the parent is now decides, not what it was when the message
 * was written; it is held so until the batch is committed, so a suspension and a resumption that follow on one another end in the last.
 */
export async function alignChildren(shell: Shell, message: ClaimedMessage): Promise<void> {
  try {
    const written = await inTransaction(shell.store, async (tx) => {
      const suspended = await holdSuspension(tx, message.instance);
      const ids = await unalignedChildren(tx, message.instance, message.activity, suspended, BATCH);
      const command: Command = { type: suspended ? 'suspendInstance' : 'resumeInstance', by: null, remark: false, submission: null };
      const transitions = await transitionsOf(shell, (await loadInstances(tx, ids)).values(), command);
      const saved = transitions.length > 0 ? await saveTransitionsIn(tx, transitions) : [];
      if (!suspended) for (const { after } of transitions) await wakeOutbox(tx, after.id);
      // A conflict leaves its child as it was: the next look finds it again, or finds it ended.
      const done = ids.length < BATCH && saved.every(({ kind }) => kind === 'saved');
      if (done) await settleOutbox(tx, [message]);
      else await postponeOutbox(tx, message, 0);
      return { command, done, transitions: transitions.filter((_, i) => saved[i]?.kind === 'saved') };
    });
    for (const { after, effects, at } of written.transitions) {
      afterCommit(shell, after, effects);
      shell.record?.({ instance: after.id, definitionHash: after.definitionHash, now: at, beginning: null, commands: [written.command], after });
    }
    shell.nudge();
  } catch (error) {
    await postponeOrGiveUp(shell, [message], error);
  }
}

async function transitionsOf(shell: Shell, children: Iterable<LoadedInstance>, command: Command): Promise<readonly Transition[]> {
  const context = shell.organisations.context(shell.clock.now());
  const transitions: Transition[] = [];
  for (const child of children) {
    const live = await shell.definitions.get(child.definition.hash);
    const outcome = advance(live.compiled, child.snapshot, command, context);
    if (outcome.kind === 'refused') continue;
    transitions.push({ before: child.head, after: outcome.instance, effects: outcome.effects, command: randomUUID(), actor: null, at: context.now });
  }
  return transitions;
}
