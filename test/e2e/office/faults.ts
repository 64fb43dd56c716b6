import type { Page } from '@playwright/test';

/** Refusals are what these tests are about; the browser reports each as a console error of its own. */
const EXPECTED = /Failed to load resource: the server responded with a status of (401|403|404|409|410|412|422)|net::ERR_INTERNET_DISCONNECTED/;

/** Collects what a person never sees but an operator would be ashamed of: console errors, missing translations, CSP violations, faults of scripts. */
export function watchForFaults(page: Page, who: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`${who}: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    const bad = message.type() === 'error' || /Missing translation|Content.Security.Policy/i.test(text);
    if (bad && !EXPECTED.test(text)) faults.push(`${who} at ${new URL(page.url()).pathname}: ${text}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${who}: ${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
}
