const formats = new Map<string, Intl.DateTimeFormat>();

/** Zones keep whole quarters of an hour, so a date holds for all moments of one. */
const QUARTER_MS = 15 * 60_000;
/** By zone, then by quarter: now is asked for all the time, and so are the terms that lists show. */
const dates = new Map<string, Map<number, string>>();
const QUARTERS_KEPT = 1000;

/** The calendar date `YYYY-MM-DD` of a moment in an IANA zone. */
export function localDate(moment: string, timeZone: string): string {
  const at = Date.parse(moment);
  const quarter = Math.floor(at / QUARTER_MS);
  let known = dates.get(timeZone);
  if (!known) dates.set(timeZone, (known = new Map()));
  const kept = known.get(quarter);
  if (kept !== undefined) return kept;
  const date = formatDate(at, timeZone);
  if (known.size === QUARTERS_KEPT) known.clear();
  known.set(quarter, date);
  return date;
}

function formatDate(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
}

/** «22.11.2026 14:05» / "22 Nov 2026 14:05" in the zone: for sentences. */
export function momentInWords(moment: string, timeZone: string): { readonly ru: string; readonly en: string } {
  const words = (locale: string): string => new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: locale === 'ru' ? '2-digit' : 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment));
  return { ru: words('ru').replace(',', ' в'), en: words('en-GB').replace(',', ' at') };
}

/** The moment as a clock in the zone shows it, with its offset: `2026-11-22T21:05:00+07:00`. */
export function momentWithOffset(moment: string, timeZone: string): string {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset',
  }).formatToParts(new Date(moment)).map(({ type, value }) => [type, value])) as Record<string, string>;
  const offset = parts['timeZoneName'] === 'GMT' ? '+00:00' : (parts['timeZoneName'] ?? '').replace('GMT', '');
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}${offset}`;
}
