import { isRecord, resolveRef, SUBSCHEMA, SUBSCHEMA_LIST, SUBSCHEMA_MAP, subschemasOf } from '../schema/dialect.js';
import { SCHEMA_LIMITS } from '../schema/schema-limits.js';
import { formProblem, type FormProblem } from './form-problem.js';

const COMBINATORS = new Set<string>(['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'contains']);
const KEYWORDS = new Set<string>([...SUBSCHEMA, ...SUBSCHEMA_LIST, ...SUBSCHEMA_MAP]);

/** A reference inside one part of the schema to another. `inPlace`: the same value is judged by both; `combined`: below a combinator. */
interface Reference { readonly from: object; readonly to: object; readonly pointer: string; readonly inPlace: boolean; readonly combined: boolean }

/**
 * Schemas that are small and would take for ever: recursion through a combinator doubles the work at each level of the data (a tree of 60
 * levels would take 2^60 steps), a ring of references over the same value never ends, and references to references can unfold a few
 * lines to millions. A tree of clauses recurses through `properties` and `items` alone.
 */
export function recursionProblems(schema: Readonly<Record<string, unknown>>, pointer: string): FormProblem[] {
  const references = referencesOf(schema, pointer);
  const reaches = (from: object, to: object, follow: (reference: Reference) => boolean): boolean => {
    const seen = new Set<object>([from]);
    for (const part of seen) {
      if (part === to) return true;
      for (const reference of references) if (reference.from === part && follow(reference)) seen.add(reference.to);
    }
    return false;
  };
  const problems = references.flatMap((reference) => {
    const endless = reference.inPlace && reaches(reference.to, reference.from, ({ inPlace }) => inPlace);
    const doubling = reference.combined && reaches(reference.to, reference.from, () => true);
    return endless || doubling ? [formProblem('schema.recursion', reference.pointer, reference.pointer)] : [];
  });
  if (problems.length > 0) return problems;
  const size = unfolded(schema, schema, new Map(), new Set());
  return size > SCHEMA_LIMITS.unfolded ? [formProblem('schema.unfolded', pointer, `${size}`)] : [];
}

function referencesOf(root: Readonly<Record<string, unknown>>, pointer: string): Reference[] {
  const references: Reference[] = [];
  const parts = new Map<object, string>([[root, pointer]]);
  for (const [part, where] of parts) {
    const visit = (at: unknown, place: string, inPlace: boolean, combined: boolean): void => {
      if (!isRecord(at) || (at !== part && parts.has(at))) return;
      const target = typeof at['$ref'] === 'string' ? resolveRef(root, at['$ref']) : undefined;
      if (isRecord(target)) {
        references.push({ from: part, to: target, pointer: `${place}/$ref`, inPlace, combined });
        if (!parts.has(target)) parts.set(target, pointer + String(at['$ref']).slice(1));
      }
      for (const inner of subschemasOf(at)) {
        if (inner.keyword === '$defs') continue;
        const combinator = COMBINATORS.has(inner.keyword);
        visit(inner.schema, place + inner.pointer, inPlace && combinator && inner.keyword !== 'contains', combined || combinator);
      }
    };
    visit(part, where, true, false);
  }
  return references;
}

/** Subschemas after every reference is written out; a recursive one counts once. */
function unfolded(schema: unknown, root: Readonly<Record<string, unknown>>, known: Map<object, number>, open: Set<object>): number {
  if (!isRecord(schema) || open.has(schema)) return 1;
  const before = known.get(schema);
  if (before !== undefined) return before;
  open.add(schema);
  let size = 1;
  for (const inner of subschemasOf(schema)) if (KEYWORDS.has(inner.keyword) && inner.keyword !== '$defs') size += unfolded(inner.schema, root, known, open);
  if (typeof schema['$ref'] === 'string') size += unfolded(resolveRef(root, schema['$ref']), root, known, open);
  open.delete(schema);
  known.set(schema, size);
  return size;
}
