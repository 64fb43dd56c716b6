import { formDefinitionSchema } from '@reglament/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { faultsOf } from '../judge/schema-errors.js';
import { valueAt } from '../judge/json-value.js';
import { asValidator, type SchemaError, type SchemaValidator } from '../schema/as-validator.js';
import { messageOf } from '../messages/form-message.js';
import { formProblem, same, type FormProblem } from './form-problem.js';

let validate: SchemaValidator | undefined;

/** Where a document does not have the shape of form format 1: unknown keys, missing keys, a widget that does not exist. */
export function shapeProblems(definition: unknown): FormProblem[] {
  validate ??= asValidator(new Ajv2020({ strict: false, allErrors: true, discriminator: true, ownProperties: true, messages: false }).compile(formDefinitionSchema));
  const problems = new Map<string, FormProblem>();
  const errors = validate(definition);
  for (const error of errors.filter(({ keyword }) => keyword === 'discriminator')) {
    const { pointer, found, names } = unknownVariant(error);
    problems.set(pointer, formProblem('form.shape', pointer, found, same(names)));
  }
  for (const { pointer, code, params } of faultsOf(errors.filter(({ keyword }) => keyword !== 'discriminator'))) {
    const detail = { ru: messageOf(code, params, 'ru'), en: messageOf(code, params, 'en') };
    if (!problems.has(pointer)) problems.set(pointer, formProblem('form.shape', pointer, valueAt(definition, pointer), detail));
  }
  return [...problems.values()];
}

function unknownVariant({ instancePath, params }: SchemaError): { pointer: string; found: unknown; names: string } {
  const tag = String(params['tag']);
  const variants = tag === 'widget' ? formDefinitionSchema.definitions.field.oneOf : formDefinitionSchema.definitions.rule.oneOf;
  const names = variants.flatMap((variant) => {
    const { enum: listed, const: single } = (variant as { properties: Record<string, { enum?: string[]; const?: string }> }).properties[tag] ?? {};
    return listed ?? (single === undefined ? [] : [single]);
  });
  return { pointer: `${instancePath}/${tag}`, found: params['tagValue'], names: names.join(', ') };
}
