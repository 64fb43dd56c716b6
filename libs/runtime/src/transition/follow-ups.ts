import { advance, availableActions, type Command, type Context, type Effect, type Instance } from '@reglament/engine';
import type { FollowUp } from '@reglament/handlers';
import { keepCommandInputs, loadInstance, saveTransitionIn, StoreError, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { inputsOf } from '../replay/kept-inputs.js';
import type { Shell } from '../shell.js';
import { mergeChildStarts } from './merge-child-starts.js';

export interface FollowedUp { readonly command: Command; readonly instance: Instance; readonly effects: readonly Effect[] }

/**
 * Carries out what handlers asked of other cases, in the same commit: an order that repeals another ends the other's case, or neither
 * happens. A case that has ended, or knows no such action now, is left alone. What the other case calls on goes by its outbox.
 */
export async function followUp(shell: Shell, tx: Tx, followUps: readonly FollowUp[], context: Context): Promise<readonly FollowedUp[]> {
  const done: FollowedUp[] = [];
  for (const { instance, action, data } of followUps) {
    const loaded = await loadInstance(tx, instance);
    if (!loaded || loaded.snapshot.status !== 'active') continue;
    const live = await shell.definitions.get(loaded.definition.hash);
    const available = availableActions(live.compiled, loaded.snapshot, context).find((each) => each.action === action);
    if (!available) continue;
    const command: Command = { type: 'triggerAction', activity: available.activity, action, by: null, data, submission: null, remark: true };
    const outcome = advance(live.compiled, loaded.snapshot, command, context);
    if (outcome.kind === 'refused') continue;
    const saved = await saveTransitionIn(tx, { before: loaded.head, after: outcome.instance, effects: mergeChildStarts(outcome.effects), command: randomUUID(), actor: null, at: context.now });
    if (saved.kind === 'conflict') throw new StoreError('conflict', 'The other case was changed at the same moment');
    const inputs = inputsOf([command]);
    if (inputs) await keepCommandInputs(tx, [{ instance, version: saved.head.version, inputs }]);
    done.push({ command, instance: outcome.instance, effects: outcome.effects });
  }
  return done;
}
