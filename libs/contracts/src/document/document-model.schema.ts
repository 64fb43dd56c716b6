import type { FromSchema } from 'json-schema-to-ts';
import { documentClauseSchema, type DocumentClause } from './clause.schema.js';
import {
  acquaintanceSheetSchema,
  documentTableSchema,
  documentVisaSchema,
  signatureBlockSchema,
  type AcquaintanceSheet,
  type DocumentTable,
  type DocumentVisa,
  type SignatureBlock,
} from './document-parts.schema.js';
import {
  documentDateSchema,
  documentKeySchema,
  documentLineSchema,
  documentPartIdSchema,
  documentProseSchema,
} from './document-text.schema.js';
import {
  documentRegistrationSchema,
  documentRequisitesSchema,
  type DocumentRegistration,
  type DocumentRequisites,
} from './requisites.schema.js';

const attachmentProperties = {
  id: documentPartIdSchema,
  /** As printed after «Приложение №»; absent when there is only one. */
  number: { type: 'string', maxLength: 20 },
  title: documentLineSchema,
  pages: { type: 'integer', minimum: 1, maximum: 10_000 },
  fileId: { type: 'string', maxLength: 80 },
  /** Prints «УТВЕРЖДЕНО приказом …» over the attachment. */
  approved: { type: 'boolean' },
} as const;

const attachmentOwnSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title'],
  properties: attachmentProperties,
} as const;

const executorContactSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: documentLineSchema,
    phone: { type: 'string', maxLength: 80 },
    email: { type: 'string', maxLength: 200 },
  },
} as const;

const filingMarkSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['caseIndex'],
  properties: {
    caseIndex: { type: 'string', maxLength: 80 },
    date: documentDateSchema,
    note: documentLineSchema,
  },
} as const;

/** Structured document (order, disposition, protocol, letter, note, certificate): the one model that lint, diff, DOCX and PDF read. */
export const documentModelSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'kind', 'requisites', 'clauses', 'tables', 'attachments', 'signatures'],
  definitions: { clause: documentClauseSchema },
  properties: {
    format: { const: 1 },
    /** Said where another way of making could be meant; a document without it is structured. */
    made: { const: 'structured' },
    /** Key of the document kind. */
    kind: documentKeySchema,
    requisites: documentRequisitesSchema,
    registration: documentRegistrationSchema,
    preamble: documentProseSchema,
    clauses: { type: 'array', maxItems: 1_000, items: { $ref: '#/definitions/clause' } },
    tables: { type: 'array', maxItems: 100, items: documentTableSchema },
    attachments: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title'],
        properties: {
          ...attachmentProperties,
          clauses: { type: 'array', maxItems: 1_000, items: { $ref: '#/definitions/clause' } },
        },
      },
    },
    signatures: { type: 'array', maxItems: 20, items: signatureBlockSchema },
    visas: { type: 'array', maxItems: 50, items: documentVisaSchema },
    distribution: { type: 'array', maxItems: 200, items: documentLineSchema },
    executorContact: executorContactSchema,
    filingMark: filingMarkSchema,
    acquaintance: acquaintanceSheetSchema,
  },
} as const;

export type DocumentAttachment = FromSchema<typeof attachmentOwnSchema> & { clauses?: DocumentClause[] };
export type ExecutorContact = FromSchema<typeof executorContactSchema>;
export type FilingMark = FromSchema<typeof filingMarkSchema>;

/** Type of `documentModelSchema`, written out because clauses are recursive. */
export interface DocumentModel {
  format: 1;
  made?: 'structured';
  kind: string;
  requisites: DocumentRequisites;
  registration?: DocumentRegistration;
  preamble?: string;
  clauses: DocumentClause[];
  tables: DocumentTable[];
  attachments: DocumentAttachment[];
  signatures: SignatureBlock[];
  visas?: DocumentVisa[];
  distribution?: string[];
  executorContact?: ExecutorContact;
  filingMark?: FilingMark;
  acquaintance?: AcquaintanceSheet;
}
