/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 */

/** @returns {Counts} */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

/** One check that is a whole command: lint, type check, build. @param {string} name @param {boolean} passed @returns {Counts} */
export function oneCheck(name, passed) {
  return passed ? { ...nothing(), passed: 1 } : { ...nothing(), failed: 1, failures: [name] };
}

/** @param {Counts[]} parts @returns {Counts} */
export function add(parts) {
  return parts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
      failures: [...sum.failures, ...part.failures],
    }),
    nothing(),
  );
}

/** The last line of `npm test`, read by machines: `N passed, N failed`, and `, N skipped` when something was. @param {Counts} counts */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Counts of a Jest run from its JSON report. A spec file that could not be loaded has no tests, but is a failure.
 *
 * @param {any} report @returns {Counts}
 */
export function countJest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'));
  const failed = report.testResults.flatMap((file) => file.assertionResults.filter((test) => test.status === 'failed'));
  return {
    passed: report.numPassedTests,
    failed: failed.length + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failed.map((test) => test.fullName), ...broken.map((file) => file.name)],
  };
}

/**
 * Counts of a Playwright run from its JSON report; a test that passed only when repeated counts as failed.
 *
 * @param {any} report @returns {Counts}
 */
export function countPlaywright(report) {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []));
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  const failures = failed.map(({ name }) => name);
  const broken = (report.errors ?? []).map((error) => String(error.message));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: failed.length + broken.length,
    skipped: tests.filter(({ status }) => status === 'skipped').length,
    failures: [...failures, ...broken],
  };
}

function testsOf(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ name: [...titles, spec.title].join(' › '), status: test.status })));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}
