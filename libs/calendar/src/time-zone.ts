const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Wall-clock arithmetic in an IANA zone. `Intl.DateTimeFormat` takes the moment as data, so the same moment and zone give the same
 * answer; "local milliseconds" below are the wall clock read as if it were UTC.
 */
export function toLocalMs(utcMs: number, timeZone: string): number {
  return utcMs < FIRST_WHOLE_MINUTES ? readLocalMs(utcMs, timeZone) : utcMs + offsetOfMinute(Math.floor(utcMs / 60_000), timeZone);
}

/** Since 1973 every zone of the database is whole minutes off UTC and changes at a whole minute; before, some were seconds off. */
const FIRST_WHOLE_MINUTES = Date.UTC(1973, 0, 1);
/** Minutes that are remembered of one zone. Due moments are ends of working days: a year of them are 250. */
const MINUTES_KEPT = 5_000;
const offsets = new Map<string, Map<number, number>>();

/** Asking Intl costs 2 µs, a fifth of a whole `advance`; the same few minutes are asked for again and again. */
function offsetOfMinute(minute: number, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known) offsets.set(timeZone, (known = new Map()));
  const kept = known.get(minute);
  if (kept !== undefined) return kept;
  const offset = readLocalMs(minute * 60_000, timeZone) - minute * 60_000;
  if (known.size >= MINUTES_KEPT) known.clear();
  known.set(minute, offset);
  return offset;
}

function readLocalMs(utcMs: number, timeZone: string): number {
  // en-US with these options prints MM/DD/YYYY, HH:MM:SS; parsing it is three times as fast as formatToParts.
  const text = formatIn(timeZone).format(utcMs);
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  const wholeSeconds = Date.UTC(part(6, 10), part(0, 2) - 1, part(3, 5), part(12, 14), part(15, 17), part(18, 20));
  return wholeSeconds + (((utcMs % 1000) + 1000) % 1000);
}

/**
 * The moment at which the wall clock of the zone shows this local time. A time that occurs twice (clocks set back) is the earlier
 * one; a time that is skipped (clocks set forward) moves forward by the gap, as RFC 5545 §3.3.5 has it.
 */
export function toUtcMs(localMs: number, timeZone: string): number {
  const offsetBefore = offsetAt(localMs - 86_400_000, timeZone);
  const offsetAfter = offsetAt(localMs + 86_400_000, timeZone);
  const early = localMs - Math.max(offsetBefore, offsetAfter);
  if (toLocalMs(early, timeZone) === localMs) return early;
  const late = localMs - Math.min(offsetBefore, offsetAfter);
  if (toLocalMs(late, timeZone) === localMs) return late;
  return localMs - offsetBefore;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatIn(timeZone);
    return true;
  } catch {
    return false;
  }
}

function offsetAt(utcMs: number, timeZone: string): number {
  return toLocalMs(utcMs, timeZone) - utcMs;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}
