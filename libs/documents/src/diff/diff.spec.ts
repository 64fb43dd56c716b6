import fc from 'fast-check';
import type { DocumentClause, DocumentModel } from '@reglament/contracts';
import { orderModel } from '../fixtures/order-model.js';
import { diffDocuments } from './diff-documents.js';
import { diffWords } from './word-diff.js';

const changed = (change: (model: DocumentModel) => void): DocumentModel => {
  const model = structuredClone(orderModel);
  change(model);
  return model;
};

describe('a diff of words', () => {
  it('tells what was put in and what was taken out', () => {
    expect(diffWords('Провести семинар в мае.', 'Провести вебинар и семинар в июне.')).toEqual([
      { type: 'same', text: 'Провести' }, { type: 'added', text: ' вебинар и' }, { type: 'same', text: ' семинар в' },
      { type: 'removed', text: ' мае' }, { type: 'added', text: ' июне' }, { type: 'same', text: '.' },
    ]);
  });

  it('gives both texts back, and nothing for equal ones', () => {
    const text = fc.array(fc.constantFrom('план', 'отчёт', 'до', '01.09.2026', ' ', ',', '\n', 'МБУ «Центр»', '3-й')).map((words) => words.join(' '));
    fc.assert(fc.property(text, text, (before, after) => {
      const changes = diffWords(before, after);
      expect(changes.filter((c) => c.type !== 'added').map((c) => c.text).join('')).toBe(before);
      expect(changes.filter((c) => c.type !== 'removed').map((c) => c.text).join('')).toBe(after);
      expect(diffWords(before, before).every((c) => c.type === 'same')).toBe(true);
    }));
  });

  it('does not choke on long texts that have nothing in common', () => {
    const [before, after] = ['а '.repeat(20_000), 'б '.repeat(20_000)];
    expect(diffWords(before, after).map((c) => c.type)).toEqual(['removed', 'added', 'same']);
  });
});

describe('a diff of two versions of a document', () => {
  it('is empty for the same document', () => {
    expect(diffDocuments(orderModel, structuredClone(orderModel))).toEqual({ clauses: [], fields: [], same: true });
  });

  it('shows a changed clause with its words and fields', () => {
    const after = changed((m) => { Object.assign(m.clauses[4]!, { text: 'Контроль за исполнением приказа возложить на Лугинина П. С.', controller: 'person:00000000-0000-4000-8000-000000000003' }); });
    expect(diffDocuments(orderModel, after).clauses).toMatchObject([
      { type: 'changed', clauseId: 'c10', before: { number: '5' }, after: { number: '5' }, moved: false, fields: [{ pointer: '/controller', after: 'person:00000000-0000-4000-8000-000000000003' }] },
    ]);
  });

  it('shows a clause put in as added, and leaves those whose number slid alone', () => {
    const after = changed((m) => { m.clauses.splice(1, 0, { id: 'n1', type: 'task', text: 'Утвердить состав рабочей группы.' }); });
    expect(diffDocuments(orderModel, after).clauses).toEqual([{ type: 'added', clauseId: 'n1', number: '2', text: 'Утвердить состав рабочей группы.' }]);
  });

  it('shows a clause taken out, with the number that it had', () => {
    const after = changed((m) => { m.clauses.splice(1, 1); });
    expect(diffDocuments(orderModel, after).clauses).toMatchObject([{ type: 'removed', clauseId: 'c2', number: '2' }]);
  });

  it('shows the one clause that was moved', () => {
    const after = changed((m) => { m.clauses.push(m.clauses.shift()!); });
    expect(diffDocuments(orderModel, after).clauses).toMatchObject([{ type: 'changed', clauseId: 'c1', moved: true, before: { number: '1' }, after: { number: '5' } }]);
    const deeper = changed((m) => { m.clauses[2]!.clauses!.push(m.clauses.splice(3, 1)[0]!); });
    expect(diffDocuments(orderModel, deeper).clauses).toMatchObject([{ type: 'changed', clauseId: 'c9', moved: true }]);
  });

  it('knows clauses that were pasted anew under other ids', () => {
    const rename = (clauses: DocumentClause[]): DocumentClause[] => clauses.map((c) => ({ ...c, id: `new-${c.id}`, ...(c.clauses && { clauses: rename(c.clauses) }) }));
    expect(diffDocuments(orderModel, { ...orderModel, clauses: rename(orderModel.clauses) }).clauses).toEqual([]);
    const shifted = changed((m) => { m.clauses = [{ id: 'c1', type: 'note', text: 'Новый первый пункт.' }, ...m.clauses.map((c, i) => ({ ...c, id: `s${i}` }))]; });
    expect(diffDocuments(orderModel, shifted).clauses).toEqual([{ type: 'added', clauseId: 'c1', number: '1', text: 'Новый первый пункт.' }]);
  });

  it('shows changed requisites and the words of the preamble', () => {
    const after = changed((m) => { m.requisites.basis[0]!.date = '2026-01-16'; m.preamble = m.preamble!.replace('15.01.2026', '16.01.2026'); delete m.visas; });
    const diff = diffDocuments(orderModel, after);
    expect(diff.fields).toEqual([{ pointer: '/requisites/basis/0/date', before: '2026-01-15', after: '2026-01-16' }, { pointer: '/visas', before: orderModel.visas }]);
    expect(diff.preamble?.filter((c) => c.type !== 'same')).toEqual([{ type: 'removed', text: ' 15.01.2026' }, { type: 'added', text: ' 16.01.2026' }]);
  });
});
