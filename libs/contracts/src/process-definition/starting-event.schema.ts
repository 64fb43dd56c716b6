import type { FromSchema } from 'json-schema-to-ts';
import { keySchema } from './value.schema.js';

const weekday = { enum: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] } as const;
const dayOfMonth = { type: 'integer', minimum: 1, maximum: 31 } as const;

/** What comes round. A day that the month lacks (30 February) is its last day. `nth: -1` is the last such weekday of the month. */
export const recurrenceSchema = {
  oneOf: [
    { type: 'object', properties: { every: { const: 'year' }, month: { type: 'integer', minimum: 1, maximum: 12 }, day: dayOfMonth }, required: ['every', 'month', 'day'], additionalProperties: false },
    { type: 'object', properties: { every: { const: 'month' }, day: dayOfMonth }, required: ['every', 'day'], additionalProperties: false },
    { type: 'object', properties: { every: { const: 'month' }, weekday, nth: { enum: [1, 2, 3, 4, -1] } }, required: ['every', 'weekday', 'nth'], additionalProperties: false },
    { type: 'object', properties: { every: { const: 'week' }, weekday }, required: ['every', 'weekday'], additionalProperties: false },
    { type: 'object', properties: { every: { const: 'workingDay' } }, required: ['every'], additionalProperties: false },
  ],
} as const;

/**
 * What begins a case beside people (BPMN 2.0 §10.5.2, timer, message and signal start events). `timer`: at every recurrence, in each organisation where
 * somebody holds a role that may start it by hand, or in the definition's own where it names none; `at` is local time, 09:00 by default;
 * `shift` says where a day goes that is not worked (default: next). What fell due while nothing ran begins once. `message`, `signal`: a case is begun
 * in the sender's organisation, and the start event's `variable` receives what it carries.
 */
export const startingEventSchema = {
  oneOf: [
    {
      type: 'object',
      properties: {
        type: { const: 'timer' }, recurrence: recurrenceSchema, at: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }, shift: { enum: ['next', 'previous', 'keep'] },
      },
      required: ['type', 'recurrence'], additionalProperties: false,
    },
    { type: 'object', properties: { type: { const: 'message' }, name: keySchema }, required: ['type', 'name'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'signal' }, name: keySchema }, required: ['type', 'name'], additionalProperties: false },
  ],
} as const;

export type StartingEvent = FromSchema<typeof startingEventSchema>;
export type Recurrence = FromSchema<typeof recurrenceSchema>;
