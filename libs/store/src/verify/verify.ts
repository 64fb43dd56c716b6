import type { Queryable } from '../connection/queryable.js';
import { anchorChecks } from './anchors.js';
import { caseChecks } from './case-checks.js';
import { chainChecks } from './chain-checks.js';
import type { Finding, VerifyOptions } from './check.js';
import { recordChecks } from './record-checks.js';

export interface CheckReport {
  readonly name: string;
  readonly invariant: string;
  readonly holds: string;
  readonly outcome: 'holds' | 'broken' | 'skipped';
  readonly count: number;
  readonly findings: readonly Finding[];
}

export interface VerifyReport { readonly clean: boolean; readonly checks: readonly CheckReport[] }

/** In the order in which they are run and told. */
export const checks = [...caseChecks, ...chainChecks, ...recordChecks, ...anchorChecks];

/**
 * Proves over the database itself that nothing was lost, done twice or changed afterwards. Reads only. On a database in use, rows that
 * are written while it runs may show as findings that are gone at the next run; a damage stays.
 */
export async function verify(db: Queryable, options: VerifyOptions = {}): Promise<VerifyReport> {
  const limit = options.limit ?? 20;
  const reports: CheckReport[] = [];
  for (const { name, invariant, holds, run } of checks) {
    const wrong = run(db, options);
    const findings: Finding[] = [];
    let count = 0;
    if (wrong !== null) {
      for await (const finding of wrong) {
        count += 1;
        if (findings.length < limit) findings.push(finding);
      }
    }
    reports.push({ name, invariant, holds, outcome: wrong === null ? 'skipped' : count === 0 ? 'holds' : 'broken', count, findings });
  }
  return { clean: reports.every((report) => report.outcome !== 'broken'), checks: reports };
}
