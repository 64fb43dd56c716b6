import { add, countJest, countPlaywright, countsLine, nothing, oneCheck } from './counts.mjs';

describe('the counts of a test run', () => {
  it('end in one line, which speaks of skipped tests only when there are some', () => {
    expect(countsLine({ ...nothing(), passed: 3 })).toBe('3 passed, 0 failed');
    expect(countsLine({ passed: 3, failed: 1, skipped: 2, failures: [] })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('are summed with the names of what failed', () => {
    const total = add([oneCheck('lint', true), oneCheck('build', false), { passed: 5, failed: 1, skipped: 1, failures: ['a test'] }]);
    expect(total).toEqual({ passed: 6, failed: 2, skipped: 1, failures: ['build', 'a test'] });
  });

  it('of Jest hold a spec file that does not load as a failure', () => {
    const report = {
      numPassedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [
        { name: 'ok.spec.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'a' }, { status: 'failed', fullName: 'b' }] },
        { name: 'broken.spec.ts', status: 'failed', assertionResults: [] },
      ],
    };
    expect(countJest(report)).toEqual({ passed: 1, failed: 2, skipped: 1, failures: ['b', 'broken.spec.ts'] });
  });

  it('of Playwright hold a test that passed only at the second attempt as a failure', () => {
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const report = {
      errors: [],
      suites: [{ title: 'x.pw.ts', specs: [spec('a', 'expected'), spec('b', 'flaky')], suites: [{ title: 'in', specs: [spec('c', 'unexpected'), spec('d', 'skipped')] }] }],
    };
    expect(countPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: 1, failures: ['x.pw.ts › b', 'x.pw.ts › in › c'] });
  });
});
