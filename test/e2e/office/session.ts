import type { Page } from '@playwright/test';

/** Headers with which a request may write as the person at this browser does: for what no screen offers. */
export async function csrf(page: Page): Promise<Record<string, string>> {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  return { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin };
}
