import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { keySchema } from '../process-definition/value.schema.js';

/** A person: a reference, or a word that stands for one. */
const party = { type: 'string', minLength: 1, maxLength: 200 } as const;
const moment = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z$' } as const;
const values = { type: 'object' } as const;
const key = { type: 'string', minLength: 1, maxLength: 100 } as const;
/** A part of a parallel forEach: `<node>[<index>]`, an inner one behind a slash; left out, the case itself. */
const part = { type: 'string', pattern: '^[^\\[\\]/]+\\[\\d+\\](/[^\\[\\]/]+\\[\\d+\\])*$' } as const;

const step = (properties: object, required: readonly string[]): object => ({ type: 'object', properties: { part, ...properties }, required, additionalProperties: false });

/** `scenarios/*.json` of a package: what is given, what happens, and what must stand then. Services do what the scenario says. */
export const scenarioSchema = {
  $id: 'reglament:scenario:1',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    format: { const: 1 },
    title: localizedTextSchema,
    process: keySchema,
    given: {
      type: 'object',
      properties: { at: moment, starter: { oneOf: [party, { type: 'null' }] }, startEvent: key, data: values, variables: values, calendar: key, timeZone: key },
      required: ['at', 'starter'], additionalProperties: false,
    },
    when: {
      type: 'array', maxItems: 5000,
      items: {
        oneOf: [
          step({ complete: key, outcome: key, by: party, slot: { type: 'integer', minimum: 0 }, data: values, facts: values, remark: { const: true } }, ['complete', 'outcome', 'by']),
          step({ act: key, at: key, by: party, data: values, remark: { const: true } }, ['act', 'at']),
          step({ addApprover: key, approver: party, by: party }, ['addApprover', 'approver', 'by']),
          step({ answer: key, result: values }, ['answer', 'result']),
          step({ fail: key, code: key, data: values }, ['fail', 'code']),
          step({ message: key, at: key, data: values }, ['message', 'at']),
          step({ called: key, status: { enum: ['completed', 'cancelled'] }, result: { oneOf: [key, { type: 'null' }] }, variables: values }, ['called', 'status']),
          step({ cancel: party }, ['cancel']),
          { type: 'object', properties: { until: moment }, required: ['until'], additionalProperties: false },
        ],
      },
    },
    then: {
      type: 'object',
      properties: {
        status: { enum: ['active', 'completed', 'cancelled'] },
        result: { oneOf: [key, { type: 'null' }] },
        state: { oneOf: [key, { type: 'null' }] },
        /** Nodes of open tasks, of the case and its parts, each as often as there are tasks. */
        open: { type: 'array', items: key, maxItems: 5000 },
        /** What the variables hold at least. */
        variables: values,
        /** Operations on documents, in order. */
        documents: { type: 'array', items: key, maxItems: 1000 },
        /** How often each kind of notice went out. */
        notices: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
      },
      required: ['status'], additionalProperties: false,
    },
  },
  required: ['format', 'title', 'process', 'given', 'when', 'then'],
  additionalProperties: false,
} as const;

type Shape = FromSchema<typeof scenarioSchema>;
type Values = { readonly [name: string]: unknown };

/** One thing that happens. */
export type ScenarioStep =
  | { readonly part?: string; readonly complete: string; readonly outcome: string; readonly by: string; readonly slot?: number; readonly data?: Values; readonly facts?: Values; readonly remark?: true }
  | { readonly part?: string; readonly act: string; readonly at: string; readonly by?: string; readonly data?: Values; readonly remark?: true }
  | { readonly part?: string; readonly addApprover: string; readonly approver: string; readonly by: string }
  | { readonly part?: string; readonly answer: string; readonly result: Values }
  | { readonly part?: string; readonly fail: string; readonly code: string; readonly data?: Values }
  | { readonly part?: string; readonly message: string; readonly at: string; readonly data?: Values }
  | { readonly part?: string; readonly called: string; readonly status: 'completed' | 'cancelled'; readonly result?: string | null; readonly variables?: Values }
  | { readonly part?: string; readonly cancel: string }
  /** The clock goes on, and what is due by then happens. */
  | { readonly until: string };

export interface Scenario extends Omit<Shape, 'when' | 'then' | 'given'> {
  readonly given: { readonly at: string; readonly starter: string | null; readonly startEvent?: string; readonly data?: Values; readonly variables?: Values; readonly calendar?: string; readonly timeZone?: string };
  readonly when: readonly ScenarioStep[];
  readonly then: {
    readonly status: 'active' | 'completed' | 'cancelled'; readonly result?: string | null; readonly state?: string | null; readonly open?: readonly string[];
    readonly variables?: Values; readonly documents?: readonly string[]; readonly notices?: { readonly [kind: string]: number };
  };
}
