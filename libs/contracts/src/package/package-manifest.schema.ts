import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema } from '../process-definition/value.schema.js';

/**
 * `reglament.json` of a package: the folder `workflows/<key>/`. What the package holds is read from its folders, one JSON file a thing,
 * named for its key: `processes/ forms/ document-kinds/ journals/ layouts/ calendars/ decision-tables/ registries/ roles.json positions.json templates/*.docx
 * scenarios/ samples/`. Shared forms lie in the top-level `forms/`.
 */
export const packageManifestSchema = {
  $id: 'reglament:package:1',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    format: { const: 1 },
    key: keySchema,
    title: localizedTextSchema,
    description: localizedTextSchema,
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    /** Packages that must be loaded before. */
    requires: { type: 'array', items: keySchema, uniqueItems: true, maxItems: 50 },
    /** Loaded on a demo base only: brings organisations, people and cases from `samples/`. */
    demo: { type: 'boolean' },
  },
  required: ['format', 'key', 'title', 'version'],
  additionalProperties: false,
} as const;

export type PackageManifest = FromSchema<typeof packageManifestSchema>;

/** `roles.json`, `positions.json`: the words by which performers are named. Positions keep their case forms for documents. */
export const rolesSchema = {
  type: 'array', maxItems: 200,
  items: {
    type: 'object',
    properties: { key: keySchema, title: localizedTextSchema, description: localizedTextSchema, permissions: { type: 'array', items: { type: 'string', maxLength: 40 }, uniqueItems: true } },
    required: ['key', 'title'], additionalProperties: false,
  },
} as const;
export type Roles = FromSchema<typeof rolesSchema>;

const caseForms = {
  type: 'object', additionalProperties: false, required: [],
  properties: Object.fromEntries(['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'].map((grammaticalCase) => [grammaticalCase, { type: 'string', maxLength: 300 }])) as Record<
    'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional', { readonly type: 'string'; readonly maxLength: 300 }>,
} as const;

export const positionsSchema = {
  type: 'array', maxItems: 500,
  items: {
    type: 'object',
    properties: { key: keySchema, title: { type: 'string', minLength: 1, maxLength: 300 }, forms: caseForms, head: { type: 'boolean' } },
    required: ['key', 'title'], additionalProperties: false,
  },
} as const;
export type Positions = FromSchema<typeof positionsSchema>;
