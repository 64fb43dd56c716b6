import { keySchema, recordReferencePattern } from '@reglament/contracts';
import type { JsonObject, ServiceTaskHandler } from '../handler.js';

const reference = { type: 'string', pattern: recordReferencePattern } as const;
const DEFAULT_LIMIT = 100;
/** What is found becomes variables of the case, which are read and written with every step. */
const MAX_LIMIT = 500;

/**
 * Finds records of a registry by their fields, or by `reference`, and brings their data into the case, oldest first. In `where` a list means
 * any of its values, null an empty field. `count` says how many there are in all, counted to 1,000; `limit` at most 500, default 100.
 */
export const recordFind: ServiceTaskHandler = {
  type: 'record.find',
  title: { ru: 'Найти в реестре', en: 'Find records' },
  input: {
    type: 'object',
    properties: {
      registry: keySchema,
      where: { type: ['object', 'null'], maxProperties: 20 },
      reference: { oneOf: [reference, { type: 'array', items: reference, maxItems: MAX_LIMIT }, { type: 'null' }] },
      limit: { type: 'integer', minimum: 1, maximum: MAX_LIMIT },
    },
    required: ['registry'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      records: { type: 'array', items: { type: 'object', properties: { reference, data: { type: 'object' } }, required: ['reference', 'data'], additionalProperties: false } },
      count: { type: 'integer', minimum: 0 },
    },
    required: ['records', 'count'],
    additionalProperties: false,
  },
  transactional: true,
  registryInputs: ['registry'],
  recordInputs: ['where'],
  async run(input, call, { records }) {
    const { registry, where, reference: named = null, limit = DEFAULT_LIMIT } = input as unknown as Input;
    const found = await records.find(call, { registry, where: where ?? {}, references: typeof named === 'string' ? [named] : named, limit });
    return { output: { records: found.records.map((record) => ({ ...record })), count: found.count } };
  },
};

/** As the schema has let it in. */
interface Input { readonly registry: string; readonly where?: JsonObject | null; readonly reference?: string | readonly string[] | null; readonly limit?: number }
