import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema, performersSchema, termSchema, valueSchema, variableNameSchema } from './value.schema.js';

/** The condition tree is recursive, so a node only says that it is an object; the document's `definitions.condition` checks it. */
export const conditionRef = { $ref: '#/definitions/condition' } as const;

/** One way out of a human task. `returnTo`: other steps that the person may choose to go back to; `to` is the one where nothing is chosen. `skipForm`: the form need not be valid (return, refuse). `remark`: a written reason must be given. */
export const outcomeSchema = {
  type: 'object',
  properties: {
    title: localizedTextSchema,
    to: keySchema,
    returnTo: { type: 'array', items: keySchema, minItems: 1, maxItems: 20, uniqueItems: true },
    tone: { enum: ['primary', 'neutral', 'negative'] },
    remark: { enum: ['required', 'optional'] },
    skipForm: { type: 'boolean' },
    confirm: localizedTextSchema,
  },
  required: ['title', 'to'],
  additionalProperties: false,
} as const;

export const outcomesSchema = { type: 'object', propertyNames: keySchema, additionalProperties: outcomeSchema, minProperties: 1, maxProperties: 12 } as const;

/** `before` counts back from the due moment (0 = on the day); `every` repeats from opening until the task closes. */
export const reminderSchema = {
  oneOf: [
    { type: 'object', properties: { before: termSchema }, required: ['before'], additionalProperties: false },
    { type: 'object', properties: { every: termSchema }, required: ['every'], additionalProperties: false },
  ],
} as const;

/** A rung of the escalation ladder: `after` the due moment tell `to`, and where `addCandidates` let them complete the task too. */
export const escalationSchema = {
  type: 'object',
  properties: { after: termSchema, to: performersSchema, addCandidates: { type: 'boolean' } },
  required: ['after', 'to'],
  additionalProperties: false,
} as const;

/**
 * Multi-instance. `items`: a list, or a whole number n for the items 1 to n. `parallel` runs a child instance per item; `sequential` stays inside the instance. `until` is evaluated over
 * `{total, completed, active, results: {<result>: n}}`; when it holds, the rest is cancelled. Without it, all must end.
 */
export const forEachSchema = {
  type: 'object',
  properties: {
    items: valueSchema,
    as: variableNameSchema,
    mode: { enum: ['parallel', 'sequential'] },
    until: { type: 'object' },
    /** Names the item for people: shown in the list of children. */
    itemTitle: valueSchema,
    /** The variable that receives the counters when the activity ends, for the gateway behind it. */
    counters: variableNameSchema,
    /** Parallel alone: who has a part in one item alone sees neither the case nor the other items. */
    apart: { type: 'boolean' },
  },
  required: ['items', 'as', 'mode'],
  additionalProperties: false,
} as const;

/** A check that a submission must pass before the named outcomes: a registered pure check by key, e.g. the lint of a document. */
export const submissionCheckSchema = {
  type: 'object',
  properties: {
    handler: keySchema, settings: { type: 'object' },
    outcomes: { type: 'array', items: keySchema, minItems: 1, maxItems: 12 },
  },
  required: ['handler', 'outcomes'],
  additionalProperties: false,
} as const;

/** The same again while the condition holds: asked after each run, or before each with `testBefore`. `loopCounter` is the number of runs so far. */
export const standardLoopSchema = {
  type: 'object',
  properties: { while: { type: 'object' }, testBefore: { type: 'boolean' }, max: { type: 'integer', minimum: 1, maximum: 10_000 } },
  required: ['while'],
  additionalProperties: false,
} as const;

export const retrySchema = {
  type: 'object',
  properties: {
    attempts: { type: 'integer', minimum: 1, maximum: 20 },
    backoff: { type: 'object', properties: { type: { enum: ['fixed', 'exponential'] }, seconds: { type: 'number', minimum: 0.1, maximum: 86400 } }, required: ['type', 'seconds'], additionalProperties: false },
  },
  required: ['attempts'],
  additionalProperties: false,
} as const;

export type Outcome = FromSchema<typeof outcomeSchema>;
export type Reminder = FromSchema<typeof reminderSchema>;
export type Escalation = FromSchema<typeof escalationSchema>;
export type StandardLoop = FromSchema<typeof standardLoopSchema>;
export type ForEach = FromSchema<typeof forEachSchema>;
export type SubmissionCheck = FromSchema<typeof submissionCheckSchema>;
export type Retry = FromSchema<typeof retrySchema>;
