import type { Locale } from '@reglament/contracts';

type Parts = { readonly [name: string]: unknown };

/** A term in words: «5 рабочих дней». Whatever is not a term of format 1 is told as it is written. */
export function tellTerm(term: unknown, locale: Locale): string {
  if (typeof term !== 'object' || term === null) return locale === 'ru' ? 'нет' : 'none';
  const parts = term as Parts;
  const working = parts['workingDays'];
  const calendar = parts['calendarDays'];
  if (typeof working === 'number') return locale === 'ru' ? `${working} ${plural(working, 'рабочий день', 'рабочих дня', 'рабочих дней')}` : `${working} working ${working === 1 ? 'day' : 'days'}`;
  if (typeof calendar === 'number') return locale === 'ru' ? `${calendar} ${plural(calendar, 'календарный день', 'календарных дня', 'календарных дней')}` : `${calendar} calendar ${calendar === 1 ? 'day' : 'days'}`;
  if (typeof parts['duration'] === 'string') return parts['duration'];
  if ('date' in parts) return locale === 'ru' ? 'до даты из данных дела' : 'until a date of the case';
  return JSON.stringify(term);
}

function plural(n: number, one: string, few: string, many: string): string {
  const [tens, units] = [n % 100, n % 10];
  if (tens >= 11 && tens <= 14) return many;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}
