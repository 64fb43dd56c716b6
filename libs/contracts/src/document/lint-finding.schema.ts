import type { FromSchema } from 'json-schema-to-ts';
import { documentLineSchema, documentPartIdSchema } from './document-text.schema.js';
import { lintCodes } from './document-kind.schema.js';

const bilingualSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['ru', 'en'],
  properties: { ru: documentLineSchema, en: documentLineSchema },
} as const;

/**
 * One fault that the lint found. `pointer` (RFC 6901) leads to the place in the document model; `found` and `expected` quote, `remedy`
 * says what to do. An error blocks approval, a warning needs a reason.
 */
export const lintFindingSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'severity', 'pointer', 'message', 'found', 'expected', 'remedy'],
  properties: {
    code: { enum: lintCodes },
    severity: { enum: ['error', 'warning'] },
    clauseId: documentPartIdSchema,
    pointer: { type: 'string', maxLength: 400 },
    message: bilingualSchema,
    found: documentLineSchema,
    expected: bilingualSchema,
    remedy: bilingualSchema,
  },
} as const;

export type LintFinding = FromSchema<typeof lintFindingSchema>;
