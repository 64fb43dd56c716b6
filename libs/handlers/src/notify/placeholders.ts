import type { LocalizedText, Locale } from '@reglament/contracts';

const PLACE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** Names of the places in a text, of all its languages. */
export function placeholdersIn(text: LocalizedText): readonly string[] {
  const texts = typeof text === 'string' ? [text] : Object.values(text);
  return texts.flatMap((each) => [...each.matchAll(PLACE)].map(([, name]) => name as string));
}

/** Puts the values in their places. A date is written as people write it; an empty value leaves a dash. */
export function fillPlaces(text: string, values: Readonly<Record<string, unknown>>, locale: Locale): string {
  return text.replace(PLACE, (_place, name: string) => written(Object.hasOwn(values, name) ? values[name] : null, locale));
}

function written(value: unknown, locale: Locale): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return value ? (locale === 'ru' ? 'да' : 'yes') : (locale === 'ru' ? 'нет' : 'no');
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) ?? [];
  return locale === 'ru' && day !== undefined ? `${day}.${month}.${year}` : String(value);
}
