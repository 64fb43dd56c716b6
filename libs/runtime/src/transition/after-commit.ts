import type { Effect, Instance } from '@reglament/engine';
import type { Shell } from '../shell.js';

/** Step 8: wakes the relay where there is something for it, and tells the screens what to read again. Failing here loses nothing. */
export function afterCommit(shell: Shell, instance: Instance, effects: readonly Effect[]): void {
  const parties = new Set<string>();
  let outbox = false;
  for (const effect of effects) {
    switch (effect.type) {
      case 'openTask': case 'updateTask': case 'reopenTask': for (const party of effect.task.performers) parties.add(party); break;
      case 'closeTask': if (effect.by !== null) parties.add(effect.by); break;
      case 'notify': for (const party of effect.to) parties.add(party); break;
      case 'callService': case 'startChildren': case 'cancelChildren': case 'alignChildren': case 'childEnded': case 'sendMessage': case 'subscribe': outbox = true; break;
      case 'setTimer': case 'cancelTimer': case 'cancelService': case 'unsubscribe': case 'invite': case 'history': break;
    }
  }
  shell.live.changed({ instance: instance.parent?.instance ?? instance.id, parties: [...parties] });
  if (outbox) shell.nudge();
}
