import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { requestState } from '../data/http.js';
import type { Language } from '../common/dates.js';

const STORED = 'reglament.language';

/** Only the language in use is loaded; the other is a chunk of its own. */
async function loadMessages(language: Language): Promise<TranslationMessages> {
  const { messages } = language === 'en' ? await import('./en.js') : await import('./ru.js');
  return messages as unknown as TranslationMessages;
}

export function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED);
    if (stored === 'ru' || stored === 'en') return stored;
  } catch {
    // A browser that forbids storage still gets a language.
  }
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'ru';
}

/** Page language, request language and remembered language change together. */
export function applyLanguage(language: Language): void {
  requestState.language = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // Not remembered, still applied.
  }
}

export async function makeI18nProvider(language: Language): Promise<I18nProvider> {
  const first = await loadMessages(language);
  applyLanguage(language);
  const provider = polyglotI18nProvider(
    (locale) => (locale === language ? first : loadMessages(locale === 'en' ? 'en' : 'ru')),
    language,
    [{ locale: 'ru', name: 'Русский' }, { locale: 'en', name: 'English' }],
    { allowMissing: false },
  );
  return {
    ...provider,
    async changeLocale(locale: string) {
      await provider.changeLocale(locale);
      applyLanguage(locale === 'en' ? 'en' : 'ru');
    },
  };
}
