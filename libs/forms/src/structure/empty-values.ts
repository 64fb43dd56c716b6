import { isRecord } from '../schema/dialect.js';

/** Nothing was filled in: absent, null, empty text, empty list. A space is a character that somebody typed. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * A deep copy in which an emptied field is absent: a browser sends `""` where a person deleted a text, and both mean «not filled in».
 * Empty lists stay (they are an answer that `minItems` judges); an object in which nothing is left is absent too, but a row stays a row.
 */
export function withoutEmptyValues(data: Record<string, unknown>): Record<string, unknown> {
  const copied: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const kept = cleaned(value);
    if (kept !== undefined) setOwn(copied, name, kept);
  }
  return copied;
}

function cleaned(value: unknown): unknown {
  if (value === null || value === '' || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item: unknown) => (isRecord(item) ? withoutEmptyValues(item) : item));
  if (!isRecord(value)) return value;
  const inner = withoutEmptyValues(value);
  return Object.keys(inner).length === 0 ? undefined : inner;
}

/** `record[name] = value` would run the setter of `__proto__`. */
export function setOwn(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
  else record[name] = value;
}
