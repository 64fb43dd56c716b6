import type { FromSchema } from 'json-schema-to-ts';
import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { documentKeySchema } from './document-text.schema.js';

const millimetres = { type: 'number', minimum: 0, maximum: 200 } as const;

/** How a structured document looks on paper. Lengths in millimetres unless the name says points. */
export const layoutProfileSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['format', 'key', 'title', 'margins', 'leftMarginLongStorage', 'font', 'text', 'requisites', 'pageNumbers', 'qr'],
  properties: {
    format: { const: 1 },
    key: documentKeySchema,
    title: localizedTextSchema,
    margins: {
      type: 'object',
      additionalProperties: false,
      required: ['top', 'right', 'bottom', 'left'],
      properties: { top: millimetres, right: millimetres, bottom: millimetres, left: millimetres },
    },
    /** Left margin of documents that are kept for more than ten years. */
    leftMarginLongStorage: millimetres,
    font: {
      type: 'object',
      additionalProperties: false,
      required: ['docx', 'sizePt', 'smallSizePt', 'tableSizePt'],
      properties: {
        /** Family named in DOCX; PDF takes the fonts that the caller hands over. */
        docx: { type: 'string', maxLength: 80 },
        sizePt: { type: 'number', minimum: 8, maximum: 20 },
        smallSizePt: { type: 'number', minimum: 6, maximum: 20 },
        tableSizePt: { type: 'number', minimum: 6, maximum: 20 },
      },
    },
    text: {
      type: 'object',
      additionalProperties: false,
      required: ['indent', 'lineSpacing', 'align', 'clauseNumberEnd'],
      properties: {
        indent: millimetres,
        lineSpacing: { type: 'number', minimum: 1, maximum: 2 },
        align: { enum: ['justify', 'left'] },
        /** What follows a clause's number in print: «3.1.» or «3.1». */
        clauseNumberEnd: { enum: ['.', ''] },
      },
    },
    requisites: {
      type: 'object',
      additionalProperties: false,
      required: ['arrangement', 'titleMaxWidth', 'stampWidth', 'dateStyle'],
      properties: {
        /** `lengthwise`: head across the page, `corner`: head in the upper left. */
        arrangement: { enum: ['lengthwise', 'corner'] },
        titleMaxWidth: millimetres,
        /** Default left; a regulation has its title under its kind, in the middle. */
        titleAlign: { enum: ['left', 'center'] },
        stampWidth: millimetres,
        dateStyle: { enum: ['digits', 'words', 'quoted'] },
      },
    },
    pageNumbers: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'distanceFromEdge'],
      properties: { from: { type: 'integer', minimum: 1, maximum: 2 }, distanceFromEdge: millimetres },
    },
    /** Emblem of the organisation in the top margin, above its name; without this member a document has none. */
    emblem: {
      type: 'object',
      additionalProperties: false,
      required: ['allowed', 'height', 'distanceFromEdge'],
      properties: { allowed: { type: 'boolean' }, height: { type: 'number', exclusiveMinimum: 0, maximum: 60 }, distanceFromEdge: millimetres },
    },
    /** Barcode requisite, lower right corner of the first page; the 2016 standard has none. */
    qr: {
      type: 'object',
      additionalProperties: false,
      required: ['allowed', 'size'],
      properties: { allowed: { type: 'boolean' }, size: millimetres },
    },
  },
} as const;

export type LayoutProfile = FromSchema<typeof layoutProfileSchema>;
