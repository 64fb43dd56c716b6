import { isRecord } from '../schema/dialect.js';

/** Before AJV runs: it recurses, and it compares lists item by item (reliability §2.3). */
export const DATA_LIMITS = { depth: 64, values: 50_000, characters: 1_000_000 } as const;

export type ExceededLimit = { readonly limit: keyof typeof DATA_LIMITS; readonly allowed: number };

/** The first limit that the data goes over; null within all. Walks without recursion, stops at the limit. */
export function exceededLimit(data: unknown): ExceededLimit | null {
  let values = 0;
  let characters = 0;
  const open: { value: unknown; depth: number }[] = [{ value: data, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (depth > DATA_LIMITS.depth) return { limit: 'depth', allowed: DATA_LIMITS.depth };
    if (values > DATA_LIMITS.values) return { limit: 'values', allowed: DATA_LIMITS.values };
    if (characters > DATA_LIMITS.characters) return { limit: 'characters', allowed: DATA_LIMITS.characters };
    if (Array.isArray(value)) for (const item of value) open.push({ value: item, depth: depth + 1 });
    else if (isRecord(value)) {
      for (const [name, item] of Object.entries(value)) {
        characters += name.length;
        open.push({ value: item, depth: depth + 1 });
      }
    }
  }
  return null;
}
