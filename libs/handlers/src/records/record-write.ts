import { keySchema, recordReferencePattern } from '@reglament/contracts';
import type { JsonObject, ServiceTaskHandler } from '../handler.js';
import { mergeRecord } from './merge-record.js';

const reference = { type: 'string', pattern: recordReferencePattern } as const;

/**
 * Writes a record of a registry: the one that `key` names (a reference, or the fields of the natural key), else the one with the natural key
 * that `data` holds; where there is none, it is made. `data` is put over what is there (RFC 7396: null takes a field away), and the whole is
 * judged by the registry's form. Works in the transaction of the completion that called it, so it writes exactly once.
 */
export const recordWrite: ServiceTaskHandler = {
  type: 'record.write',
  title: { ru: 'Записать в реестр', en: 'Write a record' },
  input: {
    type: 'object',
    properties: {
      registry: keySchema,
      data: { type: 'object' },
      key: { oneOf: [reference, { type: 'object' }, { type: 'null' }] },
      organisation: { oneOf: [{ type: 'string', pattern: '^organisation:[0-9a-f-]{36}$' }, { type: 'null' }] },
    },
    required: ['registry', 'data'],
    additionalProperties: false,
  },
  output: { type: 'object', properties: { reference, created: { type: 'boolean' } }, required: ['reference', 'created'], additionalProperties: false },
  transactional: true,
  registryInputs: ['registry'],
  recordInputs: ['data', 'key'],
  async run(input, call, { records }) {
    const { registry, data, key = null, organisation = null } = input as unknown as Input;
    const named = typeof key === 'string';
    const { reference: written, created } = await records.write(call, {
      registry, organisation, data: named || key === null ? data : mergeRecord(data, key), reference: named ? key : null,
    });
    return { output: { reference: written, created } };
  },
};

/** As the schema has let it in. */
interface Input { readonly registry: string; readonly data: JsonObject; readonly key?: string | JsonObject | null; readonly organisation?: string | null }
