export type Language = 'ru' | 'en';

const intl = (language: Language): string => (language === 'ru' ? 'ru-RU' : 'en-GB');

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar date has no zone: it is read as local midnight, or it would move by a day west of Greenwich. */
export const readMoment = (value: string): Date => new Date(CALENDAR_DATE.test(value) ? `${value}T00:00:00` : value);

export function formatDate(value: string, language: Language): string {
  return new Intl.DateTimeFormat(intl(language), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(readMoment(value));
}

export function formatDateTime(value: string, language: Language): string {
  return new Intl.DateTimeFormat(intl(language), { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(readMoment(value));
}

export function formatTime(value: string, language: Language): string {
  return new Intl.DateTimeFormat(intl(language), { hour: '2-digit', minute: '2-digit' }).format(readMoment(value));
}

/** «23 ноября», with the year only where it is not this year's. */
export function formatDay(value: string, language: Language, now: Date): string {
  const date = readMoment(value);
  const sameYear = date.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(intl(language), { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

/** Midnights between two moments in the reader's zone: negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

export function formatSize(bytes: number, language: Language): string {
  const units = language === 'ru' ? ['Б', 'КБ', 'МБ'] : ['B', 'KB', 'MB'];
  const step = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2;
  const value = new Intl.NumberFormat(intl(language), { maximumFractionDigits: step === 2 ? 1 : 0 }).format(bytes / 1024 ** step);
  return `${value} ${units[step]}`;
}
