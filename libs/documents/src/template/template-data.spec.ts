import type { TemplateDocument } from '@reglament/contracts';
import { contentHashOf, templateContentHash } from '../hash/content-hash.js';
import { orderModel } from '../fixtures/order-model.js';
import { documentContentHash } from '../hash/content-hash.js';
import { diffTemplateDocuments } from '../diff/diff-documents.js';
import { templateData, type TemplateMarks } from './template-data.js';

const person = 'person:00000000-0000-4000-8000-000000000001';
const stranger = 'person:00000000-0000-4000-8000-000000000002';
const printed = { party: person, title: 'Озерова Анна', surname: 'Озерова', name: 'Анна' };
const document: TemplateDocument = {
  format: 1, made: 'template', kind: 'paper', template: 'a'.repeat(64), requisites: { organisation: ['Администрация', 'ОТДЕЛ'], title: 'О бумаге' },
  data: { who: person, all: [person, stranger], deep: { who: person, days: 3 }, unknown: stranger, text: 'текст' }, parties: { [person]: printed },
};
const unmarked: TemplateMarks = { number: null, date: null, signatures: [], approvals: [] };

describe('the data of a template', () => {
  it('hold people as they are printed, wherever a reference stands', () => {
    expect(templateData(document, unmarked)).toMatchObject({ who: printed, all: [printed, undefined], deep: { who: printed, days: 3 }, text: 'текст' });
  });

  it('never print the id of somebody who is not known', () => {
    expect(JSON.stringify(templateData(document, unmarked))).not.toContain(stranger);
  });

  it('hold number and date once the document has them', () => {
    expect(templateData(document, unmarked)['document']).toEqual({ title: 'О бумаге', organisation: [{ title: 'Администрация' }, { title: 'ОТДЕЛ' }] });
    expect(templateData(document, { ...unmarked, number: '7-о', date: '2026-11-22' })['document']).toMatchObject({ number: '7-о', date: '2026-11-22' });
  });
});

describe('the hash of a content', () => {
  it('of a structured document is that of its model', () => {
    expect(contentHashOf(orderModel)).toBe(documentContentHash(orderModel));
  });

  it('covers the template, the data and the names of a document that a template makes', () => {
    const { template, format: _format, made: _made, ...said } = document;
    const hash = contentHashOf(document);
    expect(hash).toBe(templateContentHash(said, template));
    const others = [{ ...document, template: 'b'.repeat(64) }, { ...document, data: { ...document.data, text: 'другой' } }, { ...document, parties: {} }, { ...document, requisites: { ...document.requisites, title: 'О другом' } }];
    expect(new Set([hash, ...others.map(contentHashOf)]).size).toBe(5);
  });
});

it('tells what differs between two versions by the names of the data', () => {
  const after = { ...document, data: { ...document.data, text: 'новый', deep: { who: person, days: 5 } } };
  expect(diffTemplateDocuments(document, after)).toEqual([{ pointer: '/deep/days', before: 3, after: 5 }, { pointer: '/text', before: 'текст', after: 'новый' }]);
});
