import { localizedTextSchema } from '../localized-text/localized-text.schema.js';
import { recordKindPattern } from '../registry/record-reference.js';
import { fieldPathSchema } from './form-path.js';
import { PARTY_TYPES } from './field-widgets.js';

const text = localizedTextSchema;
const conditionRef = { $ref: '#/definitions/condition' } as const;

const common = {
  path: fieldPathSchema,
  label: text,
  help: text,
  placeholder: text,
  width: { type: 'integer', minimum: 1, maximum: 12 },
  readOnly: { type: 'boolean' },
  visible: conditionRef,
  messages: { type: 'object', propertyNames: { pattern: '^[a-zA-Z]+$', maxLength: 30 }, additionalProperties: text, maxProperties: 20 },
} as const;

const option = {
  type: 'object',
  properties: { value: { type: ['string', 'number', 'boolean'], maxLength: 200 }, label: text, description: text },
  required: ['value', 'label'],
  additionalProperties: false,
} as const;

const clauseTypeOption = {
  type: 'object',
  properties: {
    value: { type: 'string', minLength: 1, maxLength: 80 },
    label: text,
    asks: { type: 'array', uniqueItems: true, maxItems: 5, items: { enum: ['executor', 'coExecutors', 'due', 'result', 'controller'] } },
  },
  required: ['value', 'label'],
  additionalProperties: false,
} as const;

const lookupTypes = {
  type: 'array', minItems: 1, maxItems: 20, uniqueItems: true, items: { anyOf: [{ enum: PARTY_TYPES }, { type: 'string', pattern: recordKindPattern, maxLength: 80 }] },
} as const;
const partyTypes = { type: 'array', minItems: 1, uniqueItems: true, items: { enum: PARTY_TYPES } } as const;

/** One variant per widget: the name of the widget decides which settings there are. */
function variant<W extends string, P extends Record<string, unknown>>(widgets: readonly W[], own: P, required: readonly string[] = []): object {
  return {
    type: 'object',
    properties: { ...common, widget: { enum: widgets }, ...own },
    required: ['path', 'widget', 'label', ...required],
    additionalProperties: false,
  };
}

/** JSON Schema per widget; the type `FormField` says the same to the compiler, since `rows` is recursive (TS2615). */
export const formFieldVariants: Readonly<Record<string, object>> = {
  text: variant(['text'], { autocomplete: { type: 'string', maxLength: 60 } }),
  textarea: variant(['textarea'], { lines: { type: 'integer', minimum: 2, maximum: 40 } }),
  number: variant(['number'], { unit: text }),
  date: variant(['date'], {}),
  select: variant(['select'], { options: { type: 'array', maxItems: 500, items: option } }),
  radio: variant(['radio'], { options: { type: 'array', maxItems: 50, items: option } }),
  multiselect: variant(['multiselect'], { options: { type: 'array', maxItems: 500, items: option } }),
  checkbox: variant(['checkbox'], {}),
  party: variant(['party'], { partyTypes: lookupTypes, role: { type: 'string', maxLength: 64 } }),
  parties: variant(['parties'], { partyTypes: lookupTypes, role: { type: 'string', maxLength: 64 } }),
  document: variant(['document'], { documentKinds: { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 80 } } }),
  file: variant(['file'], { accept: { type: 'array', maxItems: 30, items: { type: 'string', maxLength: 100 } }, maxBytes: { type: 'integer', minimum: 1 } }),
  files: variant(['files'], { accept: { type: 'array', maxItems: 30, items: { type: 'string', maxLength: 100 } }, maxBytes: { type: 'integer', minimum: 1 } }),
  rows: variant(['rows'], {
    fields: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/definitions/field' } },
    layout: { enum: ['cards', 'table'] },
    addLabel: text,
    rowTitle: fieldPathSchema,
    fixed: { type: 'boolean' },
  }, ['fields']),
  clauseTree: variant(['clauseTree'], {
    clauseTypes: { type: 'array', minItems: 1, maxItems: 40, items: clauseTypeOption },
    maxDepth: { type: 'integer', minimum: 1, maximum: 6 },
    pasteImport: { type: 'boolean' },
    executorTypes: partyTypes,
  }, ['clauseTypes']),
  calculated: variant(['calculated'], { shows: { enum: ['text', 'number', 'date', 'percent'] } }),
  info: {
    type: 'object',
    properties: { ...common, widget: { const: 'info' }, text, tone: { enum: ['neutral', 'info', 'warning'] } },
    required: ['path', 'widget', 'text'],
    additionalProperties: false,
  },
};
