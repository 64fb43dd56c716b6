import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema, mappingSchema, performersSchema, termSchema, valueSchema, variableNameSchema } from './value.schema.js';

/** Which message is waited for or sent: it reaches whoever waits for that name with an equal correlation value, and nobody else. */
const messageReference = { name: keySchema, correlation: valueSchema } as const;

/** How long after the last time it comes again. `times`: how often in all, the first time included; left out, as long as it is open. */
const times = { type: 'integer', minimum: 1, maximum: 1000 } as const;
const [inWorkingDays, inCalendarDays, inDuration, onDate] = termSchema.oneOf;
const repeatSchema = {
  oneOf: [
    { ...inWorkingDays, properties: { ...inWorkingDays.properties, times } }, { ...inCalendarDays, properties: { ...inCalendarDays.properties, times } },
    { ...inDuration, properties: { ...inDuration.properties, times } }, onDate,
  ],
} as const;

/** What may come from outside while something is open. At a node it leads to `to`; an event sub-process is what it leads to. */
const timerTrigger = {
  title: localizedTextSchema, after: termSchema,
  /** It fires again and again, a term after the last time, while the activity is open; only one that does not interrupt may. */
  repeat: repeatSchema,
} as const;

const messageTrigger = { title: localizedTextSchema, ...messageReference, variable: variableNameSchema } as const;
/** Told to everybody who listens, in every case: the name alone decides. `variable` receives what it carries. */
const signalTrigger = { title: localizedTextSchema, name: keySchema, variable: variableNameSchema } as const;
/** A code by which errors and escalations are told apart; handlers may bring dots. */
const codeSchema = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*$', maxLength: 64 } as const;
/** Caught by the innermost that names its code, or names none; `variable` receives `{code, data}`. An error always interrupts. */
const codeTrigger = { title: localizedTextSchema, code: codeSchema, variable: variableNameSchema } as const;
/** Comes when the condition begins to hold; judged after every step, and at once on entry. */
const conditionTrigger = { title: localizedTextSchema, condition: { type: 'object' } } as const;
const actionTrigger = {
  title: localizedTextSchema, performers: performersSchema, form: keySchema, variable: variableNameSchema, prefill: mappingSchema,
  remark: { enum: ['required', 'optional'] }, tone: { enum: ['primary', 'neutral', 'negative'] },
} as const;

export const boundaryEventSchema = {
  oneOf: [
    {
      type: 'object',
      properties: {
        type: { const: 'timer' }, key: keySchema, ...timerTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'after', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      /** Another case has something to tell. `variable` receives what the message carries. */
      type: 'object',
      properties: {
        type: { const: 'message' }, key: keySchema, ...messageTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'name', 'correlation', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        type: { const: 'signal' }, key: keySchema, ...signalTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'name', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        type: { const: 'error' }, key: keySchema, ...codeTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        type: { const: 'escalation' }, key: keySchema, ...codeTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      /** The transaction has been cancelled, and what was done in it is compensated. */
      type: 'object',
      properties: { type: { const: 'cancel' }, key: keySchema, title: localizedTextSchema, interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema },
      required: ['type', 'key', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        type: { const: 'condition' }, key: keySchema, ...conditionTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'condition', 'interrupting', 'to'],
      additionalProperties: false,
    },
    {
      /**
       * What a person may do to the case while the activity is open: withdraw, annul, ask for a new term. A BPMN message boundary event.
       * Without performers only another case may trigger it (an order that repeals this one). `prefill` fills its form.
       */
      type: 'object',
      properties: {
        type: { const: 'action' }, key: keySchema, ...actionTrigger,
        interrupting: { type: 'boolean' }, when: { type: 'object' }, to: keySchema,
      },
      required: ['type', 'key', 'title', 'interrupting', 'to'],
      additionalProperties: false,
    },
  ],
} as const;

/** What starts an event sub-process while its scope is open: as a boundary event, without a key and a target of its own. */
export const eventTriggerSchema = {
  oneOf: [
    { type: 'object', properties: { type: { const: 'timer' }, ...timerTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'after', 'interrupting'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'message' }, ...messageTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'name', 'correlation', 'interrupting'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'signal' }, ...signalTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'name', 'interrupting'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'error' }, ...codeTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'interrupting'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'escalation' }, ...codeTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'interrupting'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'condition' }, ...conditionTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'condition', 'interrupting'], additionalProperties: false },
    /** How the sub-process that holds it is compensated, once it has ended. */
    { type: 'object', properties: { type: { const: 'compensation' }, title: localizedTextSchema }, required: ['type'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'action' }, ...actionTrigger, interrupting: { type: 'boolean' }, when: { type: 'object' } }, required: ['type', 'title', 'interrupting'], additionalProperties: false },
  ],
} as const;

