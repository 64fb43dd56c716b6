import { partyReferencePattern, type DocumentBasis, type DocumentClause, type PartyReference } from '@reglament/contracts';
import type { ObjectSchema } from '../handler.js';

/** What a drafter writes, from which the document model is composed. Everything else of the model comes from the kind and the directory. */
export interface DocumentDraft {
  readonly title?: string;
  readonly basis?: readonly DocumentBasis[];
  readonly preamble?: string;
  readonly clauses?: readonly DocumentClause[];
  readonly attachments?: readonly { readonly id?: string; readonly title: string; readonly pages?: number; readonly file?: { readonly id: string } }[];
  readonly signer?: PartyReference;
  readonly acquaint?: readonly PartyReference[];
  readonly visas?: readonly PartyReference[];
  /** As they are typed, a line each; or party references. */
  readonly recipients?: readonly string[];
  /** Who controls every task that names no controller of its own. */
  readonly controller?: PartyReference;
  readonly executorContact?: { readonly name: string; readonly phone?: string; readonly email?: string };
}

const PARTY = new RegExp(partyReferencePattern, 'u');

const text = { type: ['string', 'null'] } as const;
const list = { type: ['array', 'null'] } as const;

/** A mapping gives null for what the form left out, so every part may be null; the form has judged the rest. */
export const documentDraftProperties: ObjectSchema['properties'] = {
  title: text, basis: list, preamble: text, clauses: list, attachments: list, signer: text, acquaint: list, visas: list, recipients: list,
  controller: text, executorContact: { type: ['object', 'null'] },
};

/**
 * The draft among the values of an input or a variable, without what was left out. It may be half typed, for the check is asked while
 * somebody writes: a row that was only added has an empty text instead of none.
 */
export function draftFrom(values: Readonly<Record<string, unknown>>): DocumentDraft {
  const known = Object.keys(documentDraftProperties as object);
  const draft = Object.fromEntries(Object.entries(values).filter(([name, value]) => known.includes(name) && value !== null && value !== undefined)) as DocumentDraft;
  return {
    ...draft,
    ...(draft.clauses ? { clauses: draft.clauses.map(withText) } : {}),
    ...(draft.basis ? { basis: draft.basis.map((basis) => ({ ...basis, document: basis.document ?? '' })) } : {}),
    ...(draft.attachments ? { attachments: draft.attachments.map((attachment) => ({ ...attachment, title: attachment.title ?? '' })) } : {}),
  };
}

function withText(clause: DocumentClause): DocumentClause {
  return { ...clause, text: clause.text ?? '', ...(clause.clauses ? { clauses: clause.clauses.map(withText) } : {}) };
}

/** Everybody whom a draft names: whom the directory must describe, and who may read the document. */
export function partiesOf(draft: DocumentDraft): readonly PartyReference[] {
  const parties = new Set<PartyReference>();
  const add = (...references: readonly (PartyReference | undefined)[]): void => references.forEach((each) => { if (each !== undefined) parties.add(each); });
  add(draft.signer, draft.controller, ...(draft.acquaint ?? []), ...(draft.visas ?? []), ...(draft.recipients ?? []).filter((recipient) => PARTY.test(recipient)));
  const walk = (clauses: readonly DocumentClause[]): void => clauses.forEach((clause) => {
    add(clause.executor, clause.controller, ...(clause.coExecutors ?? []));
    walk(clause.clauses ?? []);
  });
  walk(draft.clauses ?? []);
  return [...parties];
}
