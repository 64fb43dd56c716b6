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
      letterhead: { type: 'array', items: text, maxItems: 6 }, place: text,
      /** PNG in base64, printed above those lines. */
      emblem: { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 720_000 },
      timeZone: text, calendar: keySchema,
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

const sampleFields = { type: 'object', additionalProperties: true, maxProperties: 200 } as const;

/**
 * `samples/records.json`: records that the registries of a new demo base begin with, in this order. In `data` the placeholders of
 * `samples/cases.json` stand for values, without `$file`; `{"$record": key}` for the reference of a record before it, there and in cases.
 */
export const sampleRecordsSchema = {
  type: 'array', maxItems: 5000,
  items: {
    type: 'object',
    properties: { key: keySchema, registry: keySchema, organisation: keySchema, data: sampleFields },
    required: ['key', 'registry', 'organisation', 'data'], additionalProperties: false,
  },
} as const;

export type SampleRecords = FromSchema<typeof sampleRecordsSchema>;
export type SampleRecord = SampleRecords[number];

/**
 * `samples/cases.json`: cases that a new demo base plays through the same use cases as people do, so that its screens are not empty.
 *
 * In `data` an object with one of these keys alone stands for a value: `{"$person": key}` and `{"$organisation": key}` for a reference,
 * `{"$day": n}` for a date `n` calendar days after the one on which the case is begun, `{"$workingDay": n}` for the n-th working day after
 * it by the calendar of the starter's organisation, `{"$record": key}` for the reference of a record, `{"$file": {"name", "text"}}` for a text file that is uploaded.
 */
export const sampleCasesSchema = {
  type: 'array', maxItems: 200,
  items: {
    type: 'object',
    properties: {
      key: keySchema, definition: keySchema, starter: keySchema, organisation: keySchema, startEvent: keySchema, data: sampleFields,
      /** Key of a case before it whose steps go on here, after what was played in between. */
      continues: keySchema,
      steps: {
        type: 'array', maxItems: 200,
        items: {
          type: 'object',
          properties: {
            as: keySchema,
            /** Node of the task, in the case or one of its parallel parts; or an ad-hoc sub-process, whose part `outcome` begins. */
            task: keySchema,
            /** Beginning of the part's title, where several parts have this task for the same person. */
            part: text,
            /** An outcome of the task, or an action that its node allows while the task is open. */
            outcome: keySchema, data: sampleFields, remark: { type: 'string', minLength: 1, maxLength: 2000 },
            /** Reasons for going on in spite of warnings, by their code. */
            warningReasons: { type: 'object', additionalProperties: { type: 'string', minLength: 1, maxLength: 500 } },
          },
          required: ['as', 'task', 'outcome'], additionalProperties: false,
        },
      },
    },
    required: ['key', 'definition', 'starter', 'steps'], additionalProperties: false,
  },
} as const;

export type SampleCases = FromSchema<typeof sampleCasesSchema>;
export type SampleCase = SampleCases[number];
