import { effectiveClause } from '../../model/effective-clause.js';
import { matchStaff } from '../match-staff.js';
import { clauseName, quote, type LintInput, type RawFinding } from '../lint-facts.js';

/** Every task has an executor who is bound, is in the staff, and still works on the day the task is due. */
export function checkExecutors({ clauses, facts, numbers, roleOf }: LintInput): RawFinding[] {
  const findings: RawFinding[] = [];
  for (const { clause, pointer, ancestors } of clauses) {
    const name = clauseName(clause, numbers);
    const at = { clauseId: clause.id, pointer: `${pointer}/executor` };
    if (roleOf(clause) === 'task') {
      const { executor, executorAsTyped } = effectiveClause(clause, ancestors);
      if (executor === undefined && executorAsTyped === undefined) {
        findings.push({
          code: 'task-without-executor', ...at,
          message: { ru: `Поручение без исполнителя: ${name.ru}`, en: `Task without an executor: ${name.en}` },
          found: quote(clause.text),
          expected: { ru: 'исполнитель: сотрудник, должность или организация', en: 'an executor: person, position or organisation' },
          remedy: { ru: 'Выберите исполнителя', en: 'Choose an executor' },
        });
      }
    }
    // Only where it stands: a heading's executor is reported once, not for every clause below it.
    const stands = roleOf(clause) === 'task' || roleOf(clause) === 'heading';
    if (stands && clause.executor === undefined && clause.executorAsTyped !== undefined) {
      const matches = matchStaff(clause.executorAsTyped, facts.staff ?? []);
      const [only] = matches.length === 1 ? matches : [];
      findings.push({
        code: 'executor-not-bound', ...at,
        message: { ru: `Исполнитель назван в тексте, но не выбран: ${name.ru}`, en: `The executor is named in the text but not chosen: ${name.en}` },
        found: quote(clause.executorAsTyped),
        expected: only ? { ru: `${only.surname} ${only.initials}`, en: `${only.surname} ${only.initials}` } : { ru: 'исполнитель из списка', en: 'an executor from the list' },
        remedy: only
          ? { ru: `Подтвердите исполнителя: ${only.surname} ${only.initials}`, en: `Confirm the executor: ${only.surname} ${only.initials}` }
          : { ru: 'Выберите исполнителя из списка', en: 'Choose the executor from the list' },
      });
    }
    const { due } = effectiveClause(clause, ancestors);
    for (const [party, where] of boundParties(clause, pointer)) findings.push(...checkParty(party, { clauseId: clause.id, pointer: where }, name, due, facts));
  }
  return findings;
}

function boundParties(clause: { executor?: string; coExecutors?: readonly string[]; controller?: string }, pointer: string): [string, string][] {
  return [
    ...(clause.executor === undefined ? [] : [[clause.executor, `${pointer}/executor`] as [string, string]]),
    ...(clause.coExecutors ?? []).map((party, i): [string, string] => [party, `${pointer}/coExecutors/${i}`]),
    ...(clause.controller === undefined ? [] : [[clause.controller, `${pointer}/controller`] as [string, string]]),
  ];
}

function checkParty(party: string, at: { clauseId: string; pointer: string }, name: { ru: string; en: string }, due: string | undefined, facts: LintInput['facts']): RawFinding[] {
  const known = party.startsWith('person:') ? facts.staff?.some((member) => member.party === party) : facts.parties?.has(party);
  if (known === false) {
    return [{
      code: 'executor-not-in-staff', ...at,
      message: { ru: `Исполнителя нет в штате: ${name.ru}`, en: `The executor is not in the staff: ${name.en}` },
      found: party,
      expected: { ru: 'сотрудник, должность или организация из списка', en: 'a person, position or organisation from the list' },
      remedy: { ru: 'Выберите другого исполнителя', en: 'Choose another executor' },
    }];
  }
  const member = facts.staff?.find((candidate) => candidate.party === party);
  if (member?.dismissedOn === undefined) return [];
  // Nobody takes on a task on the last day of work.
  const gone = member.dismissedOn <= facts.today;
  if (!gone && (due === undefined || member.dismissedOn >= due)) return [];
  const who = `${member.surname} ${member.initials}`;
  return [{
    code: 'executor-dismissed', ...at,
    message: gone
      ? { ru: `Исполнитель уволен: ${who}, ${name.ru}`, en: `The executor has left: ${who}, ${name.en}` }
      : { ru: `Исполнитель увольняется до срока: ${who}, ${name.ru}`, en: `The executor leaves before the due date: ${who}, ${name.en}` },
    found: `${who}, ${member.dismissedOn}`,
    expected: { ru: 'сотрудник, который работает до срока', en: 'somebody who works here until the due date' },
    remedy: { ru: 'Выберите другого исполнителя', en: 'Choose another executor' },
  }];
}
