import { escalationAddress, type Command, type ThrownCode } from '@reglament/engine';
import { childrenOf, countChildren, errorOfChild, findChildEnds, isChildLeftOut, isUnderWay, loadInstance, postponeOutbox, settleChildEnds, settleOutbox, type ClaimedMessage } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';
import { systemCommand } from './system-command.js';

/** Where several end at once, more are about to: their parent is told of all together. Counting thousands for each of them costs more than their answers. */
const GATHER_MS = 100;

/** So long the end of a child waits for an escalation of its own that is still on its way. */
const ESCALATION_FIRST_SECONDS = 1;

/**
 * Tells a parent how its children stand now: one command for all that ended since the last. Children are counted after the messages
 * were read, and each message leaves with the command that counted its child, so none is lost and none is counted twice.
 */
export async function tellParent(shell: Shell, messages: readonly ClaimedMessage[]): Promise<void> {
  const first = messages[0]!;
  try {
    // What a child has told before its end comes before its end: afterwards nobody would hear it.
    if (await isUnderWay(shell.store, escalationAddress(first.instance, first.activity))) {
      for (const message of messages) await postponeOutbox(shell.store, message, ESCALATION_FIRST_SECONDS);
      return;
    }
    if (messages.length > 1) await new Promise((resolve) => { setTimeout(resolve, GATHER_MS); });
    let counted: readonly number[] = [];
    const told = await systemCommand(shell, first.instance, {
      command: async (loaded, live) => {
        counted = await findChildEnds(shell.store, first.instance, first.activity);
        const node = loaded.snapshot.activities.find(({ id }) => id === first.activity)?.node ?? '';
        shell.passed('before-parent-told');
        return isCall(live, node) ? endOfCall(shell, first) : countOf(shell, live, first);
      },
      also: (tx) => settleChildEnds(tx, counted),
    });
    shell.passed('after-parent-told');
    if (!told) await settleOutbox(shell.store, messages);
    // What came while this was under way has waited for it.
    shell.nudge();
  } catch (error) {
    await postponeOrGiveUp(shell, messages, error);
  }
}

/** One called case; the calls of a parallel forEach are counted like any other children. */
function isCall(live: LiveDefinition, node: string): boolean {
  const compiled = live.compiled.nodes.get(node);
  return compiled?.type === 'callActivity' && compiled.forEach?.mode !== 'parallel';
}

async function countOf(shell: Shell, live: LiveDefinition, { instance, activity }: ClaimedMessage): Promise<Command> {
  const { completed, cancelled, results } = await countChildren(shell.store, instance, activity);
  // Written by us into the child's snapshot. Asked only where somebody would catch it: children may be many.
  const error = live.compiled.catchesErrors ? (await errorOfChild(shell.store, instance, activity)) as ThrownCode | null : null;
  return { type: 'childrenChanged', activity, completed, cancelled, results, ...(error !== null && { error }) };
}

async function endOfCall(shell: Shell, { instance, activity }: ClaimedMessage): Promise<Command | null> {
  const [row] = await childrenOf(shell.store, instance, { activity, limit: 1 });
  // An operator has decided that the case goes on without the one that could not be started.
  if (!row && (await isChildLeftOut(shell.store, instance, activity, 0))) return { type: 'callEnded', activity, status: 'cancelled', result: null, variables: {} };
  const called = row && (await loadInstance(shell.store, row.id));
  if (!called || called.snapshot.status === 'active') return null;
  const { status, result, variables, error } = called.snapshot;
  return { type: 'callEnded', activity, status, result, variables, ...(error !== undefined && { error }) };
}
