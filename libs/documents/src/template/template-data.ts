import { partyReferencePattern, type TemplateDocument, type TemplateParty } from '@reglament/contracts';

/** What stands around the content when the file is made: registration, signatures and approvals come after composing. */
export interface TemplateMarks {
  readonly number: string | null;
  /** ISO 8601 date of registration. */
  readonly date: string | null;
  /** `acting`: «И. о.», where a substitute signed. `at` is a moment with its offset. */
  readonly signatures: readonly { readonly person: TemplateParty; readonly acting?: string; readonly at: string; readonly code: string }[];
  readonly approvals: readonly { readonly person: TemplateParty; readonly at: string }[];
}

/** Names that a template finds beside the data of its document; the composing task may not give its data one of them. */
export const reservedTemplateNames = ['document', 'kind', 'signatures', 'approvals'] as const;

const party = new RegExp(partyReferencePattern, 'u');

/**
 * What a template is filled with: the document's data, every reference to a party replaced by how it is printed; `document` (`title`,
 * `number`, `date`, `organisation` as lines, `place`), `signatures` and `approvals` (each `person`, `at`, …). A number or date that there
 * is not yet is absent, so that a template that prints it says so.
 */
export function templateData(document: TemplateDocument, marks: TemplateMarks): Record<string, unknown> {
  const { requisites } = document;
  return {
    ...(withParties(document.data, document.parties) as Record<string, unknown>),
    document: {
      title: requisites.title,
      organisation: requisites.organisation.map((title) => ({ title })),
      ...(requisites.place !== undefined && { place: requisites.place }),
      ...(marks.number !== null && { number: marks.number }),
      ...(marks.date !== null && { date: marks.date }),
    },
    signatures: marks.signatures,
    approvals: marks.approvals,
  };
}

/** A reference that nothing is known of stays as it is nowhere: an id is no name, so the placeholder counts as missing. */
function withParties(value: unknown, parties: Readonly<Record<string, TemplateParty>>): unknown {
  if (typeof value === 'string') return party.test(value) ? (Object.hasOwn(parties, value) ? parties[value] : undefined) : value;
  if (Array.isArray(value)) return value.map((item) => withParties(item, parties));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withParties(item, parties)]));
}
