import type { Page } from '@playwright/test';

/**
 * What the server answers to a completion that the panel does not offer: sent with the session of the person at this page, past the
 * screen. For refusals alone: what is to succeed is done in the panel.
 */
export async function attemptCompletion(page: Page, taskAddress: string, outcome: string): Promise<number> {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  // In an address the dot of an id is written «~».
  const task = (new URL(taskAddress).pathname.split('/').at(-1) ?? '').replaceAll('~', '.');
  const answer = await page.request.post(`/api/v1/tasks/${task}/complete`, {
    data: { outcome, data: {} }, headers: { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin },
  });
  return answer.status();
}
