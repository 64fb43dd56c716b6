import type { FromSchema } from 'json-schema-to-ts';
import {
  documentDateSchema,
  documentLineSchema,
  documentMomentSchema,
  documentPartIdSchema,
  documentPersonSchema,
  documentProseSchema,
} from './document-text.schema.js';

/** Where a table stands: after the text of a clause, at the end of the text, or in an attachment. */
export const documentTableAnchorSchema = {
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'clauseId'],
      properties: { type: { const: 'after-clause' }, clauseId: documentPartIdSchema },
    },
    { type: 'object', additionalProperties: false, required: ['type'], properties: { type: { const: 'after-text' } } },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'attachmentId'],
      properties: { type: { const: 'in-attachment' }, attachmentId: documentPartIdSchema },
    },
  ],
} as const;

/** Cells are plain text; `width` is the column's share of the line (default 1). */
export const documentTableSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'anchor', 'columns', 'rows'],
  properties: {
    id: documentPartIdSchema,
    anchor: documentTableAnchorSchema,
    title: documentLineSchema,
    columns: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title'],
        properties: {
          title: documentLineSchema,
          width: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
          align: { enum: ['left', 'center', 'right'] },
        },
      },
    },
    rows: { type: 'array', maxItems: 5_000, items: { type: 'array', maxItems: 20, items: documentLineSchema } },
  },
} as const;

/**
 * The mark that a signature leaves. A simple electronic signature (63-ФЗ, art. 5 and 9) has no certificate: name, moment and the code
 * of the record stand instead. A qualified one prints certificate, holder and validity (ГОСТ Р 7.0.97-2025, 5.23).
 */
export const signatureMarkSchema = {
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'signer', 'at', 'recordCode'],
      properties: {
        type: { const: 'simple-electronic' },
        signer: documentLineSchema,
        at: documentMomentSchema,
        recordCode: { type: 'string', maxLength: 80 },
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'holder', 'certificate', 'validFrom', 'validTo'],
      properties: {
        type: { const: 'qualified-electronic' },
        holder: documentLineSchema,
        certificate: { type: 'string', maxLength: 200 },
        validFrom: documentDateSchema,
        validTo: documentDateSchema,
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      properties: { type: { const: 'paper' }, fileId: { type: 'string', maxLength: 80 } },
    },
  ],
} as const;

/** `acting` is printed before the position: «И. о.», «Врио». */
export const signatureBlockSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['position', 'person'],
  properties: {
    acting: { type: 'string', maxLength: 40 },
    position: documentLineSchema,
    person: documentPersonSchema,
    mark: signatureMarkSchema,
  },
} as const;

export const documentVisaSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['position', 'person', 'decision'],
  properties: {
    position: documentLineSchema,
    person: documentPersonSchema,
    decision: { enum: ['pending', 'agreed', 'agreed-with-remarks', 'not-agreed'] },
    date: documentDateSchema,
    remarks: documentProseSchema,
  },
} as const;

/** Sheet of acquaintance (лист ознакомления): an annex to the document, not a document of its own. */
export const acquaintanceSheetSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    rows: {
      type: 'array',
      maxItems: 5_000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['position', 'person'],
        properties: {
          position: documentLineSchema,
          person: documentPersonSchema,
          /** Present once the person has confirmed. */
          seen: {
            type: 'object',
            additionalProperties: false,
            required: ['at'],
            properties: { at: documentMomentSchema, recordCode: { type: 'string', maxLength: 80 } },
          },
          /** Refusal or absence as recorded by the clerk, or the person's disagreement. */
          note: documentLineSchema,
        },
      },
    },
  },
} as const;

export type DocumentTableAnchor = FromSchema<typeof documentTableAnchorSchema>;
export type DocumentTable = FromSchema<typeof documentTableSchema>;
export type SignatureMark = FromSchema<typeof signatureMarkSchema>;
export type SignatureBlock = FromSchema<typeof signatureBlockSchema>;
export type DocumentVisa = FromSchema<typeof documentVisaSchema>;
export type AcquaintanceSheet = FromSchema<typeof acquaintanceSheetSchema>;
