import type { FormDefinition } from '@reglament/contracts';
import { SCHEMA_LIMITS } from '../schema/schema-limits.js';
import { brokenForms, soundForm } from './fixtures/broken-forms.js';
import { problemsOfForm } from './problems-of-form.js';

const found = (json: unknown) => problemsOfForm(json).map(({ code, pointer }) => `${code} ${pointer}`);

describe('problemsOfForm', () => {
  it('finds nothing in a sound form', () => {
    expect(problemsOfForm(soundForm())).toEqual([]);
  });

  it.each(Object.entries(brokenForms))('%s', (_name, { form, problems }) => {
    expect(found(form)).toEqual(problems);
  });

  it('says of every problem what was found, what was expected and what to do, in both languages', () => {
    for (const { form } of Object.values(brokenForms)) {
      for (const { found: quoted, expected, remedy } of problemsOfForm(form)) {
        for (const text of [quoted, expected.ru, expected.en, remedy.ru, remedy.en]) expect(text).not.toBe('');
        expect(`${expected.ru}${expected.en}${remedy.ru}${remedy.en}`).not.toContain('{detail}');
        expect(remedy.ru).toMatch(/[а-яё]/iu);
      }
    }
  });

  it('names all problems of one kind of reading at once', () => {
    const form = soundForm();
    const many = { ...form, rules: [{ type: 'required', path: 'nowhere' }, { type: 'visible', path: 'title', when: { feel: 'titel = 1' } }], ui: { sections: [...form.ui.sections, ...form.ui.sections] } };
    expect(found(many)).toEqual([
      'ui.duplicateSection /ui/sections/1/key', 'ui.duplicatePath /ui/sections/1/fields/0/path', 'ui.duplicatePath /ui/sections/1/fields/1/path',
      'ui.duplicatePath /ui/sections/1/fields/1/fields/0/path', 'ui.duplicatePath /ui/sections/1/fields/1/fields/1/path',
      'rule.unknownPath /rules/0/path', 'rule.expression /rules/1/when',
    ]);
  });

  it('refuses a schema beyond the limits without compiling it', () => {
    const form = soundForm();
    const allOf = Array.from({ length: 20_000 }, () => ({ type: 'object' }));
    expect(found({ ...form, schema: { ...form.schema, allOf } })).toEqual(['schema.nodes /schema']);
    const deep = Array.from({ length: SCHEMA_LIMITS.depth }).reduce<object>((inner) => ({ not: inner }), {});
    expect(found({ ...form, schema: { ...form.schema, allOf: [deep] } })).toEqual(['schema.depth /schema']);
    const long = { ...form.schema, description: 'я'.repeat(SCHEMA_LIMITS.characters) };
    expect(found({ ...form, schema: long })).toEqual(['schema.size /schema']);
  });

  it.each([null, 1, 'form', [], {}])('answers to %j with problems, not with a fault', (json) => {
    expect(problemsOfForm(json).length).toBeGreaterThan(0);
  });

  it('takes a recursive schema for a tree of clauses', () => {
    const clause = { type: 'object', properties: { id: { type: 'string' }, type: { type: 'string' }, text: { type: 'string' }, clauses: { type: 'array', items: { $ref: '#/$defs/clause' } } } };
    const form: FormDefinition = {
      format: 1, key: 'tree', title: 'x', schema: { type: 'object', $defs: { clause }, properties: { clauses: { type: 'array', items: { $ref: '#/$defs/clause' } } } },
      ui: { sections: [{ key: 'main', title: 'x', fields: [{ path: 'clauses', widget: 'clauseTree', label: 'x', clauseTypes: [{ value: 'a', label: 'x' }] }] }] },
    };
    expect(problemsOfForm(form)).toEqual([]);
  });
});
