import { defineConfig } from '@playwright/test';

/** Run through `npm run e2e`, which starts the product and sets BASE_URL and E2E_ACCOUNTS. */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/office/working-morning.ts',
  testMatch: '**/*.pw.ts', // not *.spec.ts: those are Jest's
  outputDir: 'test/e2e/out/results',
  // One browser at a time: the tests share one demo municipality and one clock.
  workers: 1,
  // Waits end when what they wait for is there; the limits are for a machine that does other work beside.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env['BASE_URL'],
    // What cannot be pressed within a minute is told there, not at the end of the test's time.
    actionTimeout: 60_000,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    screenshot: 'only-on-failure',
    // A trace of every test costs as much again as the test; to see one: `npm run e2e -- <filter> --trace on`.
    trace: 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
