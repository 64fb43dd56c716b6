import type { Locale } from '@reglament/contracts';

/** The language of an answer: the first of `Accept-Language` that we speak, Russian otherwise. */
export function localeOf(header: string | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language === 'ru' || language === 'en') return language;
  }
  return 'ru';
}
