import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { documentKeySchema, documentLineSchema } from './document-text.schema.js';

/** Every check of the document lint. A finding's `code` is one of these. */
export const lintCodes = [
  'duplicate-number',
  'missing-number',
  'task-without-executor',
  'executor-not-bound',
  'executor-not-in-staff',
  'executor-dismissed',
  'task-without-due',
  'due-in-past',
  'basis-missing',
  'basis-undated',
  'basis-after-document',
  'unresolved-placeholder',
  'attachment-absent',
  'attachment-not-named',
  'control-clause-absent',
  'control-clause-not-last',
  'duplicate-paragraph',
  'title-form',
  'requisite-missing',
  'operative-word-absent',
  'stamp-hybrid',
  'spacing',
  'empty-clause',
  'unknown-clause-type',
] as const;

/**
 * One type of clause. `role` is what the lint and the control of execution go by: a `task` needs an executor and a term, a `control`
 * clause says who controls, a `heading` only introduces the clauses below it, everything else is a `statement`.
 *
 * `recognise` are patterns by which pasted text is typed, tried in the order of the types: words separated by spaces, `*` stands for
 * the end of a word («утвержд*»), `^` at the start binds to the beginning of the clause. They are not regular expressions. A clause
 * that matches none inherits the type of the heading above it (`childType`), else takes the kind's `defaultClauseType`.
 */
export const clauseTypeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'title', 'role'],
  properties: {
    key: documentKeySchema,
    title: localizedTextSchema,
    role: { enum: ['task', 'control', 'statement', 'heading'] },
    /** How it is marked in print: 1., 3.1. (default); – ; а) ; nothing. */
    marker: { enum: ['number', 'dash', 'letter', 'none'] },
    /** Word set before the text, e.g. «СЛУШАЛИ:». */
    label: documentLineSchema,
    bold: { type: 'boolean' },
    /** Alignment where it is not the profile's; a salutation is centred. */
    align: { enum: ['left', 'center', 'right', 'justify'] },
    recognise: { type: 'array', maxItems: 100, items: { type: 'string', minLength: 1, maxLength: 120 } },
    /** Type of the clauses below one of this type when their own text says nothing. */
    childType: documentKeySchema,
    /** Offered results («справка», «план»). */
    resultKinds: { type: 'array', maxItems: 50, items: documentLineSchema },
  },
} as const;

const lintSettingSchema = { enum: ['error', 'warning', 'off'] } as const;

/** How long it is kept; `permanent` also widens the left margin to 30 mm. `article` cites the list that says so. */
const retentionSchema = {
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      properties: { type: { const: 'permanent' }, article: documentLineSchema },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'years'],
      properties: { type: { const: 'years' }, years: { type: 'integer', minimum: 1, maximum: 100 }, article: documentLineSchema },
    },
  ],
} as const;

/**
 * Kind of a structured document: what an order, a disposition, a protocol or a letter is made of and how strictly it is checked. A kind
 * that does not say how it is made is structured.
 */
export const structuredKindSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'key', 'title', 'kindTitle', 'clauseTypes', 'defaultClauseType', 'layoutProfile', 'requiredRequisites'],
  properties: {
    format: { const: 1 },
    made: { const: 'structured' },
    key: documentKeySchema,
    title: localizedTextSchema,
    /** As printed in the head, «ПРИКАЗ»; empty for a letter, whose kind is not printed. */
    kindTitle: { type: 'string', maxLength: 200 },
    /** Case forms of the kind's name: «Приложение к приказу» (`dative`), «УТВЕРЖДЕНО приказом» (`instrumental`). */
    kindTitleForms: {
      type: 'object',
      additionalProperties: false,
      required: [],
      properties: { dative: documentLineSchema, instrumental: documentLineSchema, prepositional: documentLineSchema },
    },
    clauseTypes: { type: 'array', minItems: 1, maxItems: 50, items: clauseTypeSchema },
    defaultClauseType: documentKeySchema,
    /** Words of which one must close the preamble («приказываю»). None when absent. */
    operativeWords: { type: 'array', maxItems: 10, items: documentLineSchema },
    /** Beginnings that a text title may have; default «О », «Об ». */
    titlePrefixes: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 40 } },
    requiredRequisites: {
      type: 'array',
      uniqueItems: true,
      items: { enum: ['organisation', 'title', 'place', 'basis', 'preamble', 'addressees', 'signatures', 'acquaintance', 'executorContact'] },
    },
    controlClause: { enum: ['required', 'optional'] },
    journal: documentKeySchema,
    layoutProfile: documentKeySchema,
    /** Severity of single checks where it differs from the default. */
    lint: {
      type: 'object',
      additionalProperties: false,
      required: [],
      properties: Object.fromEntries(lintCodes.map((code) => [code, lintSettingSchema])) as Record<
        (typeof lintCodes)[number],
        typeof lintSettingSchema
      >,
    },
    retention: retentionSchema,
  },
} as const;

/**
 * Kind of a document that a Word template makes (decision 14): Word in, Word out. `template` names `templates/<template>.docx` of a
 * package; the data come from the `input` of the task that composes the document.
 */
export const templateKindSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'made', 'key', 'title', 'template'],
  properties: {
    format: { const: 1 },
    made: { const: 'template' },
    key: documentKeySchema,
    title: localizedTextSchema,
    template: documentKeySchema,
    journal: documentKeySchema,
    retention: retentionSchema,
  },
} as const;

export const documentKindSchema = { oneOf: [structuredKindSchema, templateKindSchema] } as const;

export type LintCode = (typeof lintCodes)[number];
export type ClauseType = FromSchema<typeof clauseTypeSchema>;
export type StructuredKind = FromSchema<typeof structuredKindSchema>;
export type TemplateKind = FromSchema<typeof templateKindSchema>;
export type DocumentKind = StructuredKind | TemplateKind;
