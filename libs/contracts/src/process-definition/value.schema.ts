import type { FromSchema } from 'json-schema-to-ts';

export const keySchema = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 } as const;
export const variableNameSchema = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9]*$', maxLength: 64 } as const;
/** A dotted path into the variables: `order.signer`, `item.due`. */
export const variablePathSchema = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9]*(\\.[a-zA-Z][a-zA-Z0-9]*)*$', maxLength: 200 } as const;

/** Where a value comes from: FEEL over the scope, a variable, or the value itself. */
export const valueSchema = {
  oneOf: [
    { type: 'object', properties: { feel: { type: 'string', minLength: 1, maxLength: 4096 } }, required: ['feel'], additionalProperties: false },
    { type: 'object', properties: { variable: variablePathSchema }, required: ['variable'], additionalProperties: false },
    { type: 'object', properties: { value: {} }, required: ['value'], additionalProperties: false },
  ],
} as const;

export type ValueExpression = FromSchema<typeof valueSchema>;

/** Target name → where its value comes from. */
export const mappingSchema = {
  type: 'object', propertyNames: variableNameSchema, additionalProperties: valueSchema, maxProperties: 100,
} as const;

export type Mapping = { readonly [name: string]: ValueExpression };

/**
 * Who performs. `role`: everyone who holds the role in the organisation (the case's own unless a variable names another);
 * `reference`: the party reference, or list of them, that the variable holds; `starter`: the person who started the case;
 * `superior`: whoever holds the role in the organisation above the case's (skipping levels that have nobody).
 */
export const performerSchema = {
  oneOf: [
    { type: 'object', properties: { type: { const: 'role' }, role: keySchema, organisation: variablePathSchema }, required: ['type', 'role'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'reference' }, variable: variablePathSchema }, required: ['type', 'variable'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'starter' } }, required: ['type'], additionalProperties: false },
    { type: 'object', properties: { type: { const: 'superior' }, role: keySchema }, required: ['type', 'role'], additionalProperties: false },
  ],
} as const;

export type Performer = FromSchema<typeof performerSchema>;

export const performersSchema = { type: 'array', items: performerSchema, minItems: 1, maxItems: 20 } as const;

/**
 * A respondent without an account: whoever has the link that is mailed to `address` (one address, or a list; every one gets a link of its
 * own) fills the task in, once. `organisation`: for whom they answer, by whose calendar terms run; the case's own unless a variable names
 * another. `graceDays`: calendar days for which the link works beyond the due moment (default 14), or beyond the opening where nothing is due.
 */
export const inviteSchema = {
  type: 'object',
  properties: { type: { const: 'invite' }, address: valueSchema, organisation: variablePathSchema, graceDays: { type: 'integer', minimum: 0, maximum: 366 } },
  required: ['type', 'address'], additionalProperties: false,
} as const;

export type Invite = FromSchema<typeof inviteSchema>;

/** Who performs a user task: people of the office, and respondents by personal link. */
export const taskPerformersSchema = { type: 'array', items: { oneOf: [...performerSchema.oneOf, inviteSchema] }, minItems: 1, maxItems: 20 } as const;

export type TaskPerformer = Performer | Invite;

/** A party reference as data: `person:<id>`, `organisation:<id>`, `position:<key>@<organisation id>`, `role:<key>@<organisation id>`. */
export const partyReferencePattern = '^(person:[0-9a-f-]{36}|organisation:[0-9a-f-]{36}|(position|role):[a-z][a-z0-9-]*@[0-9a-f-]{36})$';
export type PartyReference = string;

/** A term: working days, calendar days, an ISO 8601 duration, or the date that an expression gives. */
export const termSchema = {
  oneOf: [
    { type: 'object', properties: { workingDays: { type: 'integer', minimum: 0, maximum: 1000 } }, required: ['workingDays'], additionalProperties: false },
    {
      type: 'object',
      properties: { calendarDays: { type: 'integer', minimum: 0, maximum: 3660 }, shift: { enum: ['next', 'previous', 'keep'] } },
      required: ['calendarDays'], additionalProperties: false,
    },
    { type: 'object', properties: { duration: { type: 'string', pattern: '^P', maxLength: 40 } }, required: ['duration'], additionalProperties: false },
    {
      /** Without `shift` the date stays where it was typed, worked or not. */
      type: 'object', properties: { date: valueSchema, shift: { enum: ['next', 'previous', 'keep'] } },
      required: ['date'], additionalProperties: false,
    },
  ],
} as const;

export type TermExpression = FromSchema<typeof termSchema>;
