import { conditionSchema, type Condition } from '../condition/condition.schema.js';
import { localizedTextSchema, type LocalizedText } from '../localized-text/localized-text.schema.js';
import { keySchema } from '../process-definition/value.schema.js';
import type { FormField } from './form-field.js';
import { formFieldVariants } from './form-field.schema.js';
import { formRuleVariants, type FormRule } from './form-rule.schema.js';

export interface FormSection {
  readonly key: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  readonly visible?: Condition;
  readonly fields: readonly FormField[];
}

/** The form dialect of JSON Schema 2020-12, see `@reglament/forms`. An open record here: its meaning is checked there. */
export type FormDataSchema = Readonly<Record<string, unknown>>;

/** Format 1 of a form: the data's JSON Schema, how it is shown, and the rules that a schema cannot say. */
export interface FormDefinition {
  readonly $schema?: string;
  readonly format: 1;
  readonly key: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  readonly schema: FormDataSchema;
  readonly ui: { readonly sections: readonly FormSection[] };
  readonly rules?: readonly FormRule[];
}

/**
 * JSON Schema of a form document. Written with plain types beside it, not by FromSchema, because rows nest and conditions nest
 * (TS2615). The discriminated variants are `oneOf` over a constant `widget` and `type`.
 */
export const formDefinitionSchema = {
  $id: 'reglament:form-definition:1',
  type: 'object',
  properties: {
    $schema: { type: 'string', maxLength: 300 },
    format: { const: 1 },
    key: keySchema,
    title: localizedTextSchema,
    description: localizedTextSchema,
    schema: { type: 'object' },
    ui: {
      type: 'object',
      properties: {
        sections: {
          type: 'array',
          minItems: 1,
          maxItems: 60,
          items: {
            type: 'object',
            properties: {
              key: keySchema,
              title: localizedTextSchema,
              description: localizedTextSchema,
              visible: { $ref: '#/definitions/condition' },
              fields: { type: 'array', minItems: 1, maxItems: 1_000, items: { $ref: '#/definitions/field' } },
            },
            required: ['key', 'title', 'fields'],
            additionalProperties: false,
          },
        },
      },
      required: ['sections'],
      additionalProperties: false,
    },
    rules: { type: 'array', maxItems: 1_000, items: { $ref: '#/definitions/rule' } },
  },
  required: ['format', 'key', 'title', 'schema', 'ui'],
  additionalProperties: false,
  definitions: {
    condition: conditionSchema,
    field: { type: 'object', required: ['widget'], discriminator: { propertyName: 'widget' }, oneOf: Object.values(formFieldVariants) },
    rule: { type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: Object.values(formRuleVariants) },
  },
} as const;
