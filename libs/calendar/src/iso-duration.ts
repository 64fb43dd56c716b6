import { MS_PER_DAY } from './iso-date.js';

/** An ISO 8601 duration: its calendar part goes by the wall clock, its time part by elapsed time. */
export interface IsoDuration {
  readonly months: number;
  readonly days: number;
  readonly ms: number;
}

const DURATION = /^P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,10})(?:\.(\d{1,3}))?S)?)?$/;

/** `PT4H`, `P1DT12H`, `P2W`, `P1Y6M`; undefined for anything else, negative and fractional parts (but of seconds) included. */
export function parseIsoDuration(text: string): IsoDuration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const part = (group: number): number => Number(match[group] ?? 0);
  return {
    months: part(1) * 12 + part(2),
    days: part(3) * 7 + part(4),
    ms: ((part(5) * 60 + part(6)) * 60 + part(7)) * 1000 + Number((match[8] ?? '').padEnd(3, '0')),
  };
}

/** Elapsed time as a duration of hours, minutes and seconds. */
export function isoDurationOf(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const text = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return text === '' ? 'PT0S' : `PT${text}`;
}

/** Moves a wall clock by the calendar part; the 31st of a month that has none becomes its last day. `sign` −1 goes back. */
export function addCalendarPart(localMs: number, duration: IsoDuration, sign: 1 | -1): number {
  const clock = new Date(localMs);
  const months = clock.getUTCMonth() + sign * duration.months;
  const lastDay = new Date(Date.UTC(clock.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const date = Date.UTC(clock.getUTCFullYear(), months, Math.min(clock.getUTCDate(), lastDay));
  const timeOfDay = ((localMs % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  return date + sign * duration.days * MS_PER_DAY + timeOfDay;
}
