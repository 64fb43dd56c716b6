import type { StructuredKind, DocumentModel, PartyReference } from '@reglament/contracts';
import { effectiveClause, numberClauses, walkClauses } from '@reglament/documents';

/** A clause on control, as a case's variable: what one child of the control works on. */
export interface ControlTask {
  readonly clause: string;
  readonly number: string;
  readonly title: string;
  readonly executor: PartyReference | null;
  readonly coExecutors: readonly PartyReference[];
  /** The last day, or null where the term is open. */
  readonly due: string | null;
  readonly dueMode: string;
  readonly controller: PartyReference | null;
  readonly resultKind: string | null;
}

const TITLE_LENGTH = 160;

/** The clauses of role `task` in printed order, each with what it takes from the clauses above it. */
export function controlTasks(model: DocumentModel, kind: StructuredKind, controller: PartyReference | null): readonly ControlTask[] {
  const roles = new Map(kind.clauseTypes.map((type) => [type.key, type.role]));
  const numbers = numberClauses(model.clauses, kind);
  const tasks: ControlTask[] = [];
  for (const { clause, ancestors } of walkClauses(model.clauses)) {
    if (roles.get(clause.type) !== 'task') continue;
    // A task clause that only gathers the clauses below it is carried out through them.
    if (clause.clauses?.some((below) => roles.get(below.type) === 'task')) continue;
    const effective = effectiveClause(clause, ancestors);
    const number = numbers.get(clause.id) ?? '';
    const text = clause.text.replace(/\s+/g, ' ').trim();
    tasks.push({
      clause: clause.id, number,
      title: (number === '' ? text : `${number}. ${text}`).slice(0, TITLE_LENGTH),
      executor: effective.executor ?? null, coExecutors: clause.coExecutors ?? [],
      due: effective.due ?? null, dueMode: effective.dueMode,
      controller: clause.controller ?? controller, resultKind: clause.resultKind ?? null,
    });
  }
  return tasks;
}
