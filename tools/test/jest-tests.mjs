import { existsSync, readFileSync, rmSync } from 'node:fs';
import { packageProgram } from '../lib/package-program.mjs';
import { runNode } from '../lib/run.mjs';
import { startTestPostgres } from '../postgres/test-server.mjs';
import { countJest, oneCheck } from './counts.mjs';
import { temporaryReport } from './temporary-report.mjs';

/**
 * Runs the Jest specs on a PostgreSQL of their own.
 *
 * @param {string[]} filters path patterns; none: every spec
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runJest(filters) {
  const reportFile = temporaryReport('jest');
  const postgres = process.env.TEST_DATABASE_SERVER ? undefined : await startTestPostgres();
  const server = postgres?.server ?? process.env.TEST_DATABASE_SERVER;
  const args = ['-c', 'jest.config.mjs', '--ci', '--maxWorkers=100%', '--passWithNoTests', '--json', `--outputFile=${reportFile}`, ...filters];
  try {
    // The report goes to a file; on standard output it would drown everything else.
    await runNode([packageProgram('jest'), ...args], { env: { ...process.env, TEST_DATABASE_SERVER: server }, dropOutput: true });
  } finally {
    await postgres?.stop();
  }
  if (!existsSync(reportFile)) return oneCheck('Jest did not finish', false);
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  rmSync(reportFile);
  return countJest(report);
}
