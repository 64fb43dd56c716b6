/*
 * npm test [-- <filter>]
 *
 * Everything: lint, type check, build, every Jest spec on an embedded PostgreSQL, the panel in Chromium. What the machine lacks is
 * skipped and named; REQUIRE_ALL=1 makes that a failure. With a filter only the specs whose path matches it run, without the rest.
 * The last line is `N passed, N failed` and, when something was skipped, `, N skipped`.
 */
import { buildPanel } from './build/build-panel.mjs';
import { buildServer } from './build/build-server.mjs';
import { ensureInstalled } from './build/install.mjs';
import { runMain } from './lib/main.mjs';
import { checkNodeVersion } from './lib/node-version.mjs';
import { packageProgram } from './lib/package-program.mjs';
import { Refusal } from './lib/refusal.mjs';
import { runNode } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { hasBrowserTests, runBrowserTests } from './test/browser-tests.mjs';
import { add, countsLine, nothing, oneCheck } from './test/counts.mjs';
import { runJest } from './test/jest-tests.mjs';
import { findSystemPrograms } from './test/system-programs.mjs';

const filters = process.argv.slice(2);
const requireAll = process.env.REQUIRE_ALL === '1';

await runMain(async () => {
  checkNodeVersion();
  await ensureInstalled();
  const programs = findSystemPrograms();
  const missing = programs.filter(({ path }) => !path);
  const parts = [];
  // One process each, on a core of its own: ESLint reads every project's types once, the compiler's projects wait for one another.
  if (filters.length === 0) parts.push(...await Promise.all([checkCommand('lint', 'проверка стиля и слоёв', [packageProgram('eslint'), '.']), typeChecks()]));
  const inBrowser = hasBrowserTests(filters);
  const built = filters.length === 0 || inBrowser ? await build() : nothing();
  parts.push(built);
  say('тесты Jest', 'Jest specs');
  parts.push(await runJest(filters));
  if (inBrowser) parts.push(await browserTests({ built: built.failed === 0, chromium: programs.find(({ name }) => name === 'chromium')?.path }));
  parts.push(...missing.map(reportMissing));
  finish(add(parts));
});

async function typeChecks() {
  const parts = [await checkCommand('type check', 'проверка типов', [packageProgram('nx'), 'run-many', '-t', 'typecheck'])];
  for (const project of ['tools', 'test']) {
    parts.push(await checkCommand(`type check of ${project}`, `проверка типов: ${project}`, [packageProgram('typescript7', 'tsc'), '-p', `tsconfig.${project}.json`]));
  }
  return add(parts);
}

async function checkCommand(name, russian, args) {
  say(russian, name);
  const { code } = await runNode(args);
  return oneCheck(name, code === 0);
}

async function build() {
  say('сборка', 'build');
  try {
    await Promise.all([buildServer(), buildPanel()]);
    return oneCheck('build', true);
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    return oneCheck('build', false);
  }
}

async function browserTests({ built, chromium }) {
  if (!chromium) return nothing(); // named as missing at the end
  if (!built) return oneCheck('browser tests: there is no build to test', false);
  say('тесты в браузере', 'browser tests');
  try {
    return await runBrowserTests(filters);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return oneCheck('browser tests: the product did not start', false);
  }
}

function reportMissing({ name, for: purpose }) {
  process.stdout.write(`ПРОПУЩЕНО · SKIPPED: ${name} не найден · not found: ${purpose}\n`);
  return requireAll ? oneCheck(`${name} is missing (REQUIRE_ALL=1)`, false) : { ...nothing(), skipped: 1 };
}

function finish(counts) {
  const forbidden = requireAll && counts.skipped > 0 ? oneCheck(`${counts.skipped} skipped, REQUIRE_ALL=1 forbids it`, false) : nothing();
  const total = add([counts, forbidden]);
  for (const failure of total.failures) process.stdout.write(`FAILED: ${failure}\n`);
  process.stdout.write(`${countsLine(total)}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
