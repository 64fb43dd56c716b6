import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { escalationSchema, forEachSchema, outcomeSchema, outcomesSchema, reminderSchema, retrySchema, standardLoopSchema, submissionCheckSchema } from './activity-parts.schema.js';
import { boundaryEventSchema, catchSchema, caughtMessageSchema, endSchema, eventTriggerSchema, thrownMessageSchema, throwSchema } from './events.schema.js';
import { startingEventSchema } from './starting-event.schema.js';
import { keySchema, mappingSchema, performersSchema, taskPerformersSchema, termSchema, valueSchema, variableNameSchema, variablePathSchema } from './value.schema.js';

/** What every flow node may say of itself. `in`: the sub-process that holds it. `state`: the case's state from here on. */
const node = { title: localizedTextSchema, description: localizedTextSchema, in: keySchema, state: keySchema } as const;

/** The activity that undoes this one: no flow leads to it, and it leads nowhere. It is there for compensation once this one has been completed. */
const undone = { compensate: keySchema } as const;

/** What a person needs to be given work. `variable`: the variable that the form edits: it fills the form and receives what is submitted. */
const human = {
  performers: performersSchema,
  form: keySchema,
  variable: variableNameSchema,
  prefill: mappingSchema,
  output: mappingSchema,
  due: termSchema,
  remind: { type: 'array', items: reminderSchema, maxItems: 10 },
  escalate: { type: 'array', items: escalationSchema, maxItems: 10 },
  calendar: { enum: ['performer', 'case'] },
  /** Nodes whose performers may not perform this one (four-eyes). `start` is the person who started the case. */
  fourEyes: { type: 'array', items: keySchema, maxItems: 20 },
  priority: { type: 'integer', minimum: 0, maximum: 100 },
  on: { type: 'array', items: boundaryEventSchema, maxItems: 20 },
  ...undone,
} as const;

export const startEventSchema = {
  type: 'object',
  properties: { type: { const: 'startEvent' }, ...node, performers: performersSchema, form: keySchema, variable: variableNameSchema, event: startingEventSchema, next: keySchema },
  required: ['type', 'next'],
  additionalProperties: false,
} as const;

export const endEventSchema = {
  type: 'object',
  properties: { type: { const: 'endEvent' }, ...node, event: endSchema, result: keySchema },
  required: ['type'],
  additionalProperties: false,
} as const;

export const userTaskSchema = {
  type: 'object',
  properties: {
    type: { const: 'userTask' }, ...node, ...human, performers: taskPerformersSchema, outcomes: outcomesSchema,
    checks: { type: 'array', items: submissionCheckSchema, maxItems: 10 }, forEach: forEachSchema, loop: standardLoopSchema,
  },
  required: ['type', 'title', 'performers', 'outcomes'],
  additionalProperties: false,
} as const;

/**
 * Approval as one step. `approvers`: the variable with the list of party references, or the performers. `quorum`: how many approvals
 * decide. The first `returned` or `rejected` decides at once. Every round keeps a snapshot hash of `snapshot`'s variables.
 * `keepVisasWhen`: re-entering with this true keeps earlier approvals (editorial change).
 */
export const approvalTaskSchema = {
  type: 'object',
  properties: {
    type: { const: 'approvalTask' }, ...node, ...human,
    approvers: variablePathSchema,
    order: { enum: ['parallel', 'sequential'] },
    quorum: { oneOf: [{ const: 'one' }, { const: 'all' }, { type: 'object', properties: { percent: { type: 'integer', minimum: 1, maximum: 100 } }, required: ['percent'], additionalProperties: false }] },
    mayAdd: { type: 'boolean' },
    snapshot: { type: 'array', items: variableNameSchema, maxItems: 20 },
    keepVisasWhen: { type: 'object' },
    forEach: forEachSchema,
    outcomes: {
      type: 'object',
      properties: { approved: outcomeSchema, returned: outcomeSchema, rejected: outcomeSchema },
      required: ['approved'],
      additionalProperties: false,
    },
  },
  required: ['type', 'title', 'order', 'quorum', 'outcomes'],
  additionalProperties: false,
} as const;

/** Type of a handler: a word, or a family and what is done, `record.write`. */
const handlerSchema = { type: 'string', pattern: '^[a-z][a-z0-9]*([-.][a-z0-9]+)*$', maxLength: 64 } as const;

export const serviceTaskSchema = {
  type: 'object',
  properties: { type: { const: 'serviceTask' }, ...node, ...undone, handler: handlerSchema, input: mappingSchema, output: mappingSchema, retry: retrySchema, forEach: forEachSchema, loop: standardLoopSchema, next: keySchema, on: { type: 'array', items: boundaryEventSchema, maxItems: 20 } },
  required: ['type', 'title', 'handler'],
  additionalProperties: false,
} as const;

/** Asks a decision table. `input` fills its inputs (left out: the variables of the same names); `output` reads `result`, the record of its outputs. */
export const businessRuleTaskSchema = {
  type: 'object',
  properties: { type: { const: 'businessRuleTask' }, ...node, ...undone, decision: keySchema, input: mappingSchema, output: mappingSchema, forEach: forEachSchema, loop: standardLoopSchema, next: keySchema },
  required: ['type', 'title', 'decision', 'output', 'next'],
  additionalProperties: false,
} as const;

