import type { TemplateParty } from '@reglament/contracts';
import { contentHashOf } from '@reglament/documents';
import type { PrintedParty, TemplateSettings } from '../ports.js';
import { partiesInData, templateContent, templateDataIn } from './compose-template.js';

const anna = 'person:00000000-0000-4000-8000-000000000001';
const boss = 'role:boss@00000000-0000-4000-8000-000000000009';
const printed = (party: string, title: string): PrintedParty => ({ party, title, person: null, position: null, status: 'active', template: { party, title } satisfies TemplateParty });
const settings: TemplateSettings = { made: 'template', kind: { format: 1, made: 'template', key: 'paper', title: { ru: 'Бумага', en: 'Paper' }, template: 'sheet' }, kindHash: 'k', templateHash: 'a'.repeat(64) };
const letterhead = { lines: ['Отдел'], details: [], place: 'Город' };

describe('the data of a document that a template makes', () => {
  it('are what the task gives, without what was left out', () => {
    expect(templateDataIn({ document: null, kind: 'paper', who: anna, reason: null, rows: [{ a: 1, b: null }] })).toEqual({ who: anna, rows: [{ a: 1 }] });
  });

  it('may not take a name that the document itself has', () => {
    expect(() => templateDataIn({ kind: 'paper', signatures: [] })).toThrow(/document\.reservedName.*signatures/);
  });

  it('are bounded', () => {
    expect(() => templateDataIn({ kind: 'paper', text: 'x'.repeat(600_000) })).toThrow(/document\.tooLarge/);
  });

  it('name everybody in them, however deep', () => {
    expect(partiesInData({ who: anna, rows: [{ to: boss }, { to: anna }], text: 'person: nobody' })).toEqual([anna, boss]);
  });
});

describe('the content', () => {
  const facts = { settings, letterhead, parties: new Map([[anna, printed(anna, 'Анна')]]) };

  it('holds the template, the names as they are today, and the kind as title where none was given', () => {
    expect(templateContent({ who: anna }, facts)).toEqual({
      format: 1, made: 'template', kind: 'paper', template: 'a'.repeat(64), requisites: { organisation: ['Отдел'], title: 'Бумага', place: 'Город' },
      data: { who: anna }, parties: { [anna]: { party: anna, title: 'Анна' } },
    });
    expect(templateContent({ who: anna, title: 'О бумаге' }, facts).requisites.title).toBe('О бумаге');
  });

  it('is another one under another template: who signed the one has not signed the other', () => {
    const other = { ...facts, settings: { ...settings, templateHash: 'b'.repeat(64) } };
    expect(contentHashOf(templateContent({ who: anna }, facts))).not.toBe(contentHashOf(templateContent({ who: anna }, other)));
  });
});
