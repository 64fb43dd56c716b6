import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';

/**
 * What a date that differs from the default week is: `holiday` (a public holiday), `off` (a day off that was moved here),
 * `working` (a day of rest that is worked), `short` (worked, an hour shorter).
 */
export const CALENDAR_DAY_KINDS = ['holiday', 'off', 'working', 'short'] as const;
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const isoDateSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const timeOfDaySchema = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } as const;

export const calendarDaySchema = {
  type: 'object',
  properties: {
    kind: { enum: CALENDAR_DAY_KINDS },
    title: localizedTextSchema,
    /** The day of rest that this one replaces, when an act moved it. */
    movedFrom: isoDateSchema,
  },
  required: ['kind'],
  additionalProperties: false,
} as const;

/** One year: `preliminary` until the Government's act for it is published; `basis` names the act. */
export const calendarYearSchema = {
  type: 'object',
  properties: {
    status: { enum: ['approved', 'preliminary'] },
    basis: localizedTextSchema,
    days: { type: 'object', propertyNames: isoDateSchema, additionalProperties: calendarDaySchema, maxProperties: 366 },
  },
  required: ['status', 'basis', 'days'],
  additionalProperties: false,
} as const;

/**
 * Working days as data: every year is written out, because moved days are decided anew each year and no formula gives them.
 * A year that is not listed is unknown, not "like the others": a term that touches it is preliminary and
 * says so. What no schema can say is checked by `checkCalendar`.
 */
export const workingCalendarSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'WorkingCalendar',
  type: 'object',
  properties: {
    $schema: { type: 'string', maxLength: 200 },
    format: { const: 1 },
    id: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 },
    title: localizedTextSchema,
    /** IANA zone of those who have no zone of their own. */
    timeZone: { type: 'string', minLength: 1, maxLength: 64 },
    /** Working days of a week without exceptions; Monday to Friday by default. */
    week: { type: 'array', items: { enum: WEEKDAYS }, minItems: 1, maxItems: 7, uniqueItems: true },
    /** Local time at which reminders of a day are given; 09:00 by default. */
    workingDayStart: timeOfDaySchema,
    /** Local time at which terms of a day end and after which what happens counts as the next day's; 18:00 by default. */
    workingDayEnd: timeOfDaySchema,
    years: {
      type: 'object', propertyNames: { type: 'string', pattern: '^\\d{4}$' }, additionalProperties: calendarYearSchema, maxProperties: 200,
    },
  },
  required: ['format', 'id', 'title', 'timeZone', 'years'],
  additionalProperties: false,
} as const;

export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];
export type Weekday = (typeof WEEKDAYS)[number];
export type CalendarDay = FromSchema<typeof calendarDaySchema>;
export type CalendarYear = FromSchema<typeof calendarYearSchema>;
export type WorkingCalendar = FromSchema<typeof workingCalendarSchema>;
