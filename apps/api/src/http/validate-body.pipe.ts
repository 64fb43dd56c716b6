import { type PipeTransform } from '@nestjs/common';
import type { FieldError } from '@reglament/contracts';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ProblemException } from './problem-exception.js';

const ajv = new Ajv2020({ allErrors: true, ownProperties: true, strict: true, strictTypes: false, strictRequired: false, discriminator: true });
addFormats.default(ajv);

/**
 * JSON from outside is `unknown` until AJV has seen it. Unknown fields are refused, not dropped: who sends them expects an effect.
 * Use: `@Body(valid(signInSchema)) body: SignIn`.
 */
export function valid(schema: object): PipeTransform<unknown, unknown> {
  const validate: ValidateFunction = ajv.compile(schema);
  return {
    transform(value: unknown): unknown {
      if (validate(value)) return value;
      throw new ProblemException(
        400, 'bodyInvalid',
        { ru: 'Запрос составлен неверно', en: 'The request is malformed' },
        { ru: 'Тело запроса не соответствует описанию. Что найдено и что ожидалось — в списке ошибок.', en: 'The body does not match its description. What was found and what was expected stands in the errors.' },
        { errors: (validate.errors ?? []).slice(0, 50).map(fieldError) },
      );
    },
  };
}

function fieldError(error: ErrorObject): FieldError {
  const own = error.keyword === 'additionalProperties' ? `/${escapePointer(String(error.params['additionalProperty']))}` : error.keyword === 'required' ? `/${escapePointer(String(error.params['missingProperty']))}` : '';
  return { pointer: `${error.instancePath}${own}`, code: error.keyword, message: error.message ?? error.keyword };
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
