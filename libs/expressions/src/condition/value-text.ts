import type { Locale } from '@reglament/contracts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const MAX_TEXT = 80;
const MAX_ITEMS = 5;

/** A JSON value as people write it: 1 234,5; 01.12.2026; да; «текст». Long texts and lists are cut. */
export function valueText(value: unknown, locale: Locale): string {
  switch (typeof value) {
    case 'number':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
    case 'boolean':
      return yesNo(value, locale);
    case 'string':
      return textOf(value, locale);
    default:
      if (value === null || value === undefined) return locale === 'ru' ? 'пусто' : 'nothing';
      return Array.isArray(value) ? listText(value, locale) : locale === 'ru' ? 'запись' : 'a record';
  }
}

/** A list without brackets: «приказ», «письмо» и ещё 3. */
export function listText(values: readonly unknown[], locale: Locale): string {
  if (values.length === 0) return locale === 'ru' ? 'пустой список' : 'an empty list';
  const shown = values.slice(0, MAX_ITEMS).map((value) => (Array.isArray(value) ? '[…]' : valueText(value, locale))).join(', ');
  const more = values.length - MAX_ITEMS;
  if (more <= 0) return shown;
  return locale === 'ru' ? `${shown} и ещё ${more}` : `${shown} and ${more} more`;
}

export function isDateText(value: unknown): value is string {
  return typeof value === 'string' && (DATE.test(value) || MOMENT.test(value));
}

function yesNo(value: boolean, locale: Locale): string {
  if (locale === 'ru') return value ? 'да' : 'нет';
  return value ? 'yes' : 'no';
}

function textOf(value: string, locale: Locale): string {
  const date = DATE.exec(value);
  if (date) return `${date[3]}.${date[2]}.${date[1]}`;
  const cut = value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value;
  return locale === 'ru' ? `«${cut}»` : `"${cut}"`;
}