/** Waits for what its `event` says. */
export const catchEventSchema = {
  type: 'object',
  properties: { type: { const: 'catchEvent' }, ...node, event: catchSchema, next: keySchema, on: { type: 'array', items: boundaryEventSchema, maxItems: 20 } },
  required: ['type', 'title', 'event', 'next'],
  additionalProperties: false,
} as const;

/** Lets something happen and goes on at once. Without `event` it only marks a place. A link has no `next`. */
export const throwEventSchema = {
  type: 'object',
  properties: { type: { const: 'throwEvent' }, ...node, event: throwSchema, next: keySchema },
  required: ['type', 'title'],
  additionalProperties: false,
} as const;

/** Sends a message, as work of its own in the eyes of people. */
export const sendTaskSchema = {
  type: 'object',
  properties: { type: { const: 'sendTask' }, ...node, ...undone, event: thrownMessageSchema, forEach: forEachSchema, loop: standardLoopSchema, next: keySchema },
  required: ['type', 'title', 'event'],
  additionalProperties: false,
} as const;

/** Waits for a message, as work of its own in the eyes of people. */
export const receiveTaskSchema = {
  type: 'object',
  properties: { type: { const: 'receiveTask' }, ...node, ...undone, event: caughtMessageSchema, forEach: forEachSchema, loop: standardLoopSchema, next: keySchema, on: { type: 'array', items: boundaryEventSchema, maxItems: 20 } },
  required: ['type', 'title', 'event', 'next'],
  additionalProperties: false,
} as const;

/**
 * Work on the case's document. A person's (`sign`, `register`) opens a task; the rest is done by the system: `compose` keeps a new
 * version of the content, `render` makes the files, `relate` links to the documents that this one amends or repeals, `file`,
 * `annul` and `withdraw` move its state. `document`: the variable that holds `{id, …}` of the document.
 */
export const documentTaskSchema = {
  type: 'object',
  properties: {
    type: { const: 'documentTask' }, ...node, ...human,
    operation: { enum: ['compose', 'sign', 'register', 'render', 'relate', 'annul', 'withdraw', 'execute', 'file'] },
    kind: valueSchema,
    document: variableNameSchema,
    input: mappingSchema,
    outcomes: outcomesSchema,
    checks: { type: 'array', items: submissionCheckSchema, maxItems: 10 },
    retry: retrySchema,
    forEach: forEachSchema,
    loop: standardLoopSchema,
    next: keySchema,
  },
  required: ['type', 'title', 'operation', 'document'],
  additionalProperties: false,
} as const;

const flow = { to: keySchema, title: localizedTextSchema } as const;

export const exclusiveGatewaySchema = {
  type: 'object',
  properties: {
    type: { const: 'exclusiveGateway' }, ...node,
    flows: {
      type: 'array', minItems: 1, maxItems: 50,
      items: { type: 'object', properties: { ...flow, when: { type: 'object' }, default: { const: true } }, required: ['to'], additionalProperties: false },
    },
  },
  required: ['type', 'flows'],
  additionalProperties: false,
} as const;

/** Every flow whose `when` holds, at once; without `when`, always; the default where none does. Joins whatever of them still comes. */
export const inclusiveGatewaySchema = {
  type: 'object',
  properties: {
    type: { const: 'inclusiveGateway' }, ...node,
    flows: {
      type: 'array', minItems: 1, maxItems: 50,
      items: { type: 'object', properties: { ...flow, when: { type: 'object' }, default: { const: true } }, required: ['to'], additionalProperties: false },
    },
  },
  required: ['type', 'flows'],
  additionalProperties: false,
} as const;

/** Waits for every event that it leads to, and goes on behind the first that happens. */
export const eventBasedGatewaySchema = {
  type: 'object',
  properties: {
    type: { const: 'eventBasedGateway' }, ...node,
    flows: { type: 'array', minItems: 2, maxItems: 20, items: { type: 'object', properties: flow, required: ['to'], additionalProperties: false } },
  },
  required: ['type', 'flows'],
  additionalProperties: false,
} as const;

export const parallelGatewaySchema = {
  type: 'object',
  properties: {
    type: { const: 'parallelGateway' }, ...node,
    flows: { type: 'array', minItems: 1, maxItems: 50, items: { type: 'object', properties: flow, required: ['to'], additionalProperties: false } },
  },
  required: ['type', 'flows'],
  additionalProperties: false,
} as const;

/**
 * Inner nodes say `in: <this key>` and one of them is a startEvent. With a parallel forEach `input` is what a child sees (read-only) beside
 * its item. Without forEach `input` gives variables that are the sub-process's own: inside, their names mean them, to be read and written;
 * they end with it, and `output` keeps of them what is to be kept.
 *
 * With `event` instead of `next` it is an event sub-process: nothing leads to it; what comes from outside while its scope is open starts
 * it. `freezes`: while it runs, everything else in its scope stands still, and keeps the time it has left. `transaction`: an end event inside
 * may cancel it: then what was done in it is compensated, and it is left by its `cancel` event.
 */
