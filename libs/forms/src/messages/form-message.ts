import type { Locale } from '@reglament/contracts';
import { messagesEn } from './messages.en.js';
import { messagesRu } from './messages.ru.js';

/** What can be wrong with a value. A check rule has the code `rule` and its key in `params.rule`. */
export type FormErrorCode =
  | 'required' | 'unknownField' | 'type' | 'enum' | 'const' | 'minLength' | 'maxLength' | 'pattern' | 'format'
  | 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf' | 'minItems' | 'maxItems' | 'uniqueItems'
  | 'contains' | 'minProperties' | 'maxProperties' | 'propertyName' | 'noVariant' | 'severalVariants' | 'not' | 'never' | 'tooLarge' | 'rule';

export type MessageParams = Readonly<Record<string, unknown>>;
export type FormMessages = Readonly<Record<Exclude<FormErrorCode, 'rule'>, (params: MessageParams) => string>>;

const catalogues: Readonly<Record<Locale, FormMessages>> = { ru: messagesRu, en: messagesEn };

/** The words for an error: one catalogue for the browser and the server, so both say the same. */
export function messageOf(code: Exclude<FormErrorCode, 'rule'>, params: MessageParams, locale: Locale): string {
  return catalogues[locale][code](params);
}
