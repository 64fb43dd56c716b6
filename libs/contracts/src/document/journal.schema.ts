import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { documentKeySchema } from './document-text.schema.js';

/**
 * Journal of registration. `mask` is written in the mask language of `@reglament/documents` (`{seq}{suffix}`, `{seq}-од`, `{seq}{/idx}`);
 * `reset` is the day on which the sequence starts again from `first`.
 */
export const journalSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'key', 'title', 'mask', 'reset'],
  properties: {
    format: { const: 1 },
    key: documentKeySchema,
    title: localizedTextSchema,
    mask: { type: 'string', minLength: 1, maxLength: 120 },
    /** Default 1. */
    first: { type: 'integer', minimum: 0, maximum: 999_999_999 },
    reset: {
      oneOf: [
        { type: 'object', additionalProperties: false, required: ['type'], properties: { type: { const: 'never' } } },
        {
          type: 'object',
          additionalProperties: false,
          required: ['type', 'month', 'day'],
          properties: {
            type: { const: 'yearly' },
            month: { type: 'integer', minimum: 1, maximum: 12 },
            day: { type: 'integer', minimum: 1, maximum: 31 },
          },
        },
      ],
    },
    /** Constants of the mask: `prefix`, `idx`, `group`, `kind`. */
    parts: { type: 'object', additionalProperties: { type: 'string', maxLength: 40 } },
    /** A letter after the number for late registration, always with a reason. Default true when the mask has `{suffix}`. */
    suffixAllowed: { type: 'boolean' },
  },
} as const;

export type Journal = FromSchema<typeof journalSchema>;
