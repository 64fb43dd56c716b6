import type { FromSchema } from 'json-schema-to-ts';
import { documentKeySchema } from './document-text.schema.js';

/** Largest Word file that a package may bring as a template, in bytes: text with a coat of arms is far below. */
export const documentTemplateLimit = 2_000_000;

/** A Word template as it is published: `docx` is the file in base64. Its identity is that of the file and its key. */
export const documentTemplateSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'key', 'docx'],
  properties: {
    format: { const: 1 },
    key: documentKeySchema,
    docx: { type: 'string', pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: Math.ceil(documentTemplateLimit / 3) * 4 },
  },
} as const;

export type DocumentTemplate = FromSchema<typeof documentTemplateSchema>;
