import { request, type FullConfig } from '@playwright/test';
import { account } from './accounts.js';

/** 9:30 in the demo municipality, whose zone knows no summer time. */
const MORNING_UTC = { hours: 2, minutes: 30 };

/**
 * Before the first test business time goes on to the next morning of a weekday: a term counts from the next day once the working day is
 * over, so without this the same test would see three days left before 18:00 and four after it.
 */
export default async function startOnAWorkingMorning(config: FullConfig): Promise<void> {
  const baseURL = config.projects[0]?.use.baseURL;
  if (baseURL === undefined) throw new Error('BASE_URL is not set: run the browser tests by npm run e2e');
  const api = await request.newContext({ baseURL });
  const { login, password } = account('admin');
  const session = await api.post('/api/v1/session', { data: { login, password } });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const { businessTime } = (await (await api.get('/api/v1/clock')).json()) as { businessTime: string };
  const moved = await api.post('/api/v1/clock', { data: { to: morningAfter(new Date(businessTime)).toISOString() }, headers: { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID(), origin: baseURL } });
  if (!moved.ok()) throw new Error(`the clock could not be moved: ${moved.status()} ${await moved.text()}`);
  await api.delete('/api/v1/session', { headers: { 'x-csrf-token': csrfToken, origin: baseURL } });
  await api.dispose();
}

function morningAfter(now: Date): Date {
  const morning = new Date(now);
  morning.setUTCHours(MORNING_UTC.hours, MORNING_UTC.minutes, 0, 0);
  while (morning.getTime() <= now.getTime() || isWeekend(morning)) morning.setUTCDate(morning.getUTCDate() + 1);
  return morning;
}

/** At this hour the day of the week is the same in the municipality and in UTC. */
function isWeekend(moment: Date): boolean {
  const day = moment.getUTCDay();
  return day === 0 || day === 6;
}
