import { canonicalJson, type DocumentClause, type DocumentModel, type TemplateDocument } from '@reglament/contracts';
import { walkClauses, type PlacedClause } from '../model/walk-clauses.js';
import { numberClauses } from '../numbering/number-clauses.js';
import { wordsOf } from '../russian/words.js';
import { diffWords, type WordChange } from './word-diff.js';

/** One clause that differs. `number` is the generated one; a clause can be changed and moved at once. */
export type ClauseChange =
  | { type: 'added'; clauseId: string; number: string; text: string }
  | { type: 'removed'; clauseId: string; number: string; text: string }
  | {
      type: 'changed';
      clauseId: string;
      before: { number: string };
      after: { number: string };
      /** Present when the words differ. */
      words?: WordChange[];
      /** Fields other than the text, by name (`executor`, `due`, `type` …). */
      fields: FieldChange[];
      moved: boolean;
    };

/** A value that differs; `pointer` (RFC 6901) leads to it in the later version, or in the earlier where it is gone. */
export interface FieldChange {
  pointer: string;
  before?: unknown;
  after?: unknown;
}

export interface DocumentDiff {
  clauses: ClauseChange[];
  /** Everything else: requisites, preamble, tables, attachments, signatures … */
  fields: FieldChange[];
  /** Words of the preamble, when it differs. */
  preamble?: WordChange[];
  same: boolean;
}

/** From this share of common words two clauses with different ids count as one that was rewritten (a text pasted anew has new ids). */
const rewritten = 0.5;

/**
 * What changed between two versions of a document: the screen of a returned order shows it. Clauses are matched by id, then by likeness of
 * their words; `moved` means that it changed its parent or its order among the clauses that both versions have, not that its number
 * slid because another was put in before it.
 */
export function diffDocuments(before: DocumentModel, after: DocumentModel): DocumentDiff {
  const [old, now] = [placedById(before), placedById(after)];
  const partner = match(old, now);
  const [oldNumbers, newNumbers] = [numberClauses(before.clauses), numberClauses(after.clauses)];
  const movedIds = movedClauses(old, now, partner);
  const partnerOfOld = new Map([...partner].map(([newId, oldId]) => [oldId, newId]));

  const clauses = [...now.values()].flatMap(({ clause }): ClauseChange[] => {
    const number = newNumbers.get(clause.id) ?? '';
    const oldId = partner.get(clause.id);
    const was = oldId === undefined ? undefined : old.get(oldId)?.clause;
    if (was === undefined) return [{ type: 'added', clauseId: clause.id, number, text: clause.text }];
    const fields = clauseFields(was, clause);
    const moved = movedIds.has(clause.id);
    if (was.text === clause.text && fields.length === 0 && !moved) return [];
    return [{
      type: 'changed', clauseId: clause.id, before: { number: oldNumbers.get(was.id) ?? '' }, after: { number },
      ...(was.text !== clause.text && { words: diffWords(was.text, clause.text) }), fields, moved,
    }];
  });
  const removed = [...old.values()]
    .filter(({ clause }) => !partnerOfOld.has(clause.id))
    .map(({ clause }): ClauseChange => ({ type: 'removed', clauseId: clause.id, number: oldNumbers.get(clause.id) ?? '', text: clause.text }));
  const { clauses: _a, preamble: preambleBefore = '', ...restBefore } = before;
  const { clauses: _b, preamble: preambleAfter = '', ...restAfter } = after;
  const fields = diffValues(restBefore, restAfter, '');
  const preamble = preambleBefore === preambleAfter ? undefined : diffWords(preambleBefore, preambleAfter);
  return {
    clauses: [...clauses, ...removed], fields, ...(preamble && { preamble }),
    same: clauses.length === 0 && removed.length === 0 && fields.length === 0 && preamble === undefined,
  };
}

function placedById(model: DocumentModel): Map<string, PlacedClause> {
  return new Map([...walkClauses(model.clauses)].map((placed) => [placed.clause.id, placed]));
}

