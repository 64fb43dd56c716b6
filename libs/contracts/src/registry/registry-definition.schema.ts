import type { FromSchema } from 'json-schema-to-ts';
import { fieldPathSchema } from '../form/form-path.js';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema } from '../process-definition/value.schema.js';
import { registryFigureSchema } from './registry-figure.schema.js';

const roles = { type: 'array', items: keySchema, minItems: 1, maxItems: 50, uniqueItems: true } as const;

/**
 * `registries/<key>.json` of a package: records that are described by a form. Processes write them (`record.write`), people read them.
 *
 * `naturalKey`: what makes two records the same one; fields of the form that hold one value each. `titleField`: what a record is called
 * where it is named. `columns`: what the list shows, in this order; with `filter` the list narrows by it: `values` offers those that the
 * records have, the greatest first, and `latest` opens the list on the greatest besides (a season, a year). `figures`: what is counted over
 * the records, shown above the list. `read`: roles whose holders see the records of the role's organisation and of those below. `lookup`:
 * roles whose holders may name a record in a form, those of the organisations above their own too; default: `read`.
 */
export const registryDefinitionSchema = {
  $id: 'reglament:registry-definition:1',
  type: 'object',
  properties: {
    $schema: { type: 'string', maxLength: 300 },
    format: { const: 1 },
    key: keySchema,
    title: localizedTextSchema,
    description: localizedTextSchema,
    form: keySchema,
    naturalKey: { type: 'array', items: fieldPathSchema, minItems: 1, maxItems: 5, uniqueItems: true },
    titleField: fieldPathSchema,
    columns: {
      type: 'array', minItems: 1, maxItems: 30,
      items: {
        type: 'object',
        properties: { field: fieldPathSchema, title: localizedTextSchema, filter: { enum: [true, false, 'values', 'latest'] } },
        required: ['field'], additionalProperties: false,
      },
    },
    figures: { type: 'array', items: registryFigureSchema, minItems: 1, maxItems: 12 },
    read: roles,
    lookup: roles,
  },
  required: ['format', 'key', 'title', 'form', 'naturalKey', 'titleField', 'columns', 'read'],
  additionalProperties: false,
} as const;

export type RegistryDefinition = FromSchema<typeof registryDefinitionSchema>;
export type RegistryColumn = RegistryDefinition['columns'][number];
