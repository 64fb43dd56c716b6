import type { FromSchema } from 'json-schema-to-ts';
import { documentDateSchema, documentKeySchema, documentPartIdSchema, documentPartySchema, documentProseSchema } from './document-text.schema.js';

/** `date` (the default) needs `due`; `periodic` needs `period`, an ISO 8601 duration; the other two have no last day. */
export const clauseDueModeSchema = { enum: ['date', 'constant', 'until-cancelled', 'periodic'] } as const;

const clauseProperties = {
  id: documentPartIdSchema,
  /** Key of one of the document kind's clause types. */
  type: documentKeySchema,
  text: documentProseSchema,
  /** Who has to do it; an organisation or a position is resolved to a person at registration. */
  executor: documentPartySchema,
  coExecutors: { type: 'array', maxItems: 50, items: documentPartySchema },
  /** Whom the text itself names («МБУ «Методический центр»», «Ивановой А. А.») and who is not yet bound to a party. */
  executorAsTyped: { type: 'string', minLength: 1, maxLength: 500 },
  /** The last day, inclusive. */
  due: documentDateSchema,
  dueMode: clauseDueModeSchema,
  period: { type: 'string', pattern: '^P(?=\\d)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?$', maxLength: 20 },
  /** What the executor has to hand in («справка», «план», «акт»). */
  resultKind: { type: 'string', maxLength: 200 },
  controller: documentPartySchema,
  /** The number that stood in pasted text; only the lint reads it, printed numbers are always generated. */
  numberAsTyped: { type: 'string', maxLength: 40 },
} as const;

const clauseOwnSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'text'],
  properties: clauseProperties,
} as const;

/** For use inside a schema whose `definitions.clause` is this very schema. */
export const documentClauseSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'type', 'text'],
  properties: {
    ...clauseProperties,
    clauses: { type: 'array', maxItems: 1_000, items: { $ref: '#/definitions/clause' } },
  },
} as const;

export type ClauseDueMode = FromSchema<typeof clauseDueModeSchema>;

/** Hand-typed because types made from a schema cannot be recursive. */
export type DocumentClause = FromSchema<typeof clauseOwnSchema> & { clauses?: DocumentClause[] };
