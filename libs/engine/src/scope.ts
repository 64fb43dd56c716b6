import { readFrom, type Draft } from './draft.js';
import type { Scope } from './expressions.js';
import type { Json, Variables } from './instance.js';

/** Names that every expression sees beside the variables; no variable may have them. */
export const RESERVED_NAMES = ['outcome', 'case'] as const;

/**
 * What an expression sees at a place: `locals` of this one evaluation (`form`, `result`, counters), then the items of the sequential
 * forEach activities that hold the place and the variables of the sub-processes around it, from inside outwards, then `outcome` and `case`,
 * then the variables of the case.
 */
export function scopeAt(draft: Draft, activity: number | null, locals?: Variables): Scope {
  return {
    get(name) {
      if (locals !== undefined && Object.hasOwn(locals, name)) return locals[name];
      const near = valueNear(draft, activity, name);
      if (near !== undefined) return near;
      if (name === 'outcome') return draft.outcomes;
      if (name === 'case') return caseFacts(draft);
      return readFrom(draft, name);
    },
  };
}

function valueNear(draft: Draft, activity: number | null, name: string): Json | undefined {
  for (let id = activity; id !== null;) {
    const holder = draft.activities.find((candidate) => candidate.id === id);
    if (!holder) return undefined;
    if (holder.variables !== undefined && Object.hasOwn(holder.variables, name)) return holder.variables[name];
    if (holder.items !== null && draft.compiled.itemNames.get(holder.node) === name) return holder.items[0];
    id = holder.scope;
  }
  return undefined;
}

function caseFacts(draft: Draft): Json {
  const { before } = draft;
  return {
    id: before.id, organisation: before.organisation, starter: before.starter, startedAt: before.startedAt,
    state: draft.state, number: draft.businessKey, subject: draft.subject,
  };
}
