import type { Effect } from '@reglament/engine';

type OpenTaskEffect = Extract<Effect, { type: 'openTask' }>;

/** The tasks that are open when a step is over, as they stand then: what it closed again never was open. */
export function openedIn(effects: readonly Effect[]): readonly OpenTaskEffect[] {
  const opened = new Map<string, OpenTaskEffect>();
  for (const effect of effects) {
    if (effect.type === 'openTask') opened.set(effect.task.id, effect);
    if (effect.type === 'closeTask') opened.delete(effect.task);
    if (effect.type !== 'updateTask') continue;
    const before = opened.get(effect.task.id);
    if (before) opened.set(effect.task.id, { ...before, task: effect.task });
  }
  return [...opened.values()];
}
