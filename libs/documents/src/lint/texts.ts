import type { DocumentModel } from '@reglament/contracts';
import { walkAttachmentClauses } from '../model/walk-clauses.js';
import type { LintInput } from './lint-facts.js';

/** A piece of the document's text and where it stands. */
export interface PlacedText {
  text: string;
  pointer: string;
  clauseId?: string;
}

/** Everything that will be printed and was written by a person. */
export function textsOf({ model, clauses }: Pick<LintInput, 'model' | 'clauses'>): PlacedText[] {
  return [...headTexts(model), ...clauses.map(clauseText), ...[...walkAttachmentClauses(model)].map(clauseText), ...partTexts(model)];
}

function clauseText({ clause, pointer }: LintInput['clauses'][number]): PlacedText {
  return { text: clause.text, pointer: `${pointer}/text`, clauseId: clause.id };
}

function headTexts(model: DocumentModel): PlacedText[] {
  const { requisites } = model;
  return [
    ...requisites.organisation.map((text, i) => ({ text, pointer: `/requisites/organisation/${i}` })),
    { text: requisites.title, pointer: '/requisites/title' },
    ...(requisites.place === undefined ? [] : [{ text: requisites.place, pointer: '/requisites/place' }]),
    ...requisites.basis.flatMap((basis, i) => [
      { text: basis.document, pointer: `/requisites/basis/${i}/document` },
      ...(basis.number === undefined ? [] : [{ text: basis.number, pointer: `/requisites/basis/${i}/number` }]),
    ]),
    ...(requisites.addressees ?? []).flatMap((addressee, i) =>
      addressee.lines.map((text, j) => ({ text, pointer: `/requisites/addressees/${i}/lines/${j}` }))),
    ...(model.preamble === undefined ? [] : [{ text: model.preamble, pointer: '/preamble' }]),
  ];
}

function partTexts(model: DocumentModel): PlacedText[] {
  return [
    ...model.tables.flatMap((table, t) => table.rows.flatMap((row, r) => row.map((text, c) => ({ text, pointer: `/tables/${t}/rows/${r}/${c}` })))),
    ...model.attachments.map((attachment, i) => ({ text: attachment.title, pointer: `/attachments/${i}/title` })),
    ...model.signatures.flatMap((block, i) => [
      { text: block.position, pointer: `/signatures/${i}/position` },
      { text: block.person.surname, pointer: `/signatures/${i}/person/surname` },
    ]),
    ...(model.executorContact ? [{ text: model.executorContact.name, pointer: '/executorContact/name' }] : []),
  ];
}
