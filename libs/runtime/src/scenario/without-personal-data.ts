const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const HASH = /^[0-9a-f]{32,}$/;
const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/;
/** A key of the product: of a choice, a kind, an outcome. */
const KEY = /^[a-z][a-zA-Z0-9]*([-_./][a-zA-Z0-9]+)*$/;
const REFERENCE = /^[a-z]+:[\w-]+(@[\w-]+)?$/;
const MANY_DIGITS = /\d{7}/;

/**
 * A scenario with nothing left of who it was about: people and organisations are numbered in the order in which they come; of what was typed or
 * answered (`data`, `facts`, `result`, `variables`) texts are only texts. Keys, dates, numbers and truth values stay, for they decide the way.
 *
 * @param known names for ids that have one, such as the case's own organisation.
 */
export function withoutPersonalData<Value>(value: Value, known: ReadonlyMap<string, string>): Value {
  const aliases = new Map(known);
  const named = JSON.stringify(value).replace(UUID, (id) => {
    const alias = aliases.get(id) ?? `x${aliases.size}`;
    aliases.set(id, alias);
    return alias;
  });
  return inside(JSON.parse(named)) as Value;
}

/** What was typed or answered stands in these; everything else of a scenario names steps. */
const TYPED: ReadonlySet<string> = new Set(['data', 'facts', 'result', 'variables']);

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, TYPED.has(name) && typeof inner === 'object' ? masked(inner) : inside(inner)]));
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return textWithout(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner)]));
}

function textWithout(text: string): string {
  if (text === '' || DATE.test(text) || REFERENCE.test(text)) return text;
  if (HASH.test(text)) return 'hash';
  if (KEY.test(text) && !MANY_DIGITS.test(text)) return text;
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? 'somebody@example.org' : 'текст';
}
