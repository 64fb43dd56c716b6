import { suggestDue } from '../../import/suggest-due.js';
import { effectiveClause } from '../../model/effective-clause.js';
import { formatDate } from '../../russian/dates.js';
import { clauseName, quote, type LintInput, type RawFinding } from '../lint-facts.js';

/** Every task has a last day that is not past, a period, or stands until cancelled. */
export function checkTerms({ clauses, facts, numbers, roleOf }: LintInput): RawFinding[] {
  const findings: RawFinding[] = [];
  for (const { clause, pointer, ancestors } of clauses) {
    if (roleOf(clause) !== 'task') continue;
    const name = clauseName(clause, numbers);
    const term = effectiveClause(clause, ancestors);
    const has = term.dueMode === 'date' ? term.due !== undefined : term.dueMode !== 'periodic' || term.period !== undefined;
    if (!has) findings.push(withoutTerm(clause.id, pointer, name, clause.text));
    if (clause.due !== undefined && clause.due < facts.today) {
      findings.push({
        code: 'due-in-past', clauseId: clause.id, pointer: `${pointer}/due`,
        message: { ru: `Срок уже прошёл: ${name.ru}, ${formatDate(clause.due, 'digits')}`, en: `The due date is past: ${name.en}, ${clause.due}` },
        found: clause.due,
        expected: { ru: `не раньше ${formatDate(facts.today, 'digits')}`, en: `${facts.today} or later` },
        remedy: { ru: 'Укажите срок в будущем', en: 'Set a due date in the future' },
      });
    }
  }
  return findings;
}

function withoutTerm(clauseId: string, pointer: string, name: { ru: string; en: string }, text: string): RawFinding {
  const stated = suggestDue(text);
  const remedy =
    stated?.type === 'date'
      ? { ru: `В тексте названо «${stated.text}»: подтвердите срок`, en: `The text says «${stated.text}»: confirm the due date` }
      : { ru: 'Укажите срок, период или «до отмены»', en: 'Set a due date, a period, or “until cancelled”' };
  return {
    code: 'task-without-due', clauseId, pointer: `${pointer}/due`,
    message: { ru: `Поручение без срока: ${name.ru}`, en: `Task without a due date: ${name.en}` },
    found: quote(text),
    expected: { ru: 'срок, период или «до отмены»', en: 'a due date, a period, or “until cancelled”' },
    remedy,
  };
}