export const subProcessSchema = {
  type: 'object',
  properties: {
    type: { const: 'subProcess' }, ...node, ...undone, next: keySchema, forEach: forEachSchema, loop: standardLoopSchema, input: mappingSchema, output: mappingSchema,
    event: eventTriggerSchema, freezes: { type: 'boolean' }, transaction: { type: 'boolean' },
    on: { type: 'array', items: boundaryEventSchema, maxItems: 20 },
  },
  required: ['type', 'title'],
  additionalProperties: false,
} as const;

/**
 * Inner nodes to which no flow leads may be begun by their performers, in any order and any number of times. `until` is asked over
 * `{completed, active, results: {<result of an end event>: n}}` whenever one of them has ended; when it holds, the rest is cancelled, or,
 * with `cancelRemaining: false`, ends first. `ordering`: whether several may be under way at once. `begin: "system"`: each part is begun
 * once, all together or in the order in which they are written, and the last one ends the work.
 */
export const adHocSubProcessSchema = {
  type: 'object',
  properties: {
    type: { const: 'adHocSubProcess' }, ...node, ...undone, until: { type: 'object' }, ordering: { enum: ['parallel', 'sequential'] }, cancelRemaining: { type: 'boolean' }, begin: { const: 'system' },
    forEach: forEachSchema, next: keySchema, on: { type: 'array', items: boundaryEventSchema, maxItems: 20 },
  },
  required: ['type', 'title', 'next'],
  additionalProperties: false,
} as const;

/**
 * Another process as one step: it starts with `input` as its variables, and its end brings `result`: `{status, result, variables}`, which
 * `output` reads. Its version is the one that is current when this definition is published; `version: "latest"`: when it is called; `{exact: n}`: that one for good.
 * `starter`: the variable with the person who counts as its starter there; left out, whoever started the calling case.
 */
export const callActivitySchema = {
  type: 'object',
  properties: {
    type: { const: 'callActivity' }, ...node, ...undone, process: keySchema, startEvent: keySchema,
    version: { oneOf: [{ const: 'latest' }, { type: 'object', properties: { exact: { type: 'integer', minimum: 1, maximum: 1_000_000 } }, required: ['exact'], additionalProperties: false }] },
    starter: variablePathSchema, input: mappingSchema, output: mappingSchema,
    forEach: forEachSchema, loop: standardLoopSchema, next: keySchema, on: { type: 'array', items: boundaryEventSchema, maxItems: 20 },
  },
  required: ['type', 'title', 'process'],
  additionalProperties: false,
} as const;

export const nodeSchema = {
  oneOf: [
    startEventSchema, endEventSchema, userTaskSchema, approvalTaskSchema, serviceTaskSchema, documentTaskSchema, businessRuleTaskSchema,
    catchEventSchema, throwEventSchema, sendTaskSchema, receiveTaskSchema, exclusiveGatewaySchema, inclusiveGatewaySchema, eventBasedGatewaySchema, parallelGatewaySchema, subProcessSchema, adHocSubProcessSchema,
    callActivitySchema,
  ],
} as const;

export type StartEvent = FromSchema<typeof startEventSchema>;
export type EndEvent = FromSchema<typeof endEventSchema>;
export type UserTask = FromSchema<typeof userTaskSchema>;
export type ApprovalTask = FromSchema<typeof approvalTaskSchema>;
export type ServiceTask = FromSchema<typeof serviceTaskSchema>;
export type DocumentTask = FromSchema<typeof documentTaskSchema>;
export type BusinessRuleTask = FromSchema<typeof businessRuleTaskSchema>;
export type CatchEvent = FromSchema<typeof catchEventSchema>;
export type ThrowEvent = FromSchema<typeof throwEventSchema>;
export type SendTask = FromSchema<typeof sendTaskSchema>;
export type ReceiveTask = FromSchema<typeof receiveTaskSchema>;
export type ExclusiveGateway = FromSchema<typeof exclusiveGatewaySchema>;
export type InclusiveGateway = FromSchema<typeof inclusiveGatewaySchema>;
export type EventBasedGateway = FromSchema<typeof eventBasedGatewaySchema>;
export type ParallelGateway = FromSchema<typeof parallelGatewaySchema>;
export type SubProcess = FromSchema<typeof subProcessSchema>;
export type AdHocSubProcess = FromSchema<typeof adHocSubProcessSchema>;
export type CallActivity = FromSchema<typeof callActivitySchema>;
export type FlowNode =
  | StartEvent | EndEvent | UserTask | ApprovalTask | ServiceTask | DocumentTask | BusinessRuleTask | CatchEvent | ThrowEvent | SendTask | ReceiveTask
  | ExclusiveGateway | InclusiveGateway | EventBasedGateway | ParallelGateway | SubProcess | AdHocSubProcess | CallActivity;
export type FlowNodeType = FlowNode['type'];
