import type { ClauseTypeOption } from '@reglament/contracts';
import type { StructureNode } from '@reglament/forms';
import type { ParsedClause } from '../lookups.js';
import { freshId } from '../rows/row-list.js';
import { childrenOf, withChildren, type Clause } from './clause.js';

/**
 * Parsed clauses as this form's: only fields that its schema has, a type that it offers, an id each. What lies deeper than the tree may
 * be is brought up to its last level.
 */
export function adoptClauses(parsed: readonly ParsedClause[], types: readonly ClauseTypeOption[], node: StructureNode | null, maxDepth: number): readonly Clause[] {
  const seen = new Set<string>();
  const adopt = (clause: ParsedClause, level: number): Clause[] => {
    const own: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(clause)) {
      if (name !== 'clauses' && value !== undefined && node?.kind === 'object' && node.properties.has(name)) own[name] = value;
    }
    const id = typeof own['id'] === 'string' && !seen.has(own['id']) ? own['id'] : freshId();
    seen.add(id);
    const type = types.some(({ value }) => value === own['type']) ? String(own['type']) : (types[0]?.value ?? '');
    const adopted: Clause = { ...own, id, type };
    const inside = (clause.clauses ?? []).flatMap((child) => adopt(child, level + 1));
    return level < maxDepth ? [withChildren(adopted, inside)] : [adopted, ...inside];
  };
  return parsed.flatMap((clause) => adopt(clause, 1));
}

/** The numbers of the pasted text forgotten, in the clause and inside it. */
export function withoutTypedNumbers(clause: Clause): Clause {
  const { numberAsTyped: _typed, ...rest } = clause;
  return withChildren(rest as Clause, childrenOf(clause).map(withoutTypedNumbers));
}
