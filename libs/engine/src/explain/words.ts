import { textIn, type Locale, type LocalizedText } from '@reglament/contracts';

/** A sentence in both languages. It is also a `LocalizedText`, so it goes wherever a title goes. */
export interface Sentence { readonly ru: string; readonly en: string }

/** Titles that the definition does not have itself. What is not known is shown by its key. */
export interface TitleLookup {
  role?(key: string): LocalizedText | undefined;
  organisation?(id: string): LocalizedText | undefined;
  calendar?(id: string): LocalizedText | undefined;
}

export function sentence(make: (locale: Locale) => string): Sentence {
  return { ru: make('ru'), en: make('en') };
}

export function titleIn(text: LocalizedText | undefined | null, key: string, locale: Locale): string {
  return text === undefined || text === null ? key : textIn(text, locale);
}

/** Russian plural by the last digits: 1 день, 2 дня, 5 дней. */
export function counted(count: number, locale: Locale, ru: readonly [one: string, few: string, many: string], en: readonly [one: string, other: string]): string {
  if (locale === 'en') return `${count} ${count === 1 ? en[0] : en[1]}`;
  const last = count % 10;
  const teens = count % 100 >= 11 && count % 100 <= 14;
  if (!teens && last === 1) return `${count} ${ru[0]}`;
  return `${count} ${!teens && last >= 2 && last <= 4 ? ru[1] : ru[2]}`;
}

/** An ISO date as it is written: 22.11.2026 in Russian. */
export function dateText(iso: string, locale: Locale): string {
  const [year, month, day] = iso.split('-');
  return locale === 'ru' ? `${day}.${month}.${year}` : iso;
}
