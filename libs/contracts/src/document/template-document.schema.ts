import type { FromSchema } from 'json-schema-to-ts';
import type { DocumentModel } from './document-model.schema.js';
import { documentKeySchema, documentLineSchema, documentPartySchema } from './document-text.schema.js';

const caseFormsSchema = {
  type: 'object',
  additionalProperties: false,
  required: [],
  properties: {
    genitive: documentLineSchema, dative: documentLineSchema, accusative: documentLineSchema, instrumental: documentLineSchema, prepositional: documentLineSchema,
  },
} as const;

/**
 * A party as a template prints it: `{applicant}` is its title, `{applicant | фио:родительный}` the name in a case,
 * `{applicant.position | должность:дательный}` the position with the forms that the office confirmed. Kept with the document as it was
 * on the day of composing: a name that changes later changes no document.
 */
export const templatePartySchema = {
  type: 'object',
  additionalProperties: false,
  required: ['party', 'title'],
  properties: {
    party: documentPartySchema,
    title: documentLineSchema,
    surname: { type: 'string', maxLength: 120 },
    name: { type: 'string', maxLength: 120 },
    patronymic: { type: 'string', maxLength: 120 },
    gender: { enum: ['male', 'female'] },
    position: {
      type: 'object',
      additionalProperties: false,
      required: ['title'],
      properties: { title: documentLineSchema, forms: caseFormsSchema },
    },
  },
} as const;

/**
 * Content of a document that a Word template makes. `template` is the hash of the published template, so whoever signs the content
 * signs the template with it. `data` is what the composing task gave, with references to parties as they are; `parties` says how each
 * of them is printed.
 */
export const templateDocumentSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'made', 'kind', 'template', 'requisites', 'data', 'parties'],
  properties: {
    format: { const: 1 },
    made: { const: 'template' },
    kind: documentKeySchema,
    template: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    requisites: {
      type: 'object',
      additionalProperties: false,
      required: ['organisation', 'title'],
      properties: {
        organisation: { type: 'array', maxItems: 20, items: documentLineSchema },
        title: documentLineSchema,
        place: documentLineSchema,
      },
    },
    data: { type: 'object', maxProperties: 100 },
    parties: { type: 'object', maxProperties: 5_000, additionalProperties: templatePartySchema },
  },
} as const;

export type TemplateParty = FromSchema<typeof templatePartySchema>;

/** Written out so that `data` is a record of unknown values and not an empty object. */
export interface TemplateDocument {
  format: 1;
  made: 'template';
  kind: string;
  template: string;
  requisites: { organisation: string[]; title: string; place?: string };
  data: Record<string, unknown>;
  parties: Record<string, TemplateParty>;
}

/** What a document says, whichever way it is made. */
export type DocumentContent = DocumentModel | TemplateDocument;
