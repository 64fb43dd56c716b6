import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { WorkingCalendar } from '@reglament/contracts';
import { addWorkingDays, afterDue, beforeDue, compileCalendar, dueMoment, isWorkingDay, remaining, resumeFrom, workingDaysBetween, type CompiledCalendar, type Term } from './index.js';

const russia = JSON.parse(readFileSync(join(__dirname, '../../../workflows/base/calendars/russia.json'), 'utf8')) as WorkingCalendar;

const DAY = 86_400_000;
const first = Date.UTC(2026, 1, 1);
const zones = fc.constantFrom('Europe/Moscow', 'Asia/Krasnoyarsk', 'Asia/Kamchatka', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
/** Days that leave room for 150 working days on both sides within 2026–2027. */
const dates = fc.integer({ min: 250, max: 400 }).map((day) => new Date(first + day * DAY).toISOString().slice(0, 10));
const moments = fc.integer({ min: 0, max: 400 * DAY }).map((ms) => new Date(first + ms).toISOString());
const counts = fc.integer({ min: 1, max: 150 });
const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ workingDays: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ calendarDays: fc.integer({ min: 0, max: 150 }), shift: fc.constantFrom('next' as const, 'previous' as const, 'keep' as const) }),
  fc.record({ duration: fc.constantFrom('PT4H', 'PT36H', 'P3D', 'P1M', 'P2W') }),
);

const calendar = compileCalendar(russia);

/** Zones are drawn, not calendars: a counterexample names the zone instead of printing a table of days. */
function inZone(timeZone: string): CompiledCalendar {
  return compileCalendar(russia, { timeZone, hash: 'known' });
}

function dateOf(answer: ReturnType<typeof addWorkingDays>): string {
  if (answer.kind !== 'date') throw new Error(JSON.stringify(answer));
  return answer.date;
}

function at(answer: ReturnType<typeof dueMoment>): string {
  if (answer.kind !== 'due') throw new Error(JSON.stringify(answer));
  return answer.at;
}

describe('working days, for any date', () => {
  it('adding never lands on a day of rest', () => {
    fc.assert(fc.property(dates, fc.integer({ min: -150, max: 150 }), (date, count) => {
      expect(isWorkingDay(dateOf(addWorkingDays(date, count, calendar)), calendar)).toMatchObject({ working: true });
    }));
  });

  it('counting is the inverse of adding, forward and back', () => {
    fc.assert(fc.property(dates, counts, fc.boolean(), (date, count, back) => {
      const signed = back ? -count : count;
      const other = dateOf(addWorkingDays(date, signed, calendar));
      expect(workingDaysBetween(date, other, calendar)).toMatchObject({ workingDays: signed });
    }));
  });

  it('going there and back from a working day ends where it began', () => {
    fc.assert(fc.property(dates, counts, (date, count) => {
      const start = dateOf(addWorkingDays(date, 0, calendar));
      expect(dateOf(addWorkingDays(dateOf(addWorkingDays(start, count, calendar)), -count, calendar))).toBe(start);
    }));
  });

  it('counting agrees with looking at every day', () => {
    fc.assert(fc.property(dates, fc.integer({ min: 0, max: 300 }), (date, span) => {
      let expected = 0;
      for (let day = 1; day <= span; day++) {
        const answer = isWorkingDay(new Date(Date.parse(date) + day * DAY).toISOString().slice(0, 10), calendar);
        if (answer.kind === 'day' && answer.working) expected++;
      }
      const last = new Date(Date.parse(date) + span * DAY).toISOString().slice(0, 10);
      expect(workingDaysBetween(date, last, calendar)).toMatchObject({ workingDays: expected });
    }), { numRuns: 50 });
  });
});

describe('due moments, for any term and zone', () => {
  it('a later start never ends earlier', () => {
    fc.assert(fc.property(zones, terms, moments, fc.integer({ min: 0, max: 40 * DAY }), (zone, term, from, delay) => {
      const later = new Date(Date.parse(from) + delay).toISOString();
      expect(at(dueMoment(term, from, inZone(zone))) <= at(dueMoment(term, later, inZone(zone)))).toBe(true);
    }));
  });

  it('one working day more always ends later', () => {
    fc.assert(fc.property(zones, fc.integer({ min: 1, max: 100 }), moments, (zone, workingDays, from) => {
      expect(at(dueMoment({ workingDays }, from, inZone(zone))) < at(dueMoment({ workingDays: workingDays + 1 }, from, inZone(zone)))).toBe(true);
    }));
  });

  it('a term never ends before it starts, unless it was moved back from a day of rest', () => {
    fc.assert(fc.property(zones, terms, moments, (zone, term, from) => {
      fc.pre(!('shift' in term && term.shift === 'previous'));
      expect(at(dueMoment(term, from, inZone(zone))) >= from).toBe(true);
    }));
  });

  it('every day term ends at 18:00 of the zone on the date that it names', () => {
    fc.assert(fc.property(zones, terms, moments, (zone, term, from) => {
      fc.pre(!('duration' in term));
      const due = dueMoment(term, from, inZone(zone));
      if (due.kind !== 'due') throw new Error(due.kind);
      const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(Date.parse(due.at));
      expect(clock).toBe(`${due.localDate} 18:00:00`);
    }));
  });

  it('a term that is stopped and resumed at once ends when it would have ended', () => {
    fc.assert(fc.property(zones, terms, moments, fc.integer({ min: 0, max: 100 * DAY }), (zone, term, from, pause) => {
      const due = at(dueMoment(term, from, inZone(zone)));
      const stop = new Date(Date.parse(from) + pause).toISOString();
      fc.pre(stop <= due);
      const left = remaining(due, stop, inZone(zone), term);
      if (left.kind !== 'remaining') throw new Error(left.kind);
      expect(at(resumeFrom(left, stop, inZone(zone)))).toBe(due);
    }));
  });

  it('a reminder is never after, and a notice of delay never before, the due moment', () => {
    fc.assert(fc.property(zones, moments, terms, terms, (zone, from, term, distance) => {
      const due = at(dueMoment(term, from, inZone(zone)));
      const reminder = beforeDue(due, distance, inZone(zone));
      const notice = afterDue(due, distance, inZone(zone));
      if (reminder.kind === 'due') expect(reminder.at <= due).toBe(true);
      if (notice.kind === 'due') expect(notice.at >= due).toBe(true);
    }));
  });
});
