import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { WorkingCalendar } from '@reglament/contracts';
import { compileCalendar, countTerm, dueMoment, isWorkingDay, type Term } from './index.js';

const russia = JSON.parse(readFileSync(join(__dirname, '../../../workflows/base/calendars/russia.json'), 'utf8')) as WorkingCalendar;
const calendar = compileCalendar(russia);
const DAY = 86_400_000;
const moments = fc.integer({ min: 0, max: 300 * DAY }).map((ms) => new Date(Date.UTC(2026, 1, 1) + ms).toISOString());

describe('how a term was counted', () => {
  it('names the weekend that working days pass over', () => {
    expect(countTerm({ workingDays: 5 }, '2026-11-18T09:00:00Z', calendar)).toEqual({
      from: '2026-11-18', afterHours: false, ends: '2026-11-25', to: '2026-11-25', rest: [{ from: '2026-11-21', to: '2026-11-22', days: 2, kind: 'week' }], worked: [],
    });
  });

  it('tells a holiday from a weekend', () => {
    expect(countTerm({ workingDays: 1 }, '2026-11-03T09:00:00Z', calendar)?.rest).toEqual([{ from: '2026-11-04', to: '2026-11-04', days: 1, kind: 'holiday' }]);
  });

  it('says that a term counts from the next day when it began after hours', () => {
    expect(countTerm({ workingDays: 1 }, '2026-11-17T16:30:00Z', calendar)).toMatchObject({ from: '2026-11-18', afterHours: true, to: '2026-11-19' });
  });

  it('says where calendar days end and over what they move', () => {
    expect(countTerm({ calendarDays: 3 }, '2026-11-18T09:00:00Z', calendar)).toMatchObject({ ends: '2026-11-21', to: '2026-11-23', rest: [{ from: '2026-11-21', to: '2026-11-22', kind: 'week' }] });
    expect(countTerm({ calendarDays: 3, shift: 'previous' }, '2026-11-18T09:00:00Z', calendar)).toMatchObject({ ends: '2026-11-21', to: '2026-11-20', rest: [{ from: '2026-11-21', to: '2026-11-21', kind: 'week' }] });
    expect(countTerm({ calendarDays: 3, shift: 'keep' }, '2026-11-18T09:00:00Z', calendar)).toMatchObject({ ends: '2026-11-21', to: '2026-11-21', rest: [] });
  });

  it('says of a given date only where it moves', () => {
    expect(countTerm({ date: '2026-11-22', shift: 'next' }, '2026-11-18T09:00:00Z', calendar)).toMatchObject({ from: null, ends: '2026-11-22', to: '2026-11-23', rest: [{ from: '2026-11-22', to: '2026-11-22', kind: 'week' }] });
  });

  it('names the days of rest that an act made working days', () => {
    const moved = compileCalendar({ ...russia, years: { '2026': { status: 'approved', basis: 'act', days: { '2026-11-21': { kind: 'working' } } } } });
    expect(countTerm({ workingDays: 3 }, '2026-11-18T09:00:00Z', moved)).toMatchObject({ to: '2026-11-21', worked: ['2026-11-21'], rest: [] });
  });

  it('has nothing to say of durations', () => {
    expect(countTerm({ duration: 'PT4H' }, '2026-11-18T09:00:00Z', calendar)).toBeNull();
    expect(countTerm({ workingDays: 1 }, 'yesterday', calendar)).toBeNull();
  });

  it('has the days of any term add up: the counted and the passed over are all days to the due date', () => {
    const terms: fc.Arbitrary<Term> = fc.oneof(fc.record({ workingDays: fc.integer({ min: 1, max: 150 }) }), fc.record({ calendarDays: fc.integer({ min: 0, max: 150 }) }));
    fc.assert(fc.property(terms, moments, (term, from) => {
      const counted = countTerm(term, from, calendar);
      const due = dueMoment(term, from, calendar);
      if (counted === null || counted.from === null || due.kind !== 'due') throw new Error('a term that is not counted');
      const rest = counted.rest.reduce((sum, { days }) => sum + days, 0);
      expect(counted.to).toBe(due.localDate);
      expect((Date.parse(counted.to) - Date.parse(counted.from)) / DAY).toBe(rest + ('workingDays' in term ? term.workingDays : 'calendarDays' in term ? term.calendarDays : NaN));
      for (const { from: first, to: last } of counted.rest) for (const day of [first, last]) expect(isWorkingDay(day, calendar)).toMatchObject({ working: false });
    }));
  });
});
