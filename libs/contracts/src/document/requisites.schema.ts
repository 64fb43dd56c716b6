import type { FromSchema } from 'json-schema-to-ts';
import { documentDateSchema, documentLineSchema, documentPersonSchema } from './document-text.schema.js';

/** What the document rests on. `document` reads as in the text («приказ Министерства просвещения»); without a date it is undated. */
export const documentBasisSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['document'],
  properties: {
    document: documentLineSchema,
    number: { type: 'string', maxLength: 80 },
    date: documentDateSchema,
    title: documentLineSchema,
  },
} as const;

/** To whom a letter or a note goes; printed line under line in the upper right. */
export const documentAddresseeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['lines'],
  properties: { lines: { type: 'array', minItems: 1, maxItems: 12, items: documentLineSchema } },
} as const;

/**
 * Stamps of approval and agreement (ГОСТ Р 7.0.97). `hybrid` is what the standard does not know, an official and a document in one
 * stamp: it can be printed, and the lint warns of it. `form` chooses the gender: УТВЕРЖДЕНО, УТВЕРЖДЁН, УТВЕРЖДЕНА, УТВЕРЖДЕНЫ.
 */
export const documentStampSchema = {
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'position', 'person'],
      properties: {
        type: { const: 'approved-by-official' },
        position: documentLineSchema,
        person: documentPersonSchema,
        date: documentDateSchema,
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'document'],
      properties: {
        type: { const: 'approved-by-document' },
        form: { enum: ['neuter', 'masculine', 'feminine', 'plural'] },
        document: documentLineSchema,
        date: documentDateSchema,
        number: { type: 'string', maxLength: 80 },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'position', 'person', 'document'],
      properties: {
        type: { const: 'hybrid' },
        position: documentLineSchema,
        person: documentPersonSchema,
        document: documentLineSchema,
        date: documentDateSchema,
        number: { type: 'string', maxLength: 80 },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'position', 'person'],
      properties: {
        type: { const: 'agreed-by-official' },
        position: documentLineSchema,
        person: documentPersonSchema,
        date: documentDateSchema,
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'document'],
      properties: {
        type: { const: 'agreed-by-document' },
        document: documentLineSchema,
        date: documentDateSchema,
        number: { type: 'string', maxLength: 80 },
      },
    },
  ],
} as const;

/** Everything of a document's head except what registration gives (see `registration`). `title` is the text title «О …». */
export const documentRequisitesSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['organisation', 'kindTitle', 'title', 'basis'],
  properties: {
    organisation: { type: 'array', maxItems: 12, items: documentLineSchema },
    /** Address, telephone, codes: printed smaller under the name in the head of a letter. */
    organisationDetails: { type: 'array', maxItems: 12, items: documentLineSchema },
    kindTitle: documentLineSchema,
    title: documentLineSchema,
    place: documentLineSchema,
    basis: { type: 'array', maxItems: 50, items: documentBasisSchema },
    addressees: { type: 'array', maxItems: 50, items: documentAddresseeSchema },
    /** «На № … от …» of a reply. */
    inReplyTo: {
      type: 'object',
      additionalProperties: false,
      required: ['number', 'date'],
      properties: { number: { type: 'string', maxLength: 80 }, date: documentDateSchema },
    },
    stamps: { type: 'array', maxItems: 6, items: documentStampSchema },
  },
} as const;

/** What registration gives. It is not part of the signed content and is hashed on its own (a number is taken after signing). */
export const documentRegistrationSchema = {
  type: 'object',
  additionalProperties: false,
  required: [],
  properties: {
    number: { type: 'string', minLength: 1, maxLength: 80 },
    date: documentDateSchema,
    journal: { type: 'string', maxLength: 80 },
  },
} as const;

export type DocumentBasis = FromSchema<typeof documentBasisSchema>;
export type DocumentStamp = FromSchema<typeof documentStampSchema>;
export type DocumentRequisites = FromSchema<typeof documentRequisitesSchema>;
export type DocumentRegistration = FromSchema<typeof documentRegistrationSchema>;
