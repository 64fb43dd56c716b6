import { FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';
import { isContext } from './runtime/scope.js';

/**
 * A FEEL value as JSON: dates and times as ISO 8601 (a date and time that knows its zone as UTC with `Z`), durations as ISO 8601 durations.
 * What JSON has no place for (ranges, functions) is null.
 */
export function toPlain(value: unknown): unknown {
  if (value === undefined || value === null || typeof value === 'function') return null;
  // JSON writes minus zero as 0: an answer must not change when it is stored.
  if (typeof value !== 'object') return value === 0 ? 0 : value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof FeelDateTime) {
    if (value.zone === null) return value.iso;
    const utc = /^[+-]\d\d:\d\d:\d\d$/.test(value.zone) ? undefined : value.unwrap().toZonedDateTime(value.zone);
    return utc ? new Date(utc.epochMilliseconds).toISOString() : value.iso;
  }
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDuration) return value.iso;
  if (isContext(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toPlain(entry)]));
  return null;
}
