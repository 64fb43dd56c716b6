import fc from 'fast-check';
import { toLocalMs, toUtcMs } from './time-zone.js';

const zones = Intl.supportedValuesOf('timeZone');
const formats = new Map<string, Intl.DateTimeFormat>();

/** Straight from Intl, part by part. */
function wallClock(utcMs: number, timeZone: string): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(utcMs).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 0) - 1, parts['day'], parts['hour'], parts['minute'], parts['second']) + (((utcMs % 1000) + 1000) % 1000);
}

describe('the wall clock of a zone', () => {
  it('is what Intl shows, at any moment of any zone, asked once or again', () => {
    fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2060, 0, 1) }), (zone, utc) => {
      expect(toLocalMs(utc, zone)).toBe(wallClock(utc, zone));
      expect(toLocalMs(utc, zone)).toBe(wallClock(utc, zone));
    }), { numRuns: 3000 });
  });

  it.each([['Europe/Moscow', '2014-10-25T22:00:00Z'], ['America/St_Johns', '2010-03-14T03:31:00Z'], ['Asia/Kathmandu', '1985-12-31T18:30:00Z'], ['Africa/Monrovia', '1972-01-07T00:44:30Z']])(
    'is right on both sides of a change: %s', (zone, change) => {
      const at = Date.parse(change);
      expect(wallClock(at, zone) - at).not.toBe(wallClock(at - 1, zone) - (at - 1));
      for (const shift of [-60_001, -60_000, -1000, -1, 0, 1, 59_999, 60_000]) expect(toLocalMs(at + shift, zone)).toBe(wallClock(at + shift, zone));
    },
  );

  it('is turned back into the moment that shows it', () => {
    fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) }), (zone, utc) => {
      const local = toLocalMs(utc, zone);
      expect(toLocalMs(toUtcMs(local, zone), zone)).toBe(local);
    }), { numRuns: 1000 });
  });
});
