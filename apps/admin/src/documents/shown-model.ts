import type { DocumentModel, DocumentView, SignatureBlock } from '@reglament/contracts';

type Signature = DocumentView['signatures'][number];

/** «Берёзкина Ольга Павловна» is the signer of the block «О. П. Берёзкина». */
const signedBy = (block: SignatureBlock, signatures: readonly Signature[]): Signature | undefined =>
  signatures.find(({ by }) => by.title.split(/\s+/)[0] === block.person.surname) ?? (signatures.length === 1 ? signatures[0] : undefined);

/**
 * The content as it is printed now. What is signed holds neither number nor mark, as both come after the signature; the page shows them
 * from the record of registration and from the signatures.
 */
export function shownModel(model: DocumentModel, { registration, signatures }: Pick<DocumentView, 'registration' | 'signatures'>): DocumentModel {
  return {
    ...model,
    ...(registration ? { registration: { number: registration.number, date: registration.date } } : {}),
    signatures: model.signatures.map((block) => {
      const signature = block.mark ? undefined : signedBy(block, signatures.filter(({ valid }) => valid));
      return signature ? { ...block, mark: { type: 'simple-electronic', signer: signature.by.title, at: signature.at, recordCode: signature.code } } : block;
    }),
  };
}
