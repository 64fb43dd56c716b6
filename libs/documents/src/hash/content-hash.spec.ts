import type { DocumentModel } from '@reglament/contracts';
import { orderModel } from '../fixtures/order-model.js';
import { documentContentHash, registrationHash, templateContentHash } from './content-hash.js';

const changed = (change: (model: DocumentModel) => void): DocumentModel => {
  const model = structuredClone(orderModel);
  change(model);
  return model;
};

describe('the hash that a signature covers', () => {
  const signed = documentContentHash(orderModel);

  it.each<[string, (model: DocumentModel) => void]>([
    ['number and date', (m) => { m.registration = { number: '111', date: '2026-07-01' }; }],
    ['the signature', (m) => { m.signatures = [{ acting: 'И. о.', position: 'начальника', person: { surname: 'Лугинин', initials: 'П. С.' } }]; }],
    ['visas', (m) => { m.visas = []; }],
    ['the filing mark', (m) => { delete m.filingMark; }],
    ['marks of acquaintance', (m) => { m.acquaintance?.rows.forEach((row) => { delete row.seen; row.note = 'отказ'; }); }],
    ['typed numbers', (m) => { m.clauses[0]!.numberAsTyped = '7'; }],
  ])('is not moved by %s', (_name, change) => {
    expect(documentContentHash(changed(change))).toBe(signed);
  });

  it.each<[string, (model: DocumentModel) => void]>([
    ['a word of a clause', (m) => { m.clauses[2]!.clauses![0]!.text += ' также'; }],
    ['an executor', (m) => { m.clauses[2]!.clauses![1]!.executor = 'person:00000000-0000-4000-8000-000000000009'; }],
    ['a due date', (m) => { m.clauses[2]!.clauses![1]!.due = '2026-10-02'; }],
    ['the order of clauses', (m) => { m.clauses.reverse(); }],
    ['the title', (m) => { m.requisites.title += ' округа'; }],
    ['a cell of a table', (m) => { m.tables[0]!.rows[0]![2] = '285 / 330'; }],
    ['an attached file', (m) => { m.attachments[0]!.fileId = 'f2'; }],
    ['who is to be acquainted', (m) => { m.acquaintance?.rows.pop(); }],
  ])('is moved by %s', (_name, change) => {
    expect(documentContentHash(changed(change))).not.toBe(signed);
  });

  it('covers the template', () => {
    expect(documentContentHash(orderModel, 'a'.repeat(64))).not.toBe(signed);
    expect(templateContentHash({ name: 'А' }, 'a')).not.toBe(templateContentHash({ name: 'А' }, 'b'));
  });

  it('binds the registration to the content', () => {
    const registered = registrationHash(orderModel);
    expect(registrationHash(changed((m) => { m.registration!.number = '111'; }))).not.toBe(registered);
    expect(registrationHash(changed((m) => { m.clauses.pop(); }))).not.toBe(registered);
    expect(registrationHash(changed((m) => { m.visas = []; }))).toBe(registered);
  });
});
