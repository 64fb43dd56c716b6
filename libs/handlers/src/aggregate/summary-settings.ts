import { MEASURES, ROW_FIELDS, type Indicator, type RowFields } from '@reglament/forms';
import type { JsonObject } from '../handler.js';

const key = { type: 'string', maxLength: 64 } as const;
const keys = { type: 'array', items: key, minItems: 1, maxItems: 20 } as const;
const fieldName = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9_]*$', maxLength: 64 } as const;

/** How to read the answers of the parts of a case: what a step that sums says of it, and what its screen goes by. */
export interface SummarySettings {
  /** Steps that started the parts. */
  readonly nodes: readonly string[];
  /** Steps inside a part whose form is the answer. */
  readonly from: readonly string[];
  /** Variable of a part that says whom it asks. */
  readonly who: string;
  /** Field of the answer that holds its rows. */
  readonly rows: string;
  readonly accepted: readonly string[];
  readonly late: readonly string[];
  readonly excluded: readonly string[];
  readonly fields: RowFields;
}

export const settingsProperties = {
  nodes: keys, from: keys, who: key, rows: fieldName, accepted: keys,
  late: { ...keys, minItems: 0 }, excluded: { ...keys, minItems: 0 },
  fields: { type: 'object', properties: Object.fromEntries(Object.keys(ROW_FIELDS).map((name) => [name, fieldName])), additionalProperties: false },
} as const;

export const settingsRequired = ['nodes', 'from', 'who', 'rows', 'accepted'] as const;

/** Only after the schema has let it in. */
export function settingsIn(input: JsonObject): SummarySettings {
  const given = input as unknown as Partial<Omit<SummarySettings, 'fields'>> & { readonly fields?: Partial<RowFields> };
  return {
    nodes: given.nodes ?? [], from: given.from ?? [], who: given.who ?? '', rows: given.rows ?? '', accepted: given.accepted ?? [],
    late: given.late ?? [], excluded: given.excluded ?? [], fields: { ...ROW_FIELDS, ...given.fields },
  };
}

export const indicatorsSchema = {
  type: 'array', maxItems: 1_000,
  items: {
    type: 'object',
    properties: { code: { type: 'string', maxLength: 200 }, name: { type: 'string', maxLength: 1_000 }, type: { enum: MEASURES }, base: { type: ['string', 'null'] }, previous: { type: ['number', 'null'] } },
    required: ['code', 'name', 'type'],
  },
} as const;

/** Whatever else an indicator carries is its package's business. */
export function indicatorsIn(value: unknown): readonly Indicator[] {
  return (value as readonly (Pick<Indicator, 'code' | 'name' | 'type'> & Partial<Indicator>)[])
    .map(({ code, name, type, base, previous }) => ({ code, name, type, base: base ?? null, previous: previous ?? null }));
}
