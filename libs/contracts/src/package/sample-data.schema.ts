import type { FromSchema } from 'json-schema-to-ts';
import { keySchema } from '../process-definition/value.schema.js';

const text = { type: 'string', minLength: 1, maxLength: 300 } as const;
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

/** `samples/organisations.json` of a demo package. Keys are stable; ids are made from them. */
export const sampleOrganisationsSchema = {
  type: 'array', maxItems: 5000,
  items: {
    type: 'object',
    properties: {
      key: keySchema, parent: keySchema, kind: keySchema, fullName: text, shortName: text,
      /** Lines above the kind of a document, as its letterhead prints them. */
      letterhead: { type: 'array', items: text, maxItems: 6 }, place: text, timeZone: text, calendar: keySchema,
    },
    required: ['key', 'kind', 'fullName', 'shortName', 'timeZone', 'calendar'], additionalProperties: false,
  },
} as const;

export const samplePeopleSchema = {
  type: 'array', maxItems: 50000,
  items: {
    type: 'object',
    properties: {
      key: keySchema, lastName: text, firstName: text, patronymic: text, gender: { enum: ['male', 'female'] },
      /** Present where the person signs in. */
      login: { type: 'string', pattern: '^[a-z][a-z0-9._-]{1,60}$' },
      employments: {
        type: 'array', maxItems: 10,
        items: { type: 'object', properties: { organisation: keySchema, position: keySchema, from: date, to: date }, required: ['organisation', 'position'], additionalProperties: false },
      },
      roles: {
        type: 'array', maxItems: 20,
        items: { type: 'object', properties: { role: keySchema, organisation: keySchema, from: date, to: date }, required: ['role', 'organisation'], additionalProperties: false },
      },
    },
    required: ['key', 'lastName', 'firstName', 'gender', 'employments', 'roles'], additionalProperties: false,
  },
} as const;

/** Dates are counted from the day on which the demo base is made: `0` is that day. */
export const sampleSubstitutionsSchema = {
  type: 'array', maxItems: 1000,
  items: {
    type: 'object',
    properties: { absent: keySchema, substitute: keySchema, fromDay: { type: 'integer' }, toDay: { type: 'integer' }, basis: text },
    required: ['absent', 'substitute', 'fromDay', 'toDay', 'basis'], additionalProperties: false,
  },
} as const;

export type SampleOrganisations = FromSchema<typeof sampleOrganisationsSchema>;
export type SamplePeople = FromSchema<typeof samplePeopleSchema>;
export type SampleSubstitutions = FromSchema<typeof sampleSubstitutionsSchema>;
