import type { StructuredKind, DocumentModel, PartyReference } from '@reglament/contracts';
import type { Letterhead, PrintedParty } from '../ports.js';
import type { DocumentDraft } from './document-draft.js';

export interface ComposeFacts { readonly kind: StructuredKind; readonly letterhead: Letterhead; readonly parties: ReadonlyMap<PartyReference, PrintedParty> }

/**
 * The structured document that a draft becomes: head from the organisation and the kind, signature block from the signer's position.
 * Nothing that comes later (visas, signature marks, number, acquaintance) is in it, so that the hash covers what was written alone.
 */
export function composeModel(draft: DocumentDraft, facts: ComposeFacts): DocumentModel {
  const { kind, letterhead } = facts;
  const addressed = kind.requiredRequisites.includes('addressees');
  const recipients = draft.recipients ?? [];
  return {
    format: 1,
    kind: kind.key,
    requisites: {
      organisation: [...letterhead.lines],
      ...(letterhead.details.length > 0 && { organisationDetails: [...letterhead.details] }),
      kindTitle: kind.kindTitle,
      title: draft.title ?? '',
      ...(letterhead.place !== null && { place: letterhead.place }),
      basis: [...(draft.basis ?? [])],
      ...(addressed && { addressees: recipients.map((recipient) => ({ lines: nameOf(recipient, facts.parties).split('\n').slice(0, 12) })) }),
    },
    ...(draft.preamble !== undefined && { preamble: draft.preamble }),
    clauses: [...(draft.clauses ?? [])],
    tables: [],
    attachments: (draft.attachments ?? []).map((attachment, index, all) => ({
      id: attachment.id ?? `attachment-${index + 1}`,
      ...(all.length > 1 && { number: String(index + 1) }),
      title: attachment.title,
      ...(attachment.pages !== undefined && { pages: attachment.pages }),
      ...(attachment.file && { fileId: attachment.file.id }),
    })),
    signatures: signatureOf(draft.signer, facts.parties),
    ...(!addressed && recipients.length > 0 && { distribution: recipients.map((recipient) => nameOf(recipient, facts.parties)) }),
    ...(draft.executorContact && { executorContact: { ...draft.executorContact } }),
    ...((draft.acquaint?.length ?? 0) > 0 && { acquaintance: { rows: (draft.acquaint ?? []).map((party) => acquaintanceRow(party, facts.parties)) } }),
  };
}

/** Whom it goes to: as it was typed, or the name of a party. */
function nameOf(recipient: string, parties: ComposeFacts['parties']): string {
  return parties.get(recipient)?.title ?? recipient;
}

function signatureOf(signer: PartyReference | undefined, parties: ComposeFacts['parties']): DocumentModel['signatures'] {
  if (signer === undefined) return [];
  const printed = parties.get(signer);
  return [{ position: printed?.position ?? '', person: { party: signer, surname: printed?.person?.surname ?? '', initials: printed?.person?.initials ?? '' } }];
}

function acquaintanceRow(party: PartyReference, parties: ComposeFacts['parties']): NonNullable<DocumentModel['acquaintance']>['rows'][number] {
  const printed = parties.get(party);
  return { position: printed?.position ?? '', person: { party, surname: printed?.person?.surname ?? printed?.title ?? '', initials: printed?.person?.initials ?? '' } };
}
