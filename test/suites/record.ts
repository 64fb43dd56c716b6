import { appendFileSync } from 'node:fs';

/** What a public suite came to, or one tier of it. `unsupported`: refused with a word, which is honest; a wrong answer is not. */
export interface SuiteRow {
  readonly suite: string;
  readonly tier: string;
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: number;
  /** Those that failed, and those that are unsupported with the reason. */
  readonly failures: readonly string[];
  readonly unsupportedCases: readonly string[];
}

/** Keeps a row for `npm run suites`, which prints them; without it nothing is kept. */
export function recordSuite(row: Omit<SuiteRow, 'unsupported' | 'unsupportedCases'> & { readonly unsupportedCases?: readonly string[]; readonly unsupported?: number }): void {
  const file = process.env['REGLAMENT_SUITES_RECORD'];
  if (file === undefined) return;
  const unsupportedCases = row.unsupportedCases ?? [];
  appendFileSync(file, `${JSON.stringify({ ...row, unsupported: row.unsupported ?? unsupportedCases.length, unsupportedCases })}\n`);
}
