import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { WorkingCalendar } from '@reglament/contracts';
import { compileCalendar, lastOccurrence, nextOccurrence, type Occurrences } from './index.js';

const russia = JSON.parse(readFileSync(join(__dirname, '../../../workflows/base/calendars/russia.json'), 'utf8')) as WorkingCalendar;
const calendar = compileCalendar(russia, { timeZone: 'Asia/Krasnoyarsk' });
const local = (moment: string | null) => moment && new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 16);
const from = (rule: Occurrences, count: number, moment: string) => {
  const found: (string | null)[] = [];
  for (let at: string | null = moment; at !== null && found.length < count;) found.push(local(at = nextOccurrence(rule, at, calendar)));
  return found;
};

describe('what comes round', () => {
  it('falls on its date at nine in the morning, or on the next working day', () => {
    expect(from({ recurrence: { every: 'year', month: 4, day: 1 } }, 2, '2026-01-10T00:00:00Z')).toEqual(['2026-04-01T09:00', '2027-04-01T09:00']);
    expect(from({ recurrence: { every: 'year', month: 5, day: 9 } }, 1, '2026-01-10T00:00:00Z')).toEqual(['2026-05-12T09:00']);
    expect(from({ recurrence: { every: 'year', month: 5, day: 9 }, shift: 'previous', at: '10:30' }, 1, '2026-01-10T00:00:00Z')).toEqual(['2026-05-08T10:30']);
    expect(from({ recurrence: { every: 'year', month: 5, day: 9 }, shift: 'keep' }, 1, '2026-01-10T00:00:00Z')).toEqual(['2026-05-09T09:00']);
  });

  it('gives the third Wednesdays of the school year', () => {
    expect(from({ recurrence: { every: 'month', weekday: 'wednesday', nth: 3 } }, 10, '2026-09-01T00:00:00Z').map((at) => at?.slice(5, 10)))
      .toEqual(['09-16', '10-21', '11-18', '12-16', '01-20', '02-17', '03-17', '04-21', '05-19', '06-16']);
  });

  it('takes the last day of a month that is too short, and the last such weekday for -1', () => {
    expect(from({ recurrence: { every: 'month', day: 31 }, shift: 'keep' }, 3, '2026-01-31T05:00:00Z').map((at) => at?.slice(5, 10))).toEqual(['02-28', '03-31', '04-30']);
    expect(from({ recurrence: { every: 'month', weekday: 'friday', nth: -1 } }, 2, '2026-10-01T00:00:00Z').map((at) => at?.slice(5, 10))).toEqual(['10-30', '11-27']);
  });

  it('every working day leaves out days off', () => {
    expect(from({ recurrence: { every: 'workingDay' } }, 3, '2026-11-03T03:00:00Z').map((at) => at?.slice(5, 10))).toEqual(['11-05', '11-06', '11-09']);
  });

  it('has no moment between the last one and the next, and the last one is its own last', () => {
    const rules = fc.oneof(
      fc.record({ every: fc.constant('year' as const), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ every: fc.constant('month' as const), weekday: fc.constantFrom('monday' as const, 'sunday' as const), nth: fc.constantFrom(1 as const, 4 as const, -1 as const) }),
      fc.record({ every: fc.constant('week' as const), weekday: fc.constantFrom('monday' as const, 'sunday' as const) }),
      fc.constant({ every: 'workingDay' as const }),
    );
    fc.assert(fc.property(rules, fc.constantFrom('next' as const, 'previous' as const, 'keep' as const), fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 1) }), (recurrence, shift, ms) => {
      const moment = new Date(ms).toISOString();
      const last = lastOccurrence({ recurrence, shift }, moment, calendar)!;
      const next = nextOccurrence({ recurrence, shift }, moment, calendar)!;
      expect(last <= moment && moment < next).toBe(true);
      expect(lastOccurrence({ recurrence, shift }, last, calendar)).toBe(last);
      expect(nextOccurrence({ recurrence, shift }, last, calendar)).toBe(next);
    }), { numRuns: 200 });
  });
});
