import type { Effect } from '@reglament/engine';

type StartChildren = Extract<Effect, { type: 'startChildren' }>;

/**
 * The engine gives the children of a large forEach in parts; the store keeps what is still to be started as one row an activity and
 * hands it out in batches itself. So the parts are put together again.
 */
export function mergeChildStarts(effects: readonly Effect[]): readonly Effect[] {
  const first = new Map<number, StartChildren>();
  let parts = 0;
  for (const effect of effects) {
    if (effect.type !== 'startChildren') continue;
    parts += 1;
    const known = first.get(effect.activity);
    first.set(effect.activity, known ? { ...known, items: [...known.items, ...effect.items] } : effect);
  }
  if (parts === first.size) return effects;
  const given = new Set<number>();
  return effects.flatMap((effect): readonly Effect[] => {
    if (effect.type !== 'startChildren') return [effect];
    if (given.has(effect.activity)) return [];
    given.add(effect.activity);
    return [first.get(effect.activity) as StartChildren];
  });
}
