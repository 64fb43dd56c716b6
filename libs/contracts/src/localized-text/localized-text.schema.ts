import type { FromSchema } from 'json-schema-to-ts';

/** A text that people read: one string for every language, or a text per language. Russian is the language of record. */
export const localizedTextSchema = {
  oneOf: [
    { type: 'string', minLength: 1, maxLength: 4000 },
    {
      type: 'object',
      properties: {
        ru: { type: 'string', minLength: 1, maxLength: 4000 },
        en: { type: 'string', minLength: 1, maxLength: 4000 },
      },
      required: ['ru'],
      additionalProperties: false,
    },
  ],
} as const;

export type LocalizedText = FromSchema<typeof localizedTextSchema>;

export type Locale = 'ru' | 'en';

/** The text in the wished language; the language of record where it is not translated. */
export function textIn(text: LocalizedText, locale: Locale): string {
  if (typeof text === 'string') return text;
  return text[locale] ?? text.ru;
}
