import type { FromSchema } from 'json-schema-to-ts';
import { partyReferencePattern } from '../process-definition/value.schema.js';

/** Key of a kind, type, journal or profile: readable, stable, lower case Latin, never shown to people. */
export const documentKeySchema = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 80 } as const;

/** Id of a clause, table or attachment inside one document; kept over versions so that diff and control items can follow it. */
export const documentPartIdSchema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_-]*$', maxLength: 80 } as const;

/** Calendar date without time, ISO 8601 `YYYY-MM-DD`. */
export const documentDateSchema = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' } as const;

/** Moment with the offset in which it is printed, e.g. `2026-11-22T14:05:00+07:00`. */
export const documentMomentSchema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})$',
} as const;

/** One requisite's line or a short text. */
export const documentLineSchema = { type: 'string', maxLength: 2_000 } as const;

/** A paragraph or a clause; `\n` separates paragraphs inside it. */
export const documentProseSchema = { type: 'string', maxLength: 50_000 } as const;

/** Person, organisation, position or role as data, `person:<id>`: the same reference as in processes. */
export const documentPartySchema = { type: 'string', pattern: partyReferencePattern, maxLength: 160 } as const;

/** Surname and initials as an official document prints them; `initials` is «А. Б.» with or without spaces. */
export const documentPersonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['surname', 'initials'],
  properties: {
    party: documentPartySchema,
    surname: { type: 'string', maxLength: 120 },
    initials: { type: 'string', maxLength: 20 },
  },
} as const;

export type DocumentPerson = FromSchema<typeof documentPersonSchema>;