/** New id → old id. Equal ids first, but not when a new paste has given an old id to another text while the old text stands elsewhere. */
function match(old: ReadonlyMap<string, PlacedClause>, now: ReadonlyMap<string, PlacedClause>): Map<string, string> {
  const pairs = new Map<string, string>();
  const free = new Set(old.keys());
  const pair = (newId: string, oldId: string) => {
    pairs.set(newId, oldId);
    free.delete(oldId);
  };
  const byText = new Map([...old.values()].map(({ clause }) => [clause.text, clause.id]));
  for (const { clause } of now.values()) {
    const oldId = old.get(clause.id)?.clause.text === clause.text ? clause.id : byText.get(clause.text);
    if (oldId !== undefined && free.has(oldId)) pair(clause.id, oldId);
  }
  for (const id of now.keys()) if (!pairs.has(id) && free.has(id)) pair(id, id);
  for (const { clause } of now.values()) {
    if (pairs.has(clause.id)) continue;
    const words = new Set(wordsOf(clause.text));
    const best = [...free].map((id) => ({ id, like: likeness(words, new Set(wordsOf(old.get(id)?.clause.text ?? ''))) })).sort((a, b) => b.like - a.like)[0];
    if (best && best.like >= rewritten) pair(clause.id, best.id);
  }
  return pairs;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}

/** Clauses with another parent, or outside the longest run of siblings that kept their order. */
function movedClauses(old: ReadonlyMap<string, PlacedClause>, now: ReadonlyMap<string, PlacedClause>, partner: ReadonlyMap<string, string>): Set<string> {
  const moved = new Set<string>();
  const siblings = new Map<string, { id: string; was: number }[]>();
  for (const placed of now.values()) {
    const was = old.get(partner.get(placed.clause.id) ?? '');
    if (!was) continue;
    const parent = placed.ancestors.at(-1)?.id;
    const wasParent = was.ancestors.at(-1)?.id;
    if ((parent === undefined ? undefined : partner.get(parent)) !== wasParent || (parent === undefined) !== (wasParent === undefined)) moved.add(placed.clause.id);
    else siblings.set(parent ?? '', [...(siblings.get(parent ?? '') ?? []), { id: placed.clause.id, was: was.index }]);
  }
  for (const row of siblings.values()) {
    const kept = longestRising(row.map(({ was }) => was));
    row.forEach(({ id }, i) => { if (!kept.has(i)) moved.add(id); });
  }
  return moved;
}

/** Positions of a longest rising subsequence. */
function longestRising(values: readonly number[]): Set<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    length[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j++) {
      if ((values[j] ?? 0) < (values[i] ?? 0) && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        previous[i] = j;
      }
    }
    if (best === -1 || (length[i] ?? 0) > (length[best] ?? 0)) best = i;
  }
  const kept = new Set<number>();
  for (let i = best; i !== -1; i = previous[i] ?? -1) kept.add(i);
  return kept;
}

function clauseFields(before: DocumentClause, after: DocumentClause): FieldChange[] {
  const { id: _i, text: _t, clauses: _c, numberAsTyped: _n, ...was } = before;
  const { id: _j, text: _u, clauses: _d, numberAsTyped: _m, ...is } = after;
  return diffValues(was, is, '');
}

/** The fields that differ between two versions of a document that a template makes; the pointers lead into its data and requisites. */
export function diffTemplateDocuments(before: TemplateDocument, after: TemplateDocument): FieldChange[] {
  return diffValues({ ...before.requisites, ...before.data }, { ...after.requisites, ...after.data }, '');
}

function diffValues(before: unknown, after: unknown, pointer: string): FieldChange[] {
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => diffValues(before[key], after[key], `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_x, i) => diffValues(before[i], after[i], `${pointer}/${i}`)).flat();
  }
  if (before === undefined && after === undefined) return [];
  if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after)) return [];
  return [{ pointer, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
