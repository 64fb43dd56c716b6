import { workingDaysBetween } from '@reglament/calendar';
import { localDate } from '../clock/local-date.js';
import type { Shell } from '../shell.js';

/** In the calendar of the organisation: 0 is today, negative is overdue. Null without a term and where the calendar does not reach. */
export function workingDaysLeft(shell: Shell, organisation: string, dueAt: string | null, now: string): number | null {
  const calendar = shell.organisations.facts(organisation)?.calendar;
  if (!calendar || dueAt === null) return null;
  const counted = workingDaysBetween(localDate(now, calendar.timeZone), localDate(dueAt, calendar.timeZone), calendar);
  return counted.kind === 'count' ? counted.workingDays : null;
}
