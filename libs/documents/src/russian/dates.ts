import { monthsGenitive } from './months.js';

/** `digits` 25.06.2021, `words` 25 июня 2021 г., `quoted` «25» июня 2021 г. (customary on paper forms). */
export type DateStyle = 'digits' | 'words' | 'quoted';

/** @throws RangeError when `date` is not a real day written `YYYY-MM-DD`. */
export function formatDate(date: string, style: DateStyle): string {
  const { year, month, day } = splitDate(date);
  switch (style) {
    case 'digits':
      return `${two(day)}.${two(month)}.${year}`;
    case 'words':
      return `${day} ${monthsGenitive[month - 1]} ${year} г.`;
    case 'quoted':
      return `«${two(day)}» ${monthsGenitive[month - 1]} ${year} г.`;
    default:
      throw new RangeError(`Unknown date style ${String(style satisfies never)}`);
  }
}

/** «по 31 августа 2026 г. включительно»: the only wording of a last day that is not disputed. */
export function formatLastDay(date: string, style: DateStyle = 'words'): string {
  return `по ${formatDate(date, style)} включительно`;
}

/** A date found in Russian text. `index` and `length` are in UTF-16 units of the text searched. */
export interface FoundDate {
  date: string;
  index: number;
  length: number;
}

/** Day, month in digits or in words, four-digit year; quotes round the day and «г.», «года» after it are part of the match. */
const datePattern = new RegExp(
  `(?<![\\d.])(?:(\\d{1,2})\\s?\\.\\s?(\\d{1,2})\\s?\\.\\s?(\\d{4})|[«"“„]?\\s?(\\d{1,2})\\s?[»"”“]?\\s+(${monthsGenitive.join('|')})\\s+(\\d{4}))(?!\\d)(?:\\s*(?:года|г\\.|г(?![\\p{L}])))?`,
  'giu',
);

/** Every real calendar date in the text, in order. «31.02.2026» and «10 сентя 2020» are not dates. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(datePattern)) {
    const month = match[2] !== undefined ? Number(match[2]) : monthsGenitive.findIndex((m) => m === match[5]?.toLowerCase()) + 1;
    const date = joinDate(Number(match[3] ?? match[6]), month, Number(match[1] ?? match[4]));
    if (date !== undefined) found.push({ date, index: match.index, length: match[0].length });
  }
  return found;
}

/** The date that a text consists of, or undefined. */
export function parseRussianDate(text: string): string | undefined {
  const trimmed = text.trim();
  const [first] = findDates(trimmed);
  return first !== undefined && first.index === 0 && first.length === trimmed.length ? first.date : undefined;
}

/** `YYYY-MM-DD` when the three make a day of the Gregorian calendar. */
export function joinDate(year: number, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function splitDate(date: string): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (joinDate(year, month, day) !== date) throw new RangeError(`Not a calendar date: ${date}`);
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
