import { conditionSchema } from '../condition/condition.schema.js';
import { localizedTextSchema, type LocalizedText } from '../localized-text/localized-text.schema.js';
import { nodeSchema, type FlowNode } from './nodes.schema.js';
import { keySchema, performersSchema, valueSchema, variableNameSchema, type Performer, type ValueExpression } from './value.schema.js';

export const VARIABLE_TYPES = ['string', 'number', 'boolean', 'date', 'party', 'object', 'list'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** Colour of a state in the panel, by meaning. */
export const STATE_TONES = ['neutral', 'progress', 'waiting', 'attention', 'success', 'stopped'] as const;
export type StateTone = (typeof STATE_TONES)[number];

/** Process definition, format 1. Published by the server at `/api/v1/schemas/process-definition`. */
export const processDefinitionSchema = {
  $id: 'reglament:process-definition:1',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    format: { const: 1 },
    key: keySchema,
    title: localizedTextSchema,
    description: localizedTextSchema,
    /** What people see as the name of one case. */
    subject: valueSchema,
    /** The human's id of the case: a registered number. */
    businessKey: valueSchema,
    variables: {
      type: 'object', propertyNames: variableNameSchema, maxProperties: 200,
      additionalProperties: {
        type: 'object',
        properties: { type: { enum: VARIABLE_TYPES }, title: localizedTextSchema },
        required: ['type', 'title'], additionalProperties: false,
      },
    },
    states: {
      type: 'object', propertyNames: keySchema, maxProperties: 60,
      additionalProperties: {
        type: 'object',
        properties: { title: localizedTextSchema, tone: { enum: STATE_TONES } },
        required: ['title', 'tone'], additionalProperties: false,
      },
    },
    /** Who may cancel a case, with a reason. */
    cancel: { type: 'object', properties: { performers: performersSchema }, required: ['performers'], additionalProperties: false },
    /** Who besides its performers may see a case: roles in its organisation. */
    observers: performersSchema,
    nodes: { type: 'object', propertyNames: keySchema, additionalProperties: nodeSchema, minProperties: 2, maxProperties: 500 },
  },
  required: ['format', 'key', 'title', 'nodes'],
  additionalProperties: false,
  definitions: { condition: conditionSchema },
} as const;

/** Written by hand beside the schema: the union of nodes keeps its discriminant, which FromSchema of the whole map widens. */
export interface ProcessDefinition {
  readonly $schema?: string;
  readonly format: 1;
  readonly key: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  readonly subject?: ValueExpression;
  readonly businessKey?: ValueExpression;
  readonly variables?: { readonly [name: string]: { readonly type: VariableType; readonly title: LocalizedText } };
  readonly states?: { readonly [key: string]: { readonly title: LocalizedText; readonly tone: StateTone } };
  readonly cancel?: { readonly performers: readonly Performer[] };
  readonly observers?: readonly Performer[];
  readonly nodes: { readonly [key: string]: FlowNode };
}
