import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FormDefinition } from '@reglament/contracts';
import { compileForm, judge, mergeDraft } from '@reglament/forms';

const suites = process.env['REGLAMENT_SUITES'] ?? path.resolve(__dirname, '../../../shared/suites');
const folder = path.join(suites, 'strings-blns');
const present = existsSync(folder);
const describeSuite = present ? describe : describe.skip;

const definition: FormDefinition = {
  format: 1, key: 'naughty', title: 'Строки',
  schema: { type: 'object', properties: { text: { type: 'string', maxLength: 100_000 }, copy: { type: 'string' }, rows: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } } } },
  ui: {
    sections: [{
      key: 'main', title: 'x',
      fields: [{ path: 'text', widget: 'textarea', label: 'x' }, { path: 'copy', widget: 'calculated', label: 'x' }, { path: 'rows', widget: 'rows', label: 'x', fields: [{ path: 'text', widget: 'text', label: 'x' }] }],
    }],
  },
  rules: [{ type: 'calculated', path: 'copy', value: { feel: 'text' } }],
};

describeSuite(`Big List of Naughty Strings through a form${present ? '' : ' (skipped: no suites at REGLAMENT_SUITES)'}`, () => {
  const file = present ? readdirSync(folder).find((name) => name.endsWith('.json')) : undefined;
  const strings = file === undefined ? [] : (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as string[]).filter((text) => text !== '');
  const form = compileForm(definition);

  it('reads the whole list', () => {
    expect(strings.length).toBeGreaterThan(480);
  });

  it.each(['draft', 'submit'] as const)('gives every string back as it was typed, also through an expression, in mode %s', (mode) => {
    for (const text of strings) {
      const { data, valid } = judge(form, { text, rows: [{ text }] }, { now: '2026-11-22T00:00:00Z', zone: 'UTC', locale: 'ru', mode });
      expect({ valid, data }).toEqual({ valid: true, data: { text, copy: text, rows: [{ text }] } });
    }
  });

  it('merges drafts that hold them', () => {
    for (const text of strings) expect(mergeDraft({ text: 'x', other: 1 }, { text, other: 1 }, { text: 'x', other: 2 })).toEqual({ merged: { text, other: 2 }, conflicts: [] });
  });
});
