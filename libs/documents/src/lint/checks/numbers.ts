import type { DocumentClause } from '@reglament/contracts';
import type { LintInput, RawFinding } from '../lint-facts.js';

/** Numbers that were typed: repeated ones and gaps among siblings. Generated numbers can have neither. */
export function checkNumbers({ model, clauses, numbers }: LintInput): RawFinding[] {
  const seen = new Map<string, string>();
  const findings: RawFinding[] = [];
  for (const { clause, pointer } of clauses) {
    const typed = bare(clause.numberAsTyped);
    if (typed === undefined) continue;
    if (seen.has(typed)) {
      const expected = numbers.get(clause.id) ?? '';
      findings.push({
        code: 'duplicate-number',
        clauseId: clause.id,
        pointer: `${pointer}/numberAsTyped`,
        message: { ru: `Повтор номера ${typed}`, en: `Number ${typed} repeated` },
        found: typed,
        expected: { ru: expected, en: expected },
        remedy: { ru: `Перенумеруйте: пункт получит номер ${expected}`, en: `Renumber: the clause becomes ${expected}` },
      });
    } else seen.set(typed, clause.id);
  }
  return [...findings, ...gaps(model.clauses, '/clauses')];
}

function gaps(siblings: readonly DocumentClause[], pointer: string): RawFinding[] {
  const findings: RawFinding[] = [];
  let last = 0;
  for (const [index, clause] of siblings.entries()) {
    const typed = bare(clause.numberAsTyped);
    const parts = typed?.split('.').map(Number) ?? [];
    const own = parts.at(-1);
    if (typed !== undefined && own !== undefined) {
      for (let skipped = last + 1; skipped < own && skipped <= last + 20; skipped++) {
        const missing = [...parts.slice(0, -1), skipped].join('.');
        findings.push({
          code: 'missing-number',
          clauseId: clause.id,
          pointer: `${pointer}/${index}/numberAsTyped`,
          message: { ru: `Пропущен номер ${missing}`, en: `Number ${missing} is missing` },
          found: typed,
          expected: { ru: missing, en: missing },
          remedy: { ru: 'Верните пропущенный пункт или перенумеруйте', en: 'Put the missing clause back or renumber' },
        });
      }
      last = Math.max(last, own);
    }
    if (clause.clauses) findings.push(...gaps(clause.clauses, `${pointer}/${index}/clauses`));
  }
  return findings;
}

function bare(typed: string | undefined): string | undefined {
  const number = typed?.replace(/[.)\s]+$/u, '');
  return number !== undefined && /^\d+(?:\.\d+)*$/u.test(number) ? number : undefined;
}
