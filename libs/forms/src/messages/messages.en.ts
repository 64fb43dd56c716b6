import type { FormMessages } from './form-message.js';
import { limitOf, textOf, typeOf } from './params.js';
import { countedEn, numberEn } from './plural.js';

const TYPES: Readonly<Record<string, string>> = {
  string: 'Enter a text', number: 'Enter a number', integer: 'Enter a whole number', boolean: 'Choose yes or no',
  array: 'This must be a list', object: 'This must be a group of fields', null: 'This field must be empty',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'Enter a date', time: 'Enter a time as HH:MM', 'date-time': 'Enter a date and a time',
  email: 'Enter an e-mail address, like ivanova@school.ru', uri: 'Enter a whole web address, like https://school.ru',
  party: 'Choose a person or an organisation from the list', document: 'Choose a document from the list', file: 'Attach a file',
};

const characters = (count: number) => countedEn(count, 'character', 'characters');
const entries = (count: number) => countedEn(count, 'entry', 'entries');

export const messagesEn: FormMessages = {
  required: () => 'Fill in this field',
  unknownField: (params) => `This form has no field “${textOf(params, 'field')}”`,
  type: (params) => TYPES[typeOf(params)] ?? 'The value is of another kind',
  enum: () => 'Choose a value from the list',
  const: (params) => (params['allowed'] === true ? 'This must be ticked' : `Only “${textOf(params, 'allowed')}” may stand here`),
  minLength: (params) => `At least ${characters(limitOf(params))}`,
  maxLength: (params) => `At most ${characters(limitOf(params))}`,
  pattern: () => 'The value does not follow the pattern',
  format: (params) => FORMATS[textOf(params, 'format')] ?? 'The value does not follow the pattern',
  minimum: (params) => `At least ${numberEn(limitOf(params))}`,
  maximum: (params) => `At most ${numberEn(limitOf(params))}`,
  exclusiveMinimum: (params) => `More than ${numberEn(limitOf(params))}`,
  exclusiveMaximum: (params) => `Less than ${numberEn(limitOf(params))}`,
  multipleOf: (params) => `The number must be a multiple of ${numberEn(limitOf(params))}`,
  minItems: (params) => (limitOf(params) === 1 ? 'Add at least one entry' : `At least ${entries(limitOf(params))}`),
  maxItems: (params) => `At most ${entries(limitOf(params))}`,
  uniqueItems: (params) => `Entries ${Number(params['first']) + 1} and ${Number(params['second']) + 1} are the same`,
  contains: () => 'The list lacks an entry that it must have',
  minProperties: (params) => `Fill in at least ${countedEn(limitOf(params), 'field', 'fields')}`,
  maxProperties: (params) => `Fill in at most ${countedEn(limitOf(params), 'field', 'fields')}`,
  propertyName: (params) => `The name “${textOf(params, 'field')}” does not fit here`,
  noVariant: () => 'The value fits none of the variants',
  severalVariants: () => 'The value fits several variants, it must fit one',
  not: () => 'This value is not allowed here',
  never: () => 'There must be no value here',
  tooLarge: (params) => `There is too much data: ${textOf(params, 'what')}`,
};
