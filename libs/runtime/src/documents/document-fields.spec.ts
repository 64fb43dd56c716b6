import type { FormField } from '@reglament/contracts';
import { documentFields } from './document-fields.js';

const form = (...fields: FormField[]) => ({
  fields: new Map(fields.flatMap((field) => [[field.path, field] as const, ...('fields' in field ? field.fields.map((inner) => [`${field.path}[].${inner.path}`, inner] as const) : [])])),
});
const request = form(
  { path: 'kind', widget: 'select', label: { ru: 'Вид', en: 'Kind' }, options: [{ value: 'paid', label: { ru: 'Оплачиваемый', en: 'Paid' } }] },
  { path: 'begins', widget: 'date', label: 'Первый день' },
  { path: 'substitute', widget: 'party', label: 'Замещает' },
  { path: 'far', widget: 'checkbox', label: 'С выездом' },
  { path: 'scan', widget: 'file', label: 'Скан' },
  { path: 'trips', widget: 'rows', label: 'Поездки', fields: [{ path: 'where', widget: 'text', label: 'Куда' }, { path: 'on', widget: 'date', label: 'Когда' }] },
  { path: 'reason', widget: 'textarea', label: 'Причина' },
);
const decision = form({ path: 'begins', widget: 'date', label: 'Иначе' });

describe('the fields of a document made from a template', () => {
  const read = (data: Record<string, unknown>, locale: 'ru' | 'en' = 'ru') =>
    documentFields({ forms: [decision, request], data, locale, named: (text) => (text === 'person:1' ? 'Ольхина Вера Павловна' : null) });

  it('stand in the order and words of the form that made it: options by title, people by name, days in words', () => {
    expect(read({ substitute: 'person:1', begins: '2026-12-14', kind: 'paid', far: false, scan: { id: 'file:a', name: 'вызов.pdf', size: 3 }, trips: [{ where: 'Ачинск', on: '2026-12-15' }, { where: 'Канск' }], inner: 'x' })).toEqual([
      { label: 'Вид', text: 'Оплачиваемый' }, { label: 'Первый день', text: '14 декабря 2026 г.' }, { label: 'Замещает', text: 'Ольхина Вера Павловна' }, { label: 'С выездом', text: 'нет' },
      { label: 'Скан', text: 'вызов.pdf', files: [{ id: 'file:a', name: 'вызов.pdf' }] }, { label: 'Поездки', text: 'Куда: Ачинск; Когда: 15 декабря 2026 г.\nКуда: Канск' },
    ]);
  });

  it('are told in the reader\'s language, and are none where no form holds them', () => {
    expect(read({ kind: 'paid', begins: '2026-12-14' }, 'en')).toEqual([{ label: 'Kind', text: 'Paid' }, { label: 'Первый день', text: '14 December 2026' }]);
    expect(documentFields({ forms: [], data: { kind: 'paid' }, locale: 'ru', named: () => null })).toEqual([]);
  });
});
