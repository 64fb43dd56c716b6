import type { DocumentModel, DocumentView } from '@reglament/contracts';
import { shownModel } from './shown-model.js';

const model: DocumentModel = {
  format: 1, kind: 'order', requisites: { organisation: ['Отдел'], kindTitle: 'ПРИКАЗ', title: 'О плане', basis: [] }, clauses: [], tables: [], attachments: [],
  signatures: [{ position: 'Начальник', person: { surname: 'Берёзкина', initials: 'О. П.' } }],
};
const by = { reference: 'person:1', title: 'Берёзкина Ольга Павловна' };
const signature: DocumentView['signatures'][number] = { by, forPerson: null, at: '2026-11-22T07:14:00Z', code: 'E994', contentHash: 'a', valid: true };
const registration: DocumentView['registration'] = { journal: 'orders', journalTitle: 'Приказы', number: '110а', date: '2026-11-22', by, suffixReason: null };

describe('shownModel', () => {
  it('prints the number and the date that registration gave', () => {
    expect(shownModel(model, { registration, signatures: [] }).registration).toEqual({ number: '110а', date: '2026-11-22' });
  });

  it('prints the mark of a valid signature beside its signer', () => {
    expect(shownModel(model, { registration: null, signatures: [signature] }).signatures[0]?.mark).toEqual({ type: 'simple-electronic', signer: by.title, at: signature.at, recordCode: 'E994' });
  });

  it('never prints the mark of a signature that does not match the content', () => {
    expect(shownModel(model, { registration: null, signatures: [{ ...signature, valid: false }] }).signatures[0]?.mark).toBeUndefined();
  });

  it('leaves an unsigned, unregistered document as it is', () => {
    expect(shownModel(model, { registration: null, signatures: [] })).toEqual(model);
  });
});
