import type { Draft } from './draft.js';
import type { HistoryFact } from './effect.js';
import type { Json } from './instance.js';

type FactAbout = Partial<Pick<HistoryFact, 'node' | 'activity' | 'task' | 'by'>>;

const NOTHING: { readonly [name: string]: Json } = Object.freeze({});

/** Adds a fact to history. `data` holds ids, keys and hashes only: a name, an address or a field's value must never get in (decision 18). */
export function record(draft: Draft, kind: HistoryFact['kind'], about: FactAbout, data: { readonly [name: string]: Json } = NOTHING): void {
  const fact: HistoryFact = { kind, node: about.node ?? null, activity: about.activity ?? null, task: about.task ?? null, by: about.by ?? null, data };
  draft.effects.push({ type: 'history', fact });
}
