/** Operators of a structured condition: the ones that the panel's condition builder offers. */
export const CONDITION_OPERATORS = [
  'equals', 'notEquals', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual',
  'in', 'notIn', 'contains', 'isEmpty', 'isNotEmpty',
] as const;

export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

/** A condition is FEEL text, or a tree that the panel's builder made. Written by hand: FromSchema cannot follow recursion (TS2615). */
export type Condition =
  | { readonly feel: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly variable: string; readonly operator: ConditionOperator; readonly value?: unknown };

/** JSON Schema of `Condition`; `$ref` to itself by `#/definitions/condition` of the document that embeds it. */
export const conditionSchema = {
  oneOf: [
    { type: 'object', properties: { feel: { type: 'string', minLength: 1, maxLength: 4096 } }, required: ['feel'], additionalProperties: false },
    { type: 'object', properties: { all: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/definitions/condition' } } }, required: ['all'], additionalProperties: false },
    { type: 'object', properties: { any: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/definitions/condition' } } }, required: ['any'], additionalProperties: false },
    { type: 'object', properties: { not: { $ref: '#/definitions/condition' } }, required: ['not'], additionalProperties: false },
    {
      type: 'object',
      properties: {
        variable: { type: 'string', minLength: 1, maxLength: 200 },
        operator: { enum: CONDITION_OPERATORS },
        value: {},
      },
      required: ['variable', 'operator'],
      additionalProperties: false,
    },
  ],
} as const;
