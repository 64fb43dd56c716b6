import type { FromSchema } from 'json-schema-to-ts';
import { fieldPathSchema } from '../form/form-path.js';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema } from '../process-definition/value.schema.js';

const value = { type: ['string', 'number', 'boolean'], maxLength: 300 } as const;
const values = { type: 'array', items: value, minItems: 1, maxItems: 50, uniqueItems: true } as const;

const conditionOf = <const Key extends string, const Operand>(key: Key, operand: Operand) => ({
  type: 'object', properties: { field: fieldPathSchema, [key]: operand } as { readonly field: typeof fieldPathSchema } & { readonly [K in Key]: Operand }, required: ['field', key], additionalProperties: false,
} as const);

/**
 * What a record must say to be counted. `anyOf`: the field holds one of the values; `noneOf`: none of them, or nothing at all;
 * `filled`: whether the field holds anything.
 */
export const recordConditionSchema = { oneOf: [conditionOf('anyOf', values), conditionOf('noneOf', values), conditionOf('filled', { type: 'boolean' })] } as const;

/** All of them hold; none given: every record. */
const where = { type: 'array', items: recordConditionSchema, minItems: 1, maxItems: 10 } as const;
const named = { key: keySchema, title: localizedTextSchema } as const;

const number = <const Type extends string>(type: Type) => ({
  type: 'object', properties: { ...named, type: { const: type }, field: fieldPathSchema, unit: localizedTextSchema, where }, required: ['key', 'title', 'type', 'field'], additionalProperties: false,
} as const);

/**
 * What a registry counts over its records. `count`: how many hold `where`. `share`: how many of those that hold `of` hold `where` too;
 * numerator and denominator stay beside the percentage. `sum` and `mean`: of a number field, over the records that have it; `unit`: what
 * the number is of. `groups`: how many there are of each value of the field `by`.
 */
export const registryFigureSchema = {
  oneOf: [
    { type: 'object', properties: { ...named, type: { const: 'count' }, where }, required: ['key', 'title', 'type'], additionalProperties: false },
    { type: 'object', properties: { ...named, type: { const: 'share' }, where, of: where }, required: ['key', 'title', 'type', 'where'], additionalProperties: false },
    number('sum'),
    number('mean'),
    { type: 'object', properties: { ...named, type: { const: 'groups' }, by: fieldPathSchema, where }, required: ['key', 'title', 'type', 'by'], additionalProperties: false },
  ],
} as const;

export type RegistryFigure = FromSchema<typeof registryFigureSchema>;
export type FigureCondition = FromSchema<typeof recordConditionSchema>;
