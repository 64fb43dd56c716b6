import type { FormField } from '@reglament/contracts';
import { formWords, sayIn } from './form-words.js';

const fields = new Map<string, FormField>([
  ['from', { path: 'from', widget: 'date', label: { ru: 'Первый день', en: 'First day' } }],
  ['rows[].kind', { path: 'kind', widget: 'select', label: 'Вид', options: [{ value: 'annual', label: { ru: 'ежегодный', en: 'annual' } }] }],
]);

describe('words of what changed in a document made from a template', () => {
  const words = formWords([{ fields }], 'ru');

  it('are those of the form in which the value was typed, rows included', () => {
    expect(words.label('from')).toBe('Первый день');
    expect(words.label('kind')).toBe('Вид');
    expect(words.option('kind', 'annual')).toBe('ежегодный');
    expect(formWords([{ fields }], 'en').label('from')).toBe('First day');
  });

  it('are none for what no form asks for', () => {
    expect(words.label('other')).toBeUndefined();
    expect(words.option('from', 'annual')).toBeUndefined();
  });

  it('say values as people write them, never as JSON', () => {
    const named = (text: string): string | null => (text === 'person:1' ? 'Лугова М. Д.' : null);
    expect(sayIn('ru', named, '2026-11-22')).toBe('22.11.2026');
    expect(sayIn('ru', named, true)).toBe('да');
    expect(sayIn('ru', named, { who: 'person:1', days: [{ on: '2026-01-02' }, null] })).toBe('Лугова М. Д., 02.01.2026');
    expect(sayIn('ru', named, undefined)).toBe('');
  });
});
