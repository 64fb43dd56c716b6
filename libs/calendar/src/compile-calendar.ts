import { contentHash, type CalendarDayKind, type WorkingCalendar, WEEKDAYS } from '@reglament/contracts';
import { checkCalendar, DEFAULT_END, DEFAULT_START, DEFAULT_WEEK, type CalendarProblem } from './check-calendar.js';
import { dayNumberOf, parseIsoDate, weekdayOf, type DayNumber } from './iso-date.js';

export interface CompiledYear {
  readonly preliminary: boolean;
  readonly firstDay: DayNumber;
  readonly length: number;
  /** 1 for a working day. */
  readonly working: Uint8Array;
  /** `before[i]` = working days among the first `i` days of the year, so that counting costs one subtraction. */
  readonly before: Uint16Array;
  readonly kinds: ReadonlyMap<DayNumber, CalendarDayKind>;
}

/** A calendar ready for use: immutable, safe to cache by `hash` and to share. */
export interface CompiledCalendar {
  readonly id: string;
  /** Content hash of the calendar's JSON. */
  readonly hash: string;
  readonly timeZone: string;
  /** Minutes after local midnight. */
  readonly dayStart: number;
  readonly dayEnd: number;
  /** Days of the week that are worked, 0 = Monday: what is known of a year that is not listed. */
  readonly week: ReadonlySet<number>;
  readonly years: ReadonlyMap<number, CompiledYear>;
}

export interface CompileCalendarOptions {
  /** Zone of the organisation, where it is not the calendar's own. */
  readonly timeZone?: string;
  /** Content hash, where the caller knows it already. */
  readonly hash?: string;
}

/** A calendar that cannot be used. Not for people: publish it only after `checkCalendar` is empty. */
export class CalendarError extends Error {
  readonly code = 'calendar.broken';

  constructor(readonly calendarId: string, readonly problems: readonly CalendarProblem[]) {
    super(`Calendar ${calendarId} is broken: ${problems.map((problem) => `${problem.path} ${problem.message.en}`).join('; ')}`);
    this.name = 'CalendarError';
  }
}

/**
 * Turns the data of a calendar (valid against `workingCalendarSchema`) into day tables.
 *
 * @throws CalendarError when `checkCalendar` finds problems.
 */
export function compileCalendar(calendar: WorkingCalendar, options: CompileCalendarOptions = {}): CompiledCalendar {
  const effective = options.timeZone === undefined ? calendar : { ...calendar, timeZone: options.timeZone };
  const problems = checkCalendar(effective);
  if (problems.length > 0) throw new CalendarError(calendar.id, problems);
  const week = new Set<number>((calendar.week ?? DEFAULT_WEEK).map((weekday) => WEEKDAYS.indexOf(weekday)));
  const years = new Map<number, CompiledYear>();
  for (const [year, data] of Object.entries(calendar.years)) years.set(Number(year), compileYear(Number(year), data, week));
  return {
    id: calendar.id,
    hash: options.hash ?? contentHash(calendar),
    timeZone: effective.timeZone,
    dayStart: minutesOf(calendar.workingDayStart ?? DEFAULT_START),
    dayEnd: minutesOf(calendar.workingDayEnd ?? DEFAULT_END),
    week,
    years,
  };
}

/** @internal */
export function compileYear(year: number, data: Pick<WorkingCalendar['years'][string], 'status' | 'days'>, week: ReadonlySet<number>): CompiledYear {
  const firstDay = dayNumberOf(year, 1, 1);
  const length = dayNumberOf(year + 1, 1, 1) - firstDay;
  const kinds = new Map<DayNumber, CalendarDayKind>();
  for (const [date, { kind }] of Object.entries(data.days)) kinds.set(parseIsoDate(date) as DayNumber, kind);
  const working = new Uint8Array(length);
  const before = new Uint16Array(length + 1);
  for (let i = 0; i < length; i++) {
    const kind = kinds.get(firstDay + i);
    working[i] = Number(kind === undefined ? week.has(weekdayOf(firstDay + i)) : kind === 'working' || kind === 'short');
    before[i + 1] = (before[i] as number) + (working[i] as number);
  }
  return { preliminary: data.status === 'preliminary', firstDay, length, working, before, kinds };
}

function minutesOf(timeOfDay: string): number {
  const [hours, minutes] = timeOfDay.split(':');
  return Number(hours) * 60 + Number(minutes);
}
