import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageProgram } from '../lib/package-program.mjs';
import { inRepository } from '../lib/paths.mjs';
import { runNode } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { startTestPostgres } from '../postgres/test-server.mjs';
import { startApi } from '../start/api-process.mjs';
import { ensureDatabase } from '../start/database.mjs';
import { findFreePort } from '../start/port.mjs';
import { UndoStack } from '../start/undo-stack.mjs';
import { writeAccountsAsJson } from './accounts.mjs';
import { add, countPlaywright, oneCheck } from './counts.mjs';
import { findSystemPrograms } from './system-programs.mjs';
import { temporaryReport } from './temporary-report.mjs';

const database = 'reglament_demo';

/** The tag of what is run on both bases: an empty office, and the demo municipality with its journals and cases in progress. */
const onBothBases = '@both-bases';

/** Paths of the browser tests that contain one of the filters; no filters: all. @param {string[]} filters */
function browserTests(filters) {
  const folder = inRepository('test/e2e');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true }).map((name) => `test/e2e/${name}`).filter((name) => name.endsWith('.pw.ts'));
  return files.filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)));
}

/** Whether there is a browser test whose path contains one of the filters; no filters: any. @param {string[]} filters */
export const hasBrowserTests = (filters) => browserTests(filters).length > 0;

/**
 * Whether the demo base with living cases is worth starting for these arguments: something chosen wants it, and the tests were not chosen
 * by their titles, which the tag would push aside.
 *
 * @param {string[]} args
 */
function wantsDemoCases(args) {
  if (args.some((arg) => /^(-g|--grep)/u.test(arg))) return false;
  return browserTests(args.filter((arg) => !arg.startsWith('-'))).some((file) => readFileSync(inRepository(file), 'utf8').includes(onBothBases));
}

/**
 * Runs the browser tests of test/e2e against the built product with demo people, on a database and a port of its own; those that carry
 * the tag @both-bases once more on a base with the demo's cases. The specs find it by BASE_URL, the accounts by E2E_ACCOUNTS (path of a
 * JSON file, see writeAccountsAsJson).
 *
 * @param {string[]} args for Playwright: filters and options
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runBrowserTests(args) {
  if (args.length === 0) return runInLanes();
  const parts = [await onProduct('fresh', 'off', (run) => run(args))];
  if (wantsDemoCases(args)) parts.push(await onDemoCases(args));
  return add(parts);
}

/**
 * Everything. Browsers wait more than they work, so products stand side by side, each with a base and a clock of its own: two fresh ones
 * take file by file from one list, the one with the demo's cases runs what wants it.
 */
async function runInLanes() {
  const left = browserTests([]).sort();
  const takeFromList = (lane) => onProduct(lane, 'off', async (run) => {
    const parts = [];
    for (let file = left.shift(); file !== undefined; file = left.shift()) parts.push(await run([file]));
    return add(parts);
  });
  return add(await Promise.all([takeFromList('fresh-1'), takeFromList('fresh-2'), onDemoCases([])]));
}

function onDemoCases(args) {
  say('те же сценарии на учебной базе с делами', 'the same scenarios on the demo base with its cases');
  return onProduct('demo', 'on', (run) => run([...args, '--grep', onBothBases]));
}

/**
 * Starts a product and gives `work` a function that runs Playwright against it.
 *
 * @template Result
 * @param {string} lane names the folder of what failing tests leave behind
 * @param {'on' | 'off'} demoCases
 * @param {(run: (args: string[]) => Promise<import('./counts.mjs').Counts>) => Promise<Result>} work
 */
async function onProduct(lane, demoCases, work) {
  const undo = new UndoStack();
  const dataRoot = mkdtempSync(path.join(os.tmpdir(), 'reglament-e2e-'));
  undo.push(() => rmSync(dataRoot, { recursive: true, force: true }));
  const onInterrupt = () => void undo.undo().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, onInterrupt);
  try {
    const postgres = await startTestPostgres();
    undo.push(() => postgres.stop());
    await ensureDatabase(postgres.server, database);
    const { url, accountsFile } = await serve({ databaseUrl: postgres.url(database), dataRoot, demoCases, undo });
    const environment = { BASE_URL: url, E2E_ACCOUNTS: accountsFile ? writeAccountsAsJson(accountsFile) : '' };
    return await work((args) => runPlaywright([...args, '--output', inRepository(`test/e2e/out/results-${lane}`)], environment));
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, onInterrupt);
    await undo.undo();
  }
}

async function serve({ databaseUrl, dataRoot, demoCases, undo }) {
  const port = await findFreePort();
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, REGLAMENT_DATA_DIR: dataRoot, REGLAMENT_PORT: String(port), REGLAMENT_EMPTY: '', REGLAMENT_DEMO_CASES: demoCases };
  const api = startApi({ program: inRepository('apps/api/dist/main.js'), dataRoot, env, onProgress: () => undefined });
  undo.push(() => api.stop());
  const { url, accountsFile } = await api.ready;
  // A case that is still being played would take numbers between those of a test.
  if (demoCases !== 'off') await Promise.race([api.played, api.ended]);
  return { url, accountsFile };
}

async function runPlaywright(args, environment) {
  const reportFile = temporaryReport('playwright');
  const chromium = findSystemPrograms().find(({ name }) => name === 'chromium')?.path;
  const env = { ...process.env, ...environment, ...(chromium ? { CHROMIUM: chromium } : {}), PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile };
  const { code } = await runNode([packageProgram('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...args], { env });
  if (!existsSync(reportFile)) return oneCheck(`Playwright ended with ${code}`, false);
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  rmSync(reportFile);
  return countPlaywright(report);
}
