import { addWorkingDays } from '@reglament/calendar';
import type { ClockView, MoveClock } from '@reglament/contracts';
import { appendAudit, moveClock as moveStored } from '@reglament/store';
import { refuse, type Answer } from '../answers/answer.js';
import { forbiddenClock, invalidRequest } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { configurationChanged } from '../live/settings-channel.js';
import type { Shell } from '../shell.js';
import { readClock } from '../views/clock-view.js';

/** A year is further than any term of an office reaches; a typing error must not take a demo base out of its calendar. */
const FURTHEST_MS = 366 * 86_400_000;

/** Moves business time forward, on a demo base alone; what fell due meanwhile happens at once. */
export async function moveClock(shell: Shell, caller: Caller, body: MoveClock): Promise<Answer<ClockView>> {
  if (!shell.clock.movable) return refuse(forbiddenClock());
  const now = shell.clock.now();
  const to = await targetOf(shell, caller, body, now);
  if (to === null || !(to > Date.parse(now)) || to - Date.parse(now) > FURTHEST_MS) {
    return refuse(invalidRequest('clockTarget', 'Время сдвигается только вперёд, не больше чем на год, и только в пределах производственного календаря.', 'The clock moves forward only, at most a year, and within the working calendar.', [{ pointer: body.to === undefined ? '/workingDays' : '/to', code: 'clockTarget', message: 'clockTarget' }]));
  }
  const offset = await moveStored(shell.store, (to - Date.parse(now)) / 1000);
  shell.clock.setOffset(offset);
  await configurationChanged(shell, 'clock');
  await appendAudit(shell.store, [{ actor: caller.person, action: 'clock.moved', objectType: 'clock', objectId: null, organisation: null, path: '', data: { from: now, to: new Date(to).toISOString() } }]);
  shell.nudge();
  return readClock(shell, caller);
}

/** The moment to move to, in milliseconds; working days are counted by the calendar of the caller's organisation, keeping the hour. */
async function targetOf(shell: Shell, caller: Caller, body: MoveClock, now: string): Promise<number | null> {
  if (body.to !== undefined) {
    const at = Date.parse(body.to);
    return Number.isNaN(at) ? null : at;
  }
  if (body.workingDays === undefined) return null;
  const home = await shell.people.organisationOf(caller.person);
  const facts = shell.organisations.facts(home ?? '') ?? [...shell.organisations.context(now).organisations.values()][0];
  if (!facts) return null;
  const today = shell.clock.localDate(facts.calendar.timeZone);
  const answer = addWorkingDays(today, body.workingDays, facts.calendar);
  return answer.kind === 'date' ? Date.parse(now) + (Date.parse(answer.date) - Date.parse(today)) : null;
}
