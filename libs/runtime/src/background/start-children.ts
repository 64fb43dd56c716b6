import { startChild, type Instance, type StartChildInput } from '@reglament/engine';
import { inTransaction, keepCommandInputs, loadInstance, postponeOutbox, saveTransitionsIn, settleOutbox, takeChildStarts, type ChildItem, type ClaimedMessage, type LoadedInstance, type Transition } from '@reglament/store';
import { createHash, randomUUID } from 'node:crypto';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { inputsOf } from '../replay/kept-inputs.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { mergeChildStarts } from '../transition/merge-child-starts.js';
import { postponeOrGiveUp } from './postpone-or-give-up.js';

/** Children in one commit (decision 3): 5,000 in one statement hold the database for 311 ms, 500 for 42. */
const BATCH = 500;

/** An item whose child cannot be started: told with its place, since thousands may lie around it. */
class ChildRefused extends Error {
  constructor(readonly index: number, readonly reason: string) {
    super(`item ${index}: ${reason}`);
    this.name = 'ChildRefused';
  }
}

/** Starts the children of a parallel forEach, batch after batch; each batch is taken and started in one commit. */
export async function startChildren(shell: Shell, message: ClaimedMessage): Promise<void> {
  try {
    await startBatch(shell, message, BATCH);
  } catch (error) {
    if (!(error instanceof ChildRefused)) return postponeOrGiveUp(shell, [message], error);
    // One bad item must not keep back those before it: they go one by one until it is met.
    try {
      for (let more = true; more;) more = await startBatch(shell, message, 1);
    } catch (refused) {
      await postponeOrGiveUp(shell, [message], refused);
    }
  }
}

interface Birth { readonly input: StartChildInput; readonly transition: Transition }

/** True while there is more to start. */
async function startBatch(shell: Shell, message: ClaimedMessage, limit: number): Promise<boolean> {
  const parent = await loadInstance(shell.store, message.instance);
  const open = parent?.snapshot.activities.some(({ id }) => id === message.activity) ?? false;
  if (!parent || !open) {
    await settleOutbox(shell.store, [message]);
    return false;
  }
  const live = await shell.definitions.get(parent.definition.hash);
  const started = await inTransaction(shell.store, async (tx) => {
    const batch = await takeChildStarts(tx, message.instance, message.activity, limit);
    const born = (batch?.items ?? []).map((item) => childOf(shell, live, parent, message.activity, batch!.node, item));
    const saved = born.length > 0 ? await saveTransitionsIn(tx, born.map(({ transition }) => transition)) : [];
    await keepCommandInputs(tx, born.flatMap(({ input }, i) => (saved[i]?.kind === 'saved' ? [{ instance: input.id, version: 1, inputs: inputsOf([], { variables: input.variables, starter: input.starter }) }] : [])));
    const more = (batch?.left ?? 0) > 0;
    // The same message carries the next batch; under the batch size it stays claimed by this very loop.
    if (more && limit > 1) await postponeOutbox(tx, message, 0);
    if (!more) await settleOutbox(tx, [message]);
    return { born, more };
  });
  for (const { input, transition: { after, effects, at } } of started.born) {
    afterCommit(shell, after, effects);
    shell.record?.({ instance: after.id, definitionHash: live.hash, now: at, beginning: { type: 'startChild', input }, commands: [], after });
  }
  if (started.more) shell.nudge();
  return started.more;
}

function childOf(shell: Shell, live: LiveDefinition, parent: LoadedInstance, activity: number, node: string, item: ChildItem): Birth {
  const context = shell.organisations.context(shell.clock.now());
  const input: StartChildInput = {
    id: childId(parent.head.id, activity, item.index), parent: { instance: parent.head.id, activity, index: item.index }, node,
    organisation: parent.organisation.id, starter: parent.snapshot.starter, variables: item.variables as Instance['variables'],
  };
  const outcome = startChild(live.compiled, input, context);
  if (outcome.kind === 'refused') throw new ChildRefused(item.index, JSON.stringify(outcome.refusal));
  return {
    input,
    transition: {
      before: { definition: parent.definition, path: parent.organisation.path, period: parent.head.period, childTitle: item.title },
      after: outcome.instance, effects: mergeChildStarts(outcome.effects), command: randomUUID(), actor: null, at: context.now,
    },
  };
}

/** The same child has the same id on every attempt, so a batch that was written already is met as such. UUID version 8. */
function childId(parent: string, activity: number, index: number): string {
  const hex = createHash('sha256').update(`${parent}.${activity}.${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
