import type { DocumentClause, StructuredKind, DocumentModel } from '@reglament/contracts';
import { DocumentError } from '../document-error.js';
import { walkClauses } from '../model/walk-clauses.js';
import { normaliseLines } from './normalise-lines.js';
import { readClauses } from './read-clauses.js';
import { readHead, type ReadHead } from './read-head.js';
import { isTailStart, readTail, type ReadTail } from './read-tail.js';
import { recogniseClauseTypes } from './recognise-clause-type.js';
import { suggestDue } from './suggest-due.js';
import { suggestExecutor } from './suggest-executor.js';
import type { ClauseSuggestion } from './suggestion.js';

/** More than any office document; a longer text is refused before it is read. */
export const maxImportedCharacters = 500_000;

/** What a pasted text was read as. Nothing of it is bound: executors are quotes, terms are suggestions. */
export interface ParsedClauseList {
  clauses: DocumentClause[];
  head: ReadHead;
  tail: ReadTail;
  suggestions: ClauseSuggestion[];
}

/**
 * Reads a clause list pasted from Word, a mail or a PDF, or the whole text of a document with its requisites. Typed numbers stay in
 * `numberAsTyped`; clause types are recognised by the words that the kind declares.
 *
 * @throws DocumentError `document.text-too-long` above `maxImportedCharacters`.
 */
export function parseClauseList(text: string, kind: StructuredKind): ParsedClauseList {
  if (text.length > maxImportedCharacters) {
    throw new DocumentError('document.text-too-long', { found: String(text.length), expected: `at most ${maxImportedCharacters} characters` });
  }
  const read = readClauses(normaliseLines(text), kind, isTailStart);
  const clauses = recogniseClauseTypes(read.clauses, kind);
  const suggestions = nameExecutors(clauses);
  return { clauses, head: readHead(read.head, kind), tail: readTail(read.tail), suggestions };
}

/** The same as a whole document model of the kind, ready for the lint. */
export function importDocument(text: string, kind: StructuredKind): { model: DocumentModel; suggestions: ClauseSuggestion[]; unread: string[] } {
  const { clauses, head, tail, suggestions } = parseClauseList(text, kind);
  const registration = { ...(head.number !== undefined && { number: head.number }), ...(head.date !== undefined && { date: head.date }) };
  const model: DocumentModel = {
    format: 1,
    kind: kind.key,
    requisites: {
      organisation: head.organisation,
      kindTitle: head.kindTitle ?? kind.kindTitle,
      title: head.title ?? '',
      ...(head.place !== undefined && { place: head.place }),
      basis: head.basis,
    },
    ...(Object.keys(registration).length > 0 && { registration }),
    ...(head.preamble !== undefined && { preamble: head.preamble }),
    clauses,
    tables: [],
    attachments: tail.attachments,
    signatures: tail.signatures,
    ...(tail.executorContact && { executorContact: tail.executorContact }),
  };
  return { model, suggestions, unread: tail.rest };
}

/** Quotes the executor into the clause (the text does name somebody) and collects what a person should confirm. */
function nameExecutors(clauses: DocumentClause[]): ClauseSuggestion[] {
  const suggestions: ClauseSuggestion[] = [];
  for (const { clause } of walkClauses(clauses)) {
    const executor = suggestExecutor(clause.text);
    if (executor) {
      clause.executorAsTyped = executor.text;
      suggestions.push({ type: 'executor', clauseId: clause.id, ...executor });
    }
    const term = suggestDue(clause.text);
    if (term?.type === 'date') {
      suggestions.push({ type: 'due', clauseId: clause.id, text: term.text, due: term.due, inclusiveStated: term.inclusiveStated });
    } else if (term) suggestions.push({ type: 'due-mode', clauseId: clause.id, text: term.text, dueMode: term.dueMode });
  }
  return suggestions;
}
