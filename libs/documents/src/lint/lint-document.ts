import type { StructuredKind, DocumentModel, LintFinding } from '@reglament/contracts';
import { walkClauses } from '../model/walk-clauses.js';
import { numberClauses } from '../numbering/number-clauses.js';
import { checkAttachments } from './checks/attachments.js';
import { checkClauseTypes } from './checks/clause-types.js';
import { checkControlClause } from './checks/control-clause.js';
import { checkExecutors } from './checks/executors.js';
import { checkNumbers } from './checks/numbers.js';
import { checkRepeatedText } from './checks/repeated-text.js';
import { checkRequisites } from './checks/requisites.js';
import { checkTerms } from './checks/terms.js';
import { checkEmptyClauses, checkPlaceholders, checkSpacing } from './checks/wording.js';
import type { LintFacts, LintInput, RawFinding } from './lint-facts.js';
import { severityOf } from './severities.js';

const checks: readonly ((input: LintInput) => RawFinding[])[] = [
  checkNumbers, checkExecutors, checkTerms, checkRequisites, checkPlaceholders, checkAttachments, checkControlClause, checkRepeatedText,
  checkEmptyClauses, checkClauseTypes, checkSpacing,
];

/**
 * Faults of a document before it goes to approval, errors first, each group in the order of the document's text.
 *
 * Which clauses are tasks, which requisites are needed and how grave each fault is comes from the kind; who works here and what day it
 * is comes with the facts.
 */
export function lintDocument(model: DocumentModel, kind: StructuredKind, facts: LintFacts): LintFinding[] {
  const roles = new Map(kind.clauseTypes.map((type) => [type.key, type.role]));
  const input: LintInput = {
    model, kind, facts,
    clauses: [...walkClauses(model.clauses)],
    numbers: numberClauses(model.clauses, kind),
    roleOf: (clause) => {
      const role = roles.get(clause.type) ?? 'statement';
      // A task that only gathers the tasks below it is carried out through them.
      return role === 'task' && clause.clauses?.some((below) => roles.get(below.type) === 'task') === true ? 'heading' : role;
    },
  };
  const found = checks.flatMap((check) => check(input)).flatMap((raw): LintFinding[] => {
    const severity = severityOf(raw.code, kind);
    return severity === 'off' ? [] : [{ ...raw, severity }];
  });
  return [...found.filter(({ severity }) => severity === 'error'), ...found.filter(({ severity }) => severity === 'warning')];
}

/** Whether a document may go to approval: warnings may stand (with a reason), errors may not. */
export function mayBeApproved(findings: readonly LintFinding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}
