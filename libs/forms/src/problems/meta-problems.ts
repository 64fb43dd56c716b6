import { Ajv2020 } from 'ajv/dist/2020.js';
import { faultsOf } from '../judge/schema-errors.js';
import { messageOf } from '../messages/form-message.js';
import { formProblem, type FormProblem } from './form-problem.js';
import { valueAt } from '../judge/json-value.js';

let metaSchema: Ajv2020 | undefined;

/** Keywords whose value is not what JSON Schema 2020-12 says: `minLength: "5"`, `type: "text"`. */
export function metaProblems(schema: object, pointer: string): FormProblem[] {
  metaSchema ??= new Ajv2020({ strict: false, allErrors: true, logger: false, messages: false, ownProperties: true });
  // AJV looks a named draft up and throws where it does not know it; which draft it is, `dialectProblems` has said.
  const { $schema: _draft, ...bare } = schema as Record<string, unknown>;
  if (metaSchema.validateSchema(bare, false) === true) return [];
  const problems = new Map<string, FormProblem>();
  for (const { pointer: at, code, params } of faultsOf(metaSchema.errors ?? [])) {
    if (problems.has(at)) continue;
    const detail = { ru: messageOf(code, params, 'ru'), en: messageOf(code, params, 'en') };
    problems.set(at, formProblem('schema.invalid', pointer + at, valueAt(schema, at), detail));
  }
  return [...problems.values()];
}
