import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema, variableNameSchema } from '../process-definition/value.schema.js';

/**
 * How many rules may hold (DMN 1.5, 8.2.8): `U` one; `A` several that all say the same; `P` several, of which that answer counts whose value
 * stands first among the `values` of its output; `F` the first of several; `R` all of them, in the order of the rules; `C` all, gathered.
 */
export const HIT_POLICIES = ['U', 'A', 'P', 'F', 'R', 'C'] as const;
export const DECISION_VALUE_TYPES = ['string', 'number', 'boolean', 'date'] as const;

const columnSchema = {
  type: 'object',
  properties: {
    key: variableNameSchema,
    title: localizedTextSchema,
    type: { enum: DECISION_VALUE_TYPES },
    /** What a text may be: any other one in a rule is an error of the table. */
    values: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, minItems: 1, maxItems: 200, uniqueItems: true },
  },
  required: ['key', 'title', 'type'],
  additionalProperties: false,
} as const;

const cellsSchema = { type: 'object', propertyNames: variableNameSchema, additionalProperties: { type: 'string', minLength: 1, maxLength: 4096 }, maxProperties: 20 } as const;

/**
 * A decision table, format 1 (DMN 1.5, clause 8). A cell of `when` is a FEEL unary test over its input (`"a", "b"`, `>= 50`, `[1..5]`,
 * `not("x")`); an input that is left out may be anything. A cell of `then` is a FEEL expression over the inputs.
 */
export const decisionTableSchema = {
  $id: 'reglament:decision-table:1',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    format: { const: 1 },
    key: keySchema,
    title: localizedTextSchema,
    description: localizedTextSchema,
    hitPolicy: { enum: HIT_POLICIES },
    /** With `C` and one output: what becomes of the gathered values; left out, they stay a list. */
    aggregation: { enum: ['sum', 'min', 'max', 'count'] },
    inputs: { type: 'array', items: columnSchema, minItems: 1, maxItems: 20 },
    outputs: { type: 'array', items: columnSchema, minItems: 1, maxItems: 20 },
    rules: {
      type: 'array', minItems: 1, maxItems: 500,
      items: {
        type: 'object',
        properties: { when: cellsSchema, then: cellsSchema, note: localizedTextSchema },
        required: ['when', 'then'],
        additionalProperties: false,
      },
    },
    /** The answer where no rule holds; left out, each output is null then. */
    otherwise: cellsSchema,
  },
  required: ['format', 'key', 'title', 'hitPolicy', 'inputs', 'outputs', 'rules'],
  additionalProperties: false,
} as const;

export type DecisionTable = FromSchema<typeof decisionTableSchema>;
export type DecisionColumn = DecisionTable['inputs'][number];
export type HitPolicy = (typeof HIT_POLICIES)[number];