/** A pair of events of one scope that stand for a flow between them (BPMN 2.0 §10.5.1). */
const linkSchema = { type: 'object', properties: { type: { const: 'link' }, name: keySchema }, required: ['type', 'name'], additionalProperties: false } as const;

/** A message that is waited for. */
export const caughtMessageSchema = {
  type: 'object', properties: { type: { const: 'message' }, ...messageReference, variable: variableNameSchema },
  required: ['type', 'name', 'correlation'], additionalProperties: false,
} as const;

/**
 * What an intermediate event waits for: a moment, a message of another case, a signal of any, a condition that begins to hold. A `link` waits for nothing: its throwing
 * events lead to it.
 */
export const catchSchema = {
  oneOf: [
    { type: 'object', properties: { type: { const: 'timer' }, after: termSchema }, required: ['type', 'after'], additionalProperties: false },
    caughtMessageSchema,
    { type: 'object', properties: { type: { const: 'signal' }, name: keySchema, variable: variableNameSchema }, required: ['type', 'name'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'condition' }, condition: { type: 'object' } }, required: ['type', 'condition'], additionalProperties: false },
    linkSchema,
  ],
} as const;

/**
 * A message as it is sent. Who waits for it by then gets it, each once. `keepFor`: where nobody does, so long (an ISO 8601 duration) it is kept
 * for the first who begins to wait; left out, it is not kept.
 */
export const thrownMessageSchema = {
  type: 'object', properties: { type: { const: 'message' }, ...messageReference, data: mappingSchema, keepFor: { type: 'string', pattern: '^P', maxLength: 40 } },
  required: ['type', 'name', 'correlation'], additionalProperties: false,
} as const;

/** Reaches everybody who listens for the name by then, in this case at once, in others a moment later; it begins the cases whose start event it is. */
const thrownSignalSchema = { type: 'object', properties: { type: { const: 'signal' }, name: keySchema, data: mappingSchema }, required: ['type', 'name'], additionalProperties: false } as const;

/** Comes to whoever catches it innermost, and goes on where nobody does. */
const thrownEscalationSchema = { type: 'object', properties: { type: { const: 'escalation' }, code: codeSchema, data: mappingSchema }, required: ['type', 'code'], additionalProperties: false } as const;

/**
 * Undoes what has been completed in its scope, the last first, or one activity of it, and waits until that is done. From an event
 * sub-process it reaches the scope that holds it.
 */
const thrownCompensationSchema = { type: 'object', properties: { type: { const: 'compensation' }, activity: keySchema }, required: ['type'], additionalProperties: false } as const;

/** What an intermediate event lets happen. A `link` goes on at the catching link of its name in the same scope. */
export const throwSchema = { oneOf: [thrownMessageSchema, thrownSignalSchema, thrownEscalationSchema, thrownCompensationSchema, linkSchema] } as const;

/**
 * What the end of a path lets happen. `terminate` ends everything in its scope: the whole case, or the sub-process, which goes on as after
 * any end. `error` interrupts the scope of whoever catches it; caught by nobody, it ends the case with its code as the result.
 * `cancel` ends the transaction that holds it: what was done in it is compensated, then it is left by its `cancel` boundary event.
 */
export const endSchema = {
  oneOf: [
    { type: 'object', properties: { type: { const: 'terminate' } }, required: ['type'], additionalProperties: false },
    thrownMessageSchema, thrownSignalSchema, thrownEscalationSchema, thrownCompensationSchema,
    { type: 'object', properties: { type: { const: 'cancel' } }, required: ['type'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'error' }, code: codeSchema, data: mappingSchema }, required: ['type', 'code'], additionalProperties: false },
  ],
} as const;

export type BoundaryEvent = FromSchema<typeof boundaryEventSchema>;
export type EventTrigger = FromSchema<typeof eventTriggerSchema>;
export type CatchEventTrigger = FromSchema<typeof catchSchema>;
export type ThrowEventTrigger = FromSchema<typeof throwSchema>;
export type EndEventTrigger = FromSchema<typeof endSchema>;
