import type { DocumentClause, DocumentModel } from '@reglament/contracts';

/** A clause with its place: JSON pointer (RFC 6901), ancestors from the outermost, and its position among its siblings. */
export interface PlacedClause {
  clause: DocumentClause;
  pointer: string;
  ancestors: readonly DocumentClause[];
  index: number;
}

/** Every clause of a tree, parents before children, in printed order. */
export function* walkClauses(
  clauses: readonly DocumentClause[],
  pointer = '/clauses',
  ancestors: readonly DocumentClause[] = [],
): Generator<PlacedClause> {
  for (const [index, clause] of clauses.entries()) {
    const here = `${pointer}/${index}`;
    yield { clause, pointer: here, ancestors, index };
    if (clause.clauses) yield* walkClauses(clause.clauses, `${here}/clauses`, [...ancestors, clause]);
  }
}

/** The clauses of all attachments, which are text but give nobody a task. */
export function* walkAttachmentClauses(model: DocumentModel): Generator<PlacedClause> {
  for (const [index, attachment] of model.attachments.entries()) {
    if (attachment.clauses) yield* walkClauses(attachment.clauses, `/attachments/${index}/clauses`);
  }
}
