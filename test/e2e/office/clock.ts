import { expect, type Page } from '@playwright/test';

/** Moves the demo base's business time forward, as the administrator. */
export async function moveClock(page: Page, workingDays: number): Promise<void> {
  const session = await page.request.get('/api/v1/session');
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const answer = await page.request.post('/api/v1/clock', {
    data: { workingDays }, headers: { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
}

/** Business time now: tests write their dates from it, for the clock of the shared base only goes forward. */
export async function businessTime(page: Page): Promise<Date> {
  const { businessTime: now } = (await (await page.request.get('/api/v1/clock')).json()) as { businessTime: string };
  return new Date(now);
}
