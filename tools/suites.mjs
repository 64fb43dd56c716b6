/*
 * npm run suites [-- --json FILE] [-- --dir PATH] [-- FILTER …]
 *
 * The public conformance suites of test/suites, run whole: per suite and tier how many cases passed, failed, or were refused with a word
 * (unsupported), and which. PATH holds the suites; by default REGLAMENT_SUITES, or ../shared/suites. Exit code 1 when anything failed.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './build/install.mjs';
import { runMain } from './lib/main.mjs';
import { checkNodeVersion } from './lib/node-version.mjs';
import { inRepository } from './lib/paths.mjs';
import { Refusal } from './lib/refusal.mjs';
import { say } from './lib/say.mjs';
import { runJest } from './test/jest-tests.mjs';
import { temporaryReport } from './test/temporary-report.mjs';

await runMain(async () => {
  checkNodeVersion();
  const { json, dir, filters } = readArguments(process.argv.slice(2));
  if (!existsSync(dir)) throw new Refusal(`Папки с наборами нет: ${dir}. / There is no folder of suites: ${dir}.`);
  await ensureInstalled();
  const record = temporaryReport('suites');
  process.env.REGLAMENT_SUITES = dir;
  process.env.REGLAMENT_SUITES_RECORD = record;
  say('открытые наборы проверок', 'public suites');
  const counts = await runJest(filters.length > 0 ? filters : ['test/suites']);
  const rows = existsSync(record) ? readFileSync(record, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)) : [];
  rmSync(record, { force: true });
  rows.sort((a, b) => `${a.suite} ${a.tier}`.localeCompare(`${b.suite} ${b.tier}`));
  const at = new Date().toISOString();
  print(rows, at);
  for (const failure of counts.failures) process.stdout.write(`FAILED ${failure}\n`);
  if (json) writeFileSync(json, `${JSON.stringify({ at, node: process.version, specs: { passed: counts.passed, failed: counts.failed, skipped: counts.skipped }, suites: rows }, null, 2)}\n`);
  process.exitCode = counts.failed > 0 || rows.length === 0 ? 1 : 0;
});

function readArguments(argv) {
  const filters = [];
  let json;
  let dir = process.env.REGLAMENT_SUITES || inRepository('../shared/suites');
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i] === '--json') json = path.resolve(needed(argv, ++i, '--json'));
    else if (argv[i] === '--dir') dir = path.resolve(needed(argv, ++i, '--dir'));
    else filters.push(argv[i]);
  }
  return { json, dir, filters };
}

function needed(argv, i, option) {
  if (argv[i] === undefined) throw new Refusal(`После ${option} нужен путь. / ${option} needs a path.`);
  return argv[i];
}

function print(rows, at) {
  const columns = /** @type {[string, number][]} */ ([['suite', 44], ['tier', 12], ['passed', 8], ['failed', 8], ['unsupported', 12]]);
  const line = (row) => columns.map(([name, width], i) => (i < 2 ? String(row[name]).padEnd(width) : String(row[name]).padStart(width))).join(' ');
  process.stdout.write(`\n${at} · Node ${process.version}\n${line(Object.fromEntries(columns.map(([name]) => [name, name])))}\n`);
  for (const row of rows) process.stdout.write(`${line(row)}\n`);
  for (const { suite, failures, unsupportedCases } of rows) {
    for (const failure of failures) process.stdout.write(`  failed      ${suite}: ${failure}\n`);
    for (const refused of unsupportedCases) process.stdout.write(`  unsupported ${suite}: ${refused}\n`);
  }
  process.stdout.write('\n');
}
