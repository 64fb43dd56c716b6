import { dateAndTime, FeelDate, FeelDateTime, FeelDuration, FeelTime, parseDate, parseDateTime, parseTime, duration, toFeel } from 'feelin';
import type { NameType } from '../name-types.js';

export type TemporalKind = 'date' | 'time' | 'dateTime' | 'duration';

export function temporalKind(value: unknown): TemporalKind | undefined {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'dateTime';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return 'duration';
  return undefined;
}

/** The given moment as a FEEL date and time in the given zone; undefined when either is not one. */
export function momentIn(now: string, zone: string): FeelDateTime | undefined {
  if (now !== latest.now || zone !== latest.zone) latest = { now, zone, moment: makeMoment(now, zone) };
  return latest.moment;
}

/** Conditions of one command share its moment. */
let latest: { readonly now: string; readonly zone: string; readonly moment: FeelDateTime | undefined } = { now: '', zone: '', moment: undefined };

function makeMoment(now: string, zone: string): FeelDateTime | undefined {
  const ms = Date.parse(now);
  if (Number.isNaN(ms)) return undefined;
  const utc = dateAndTime(new Date(ms).toISOString());
  if (!utc) return undefined;
  try {
    return toFeel(utc.unwrap().toZonedDateTime('UTC').withTimeZone(zone)) as FeelDateTime;
  } catch {
    return undefined;
  }
}

export function dateIn(moment: FeelDateTime): FeelDate {
  return toFeel(moment.unwrap().toPlainDate()) as FeelDate;
}

/** Reads a JSON value as its declared type says: texts of dates and durations become FEEL values. Undefined when they are not that. */
export function readAs(type: NameType, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  switch (type.kind) {
    case 'date':
      return parseDate(value) ?? undefined;
    case 'time':
      return parseTime(value) ?? undefined;
    case 'dateTime':
      return parseDateTime(value) ?? undefined;
    case 'duration':
      return duration(value) ?? undefined;
    default:
      return value;
  }
}

/** What `@"…"` stands for: a duration, time, date and time or date, told apart by how they begin (DMN 1.5, grammar rule 62). */
export function readLiteral(text: string): unknown {
  if (/^-?P/.test(text)) return duration(text) ?? undefined;
  if (/^\d{2}:\d{2}:\d{2}/.test(text)) return parseTime(text) ?? undefined;
  return (text.includes('T') ? parseDateTime(text) : parseDate(text)) ?? undefined;
}
