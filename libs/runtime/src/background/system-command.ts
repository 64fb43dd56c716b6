import type { Command } from '@reglament/engine';
import { loadInstance, type LoadedInstance, type Tx } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut } from '../transition/carry-out.js';

const MAX_CONFLICTS = 10;

export interface SystemCommand {
  /** Asked anew after every conflict; null: there is nothing to tell any more. */
  readonly command: (loaded: LoadedInstance, live: LiveDefinition) => Promise<Command | null> | Command | null;
  /** Written in the commit of the command. */
  readonly also: (tx: Tx) => Promise<void>;
}

/**
 * What nobody but the system tells a case: of its children, of a message. Tried again while others are faster.
 *
 * @returns whether the case has taken it; if not, it has ended, or does not wait for this any more.
 * @throws Error when the case is changed too often.
 */
export async function systemCommand(shell: Shell, instance: string, { command: ask, also }: SystemCommand): Promise<boolean> {
  for (let count = 0; count < MAX_CONFLICTS; count += 1) {
    const loaded = await loadInstance(shell.store, instance);
    if (!loaded || loaded.snapshot.status !== 'active') return false;
    const live = await shell.definitions.get(loaded.definition.hash);
    const command = await ask(loaded, live);
    if (command === null) return false;
    const done = await carryOut(shell, live, loaded, shell.organisations.context(shell.clock.now()), {
      command: () => command, actor: null, remark: null, submission: null, idempotency: null, also,
    });
    if (done.kind === 'conflict') continue;
    if (done.kind === 'done') afterCommit(shell, done.instance, done.effects);
    return done.kind === 'done';
  }
  throw new Error(`the case ${instance} is changed too often to be told anything`);
}
