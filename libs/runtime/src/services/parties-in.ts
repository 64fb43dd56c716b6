import type { DocumentClause, DocumentModel, PartyReference } from '@reglament/contracts';

/** Every party that a document's content refers to. */
export function partiesIn(model: DocumentModel): readonly PartyReference[] {
  const parties = new Set<PartyReference>();
  const add = (...references: readonly (PartyReference | undefined)[]): void => references.forEach((each) => { if (each !== undefined) parties.add(each); });
  const walk = (clauses: readonly DocumentClause[]): void => clauses.forEach((clause) => {
    add(clause.executor, clause.controller, ...(clause.coExecutors ?? []));
    walk(clause.clauses ?? []);
  });
  walk(model.clauses);
  add(...model.signatures.map(({ person }) => person.party), ...(model.acquaintance?.rows ?? []).map(({ person }) => person.party));
  return [...parties];
}
