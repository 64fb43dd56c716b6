import type { FormDefinition } from '@reglament/contracts';
import { problemsOfForm } from '@reglament/forms';
import fc from 'fast-check';
import { compareForms } from './compare-forms.js';
import { firstCondition, conditionQuestions } from './conditions.js';
import { addQuestion, addSection, copyQuestion, freePath, moveQuestion, patchField, patchSchema, placeOf, questionsOf, removeQuestion, removeSection, setRequired, setVisible, step } from './edit-form.js';
import { mergeForms } from './merge-forms.js';
import { builderProblems, questionAt } from './problems.js';
import { kindOf, QUESTION_KINDS, type QuestionKind } from './question-kinds.js';
import { isRequired, schemaAt } from './schema-place.js';

const blank: FormDefinition = { format: 1, key: 'review', title: { ru: 'Отзыв' }, schema: { type: 'object', properties: {}, additionalProperties: false }, ui: { sections: [{ key: 'section-1', title: { ru: 'Вопросы' }, fields: [] }] } };
const withAll = (...kinds: readonly QuestionKind[]): FormDefinition => kinds.reduce((form, kind, index) =>
  addQuestion(form, { kind, path: freePath(form, []), label: { ru: `Вопрос ${index + 1}` }, at: { section: 0, index } }), blank);
const paths = (form: FormDefinition): readonly string[] => questionsOf(form).map(({ path }) => path);

describe('what the builder makes', () => {
  it.each(QUESTION_KINDS)('is a sound form with a question of the kind %s, and is known again as that kind', (kind) => {
    const form = withAll(kind);
    const [field] = questionsOf(form);
    expect(problemsOfForm(form)).toEqual([]);
    expect(field && kindOf(field, schemaAt(form, field.path))).toBe(kind);
    if (kind !== 'info') expect(builderProblems(form)).toEqual([]);
  });

  it('stays sound through any moves, copies, removals and requirements', () => {
    const act = fc.record({ what: fc.constantFrom('up', 'down', 'copy', 'remove', 'require', 'free', 'section', 'merge'), at: fc.nat(20) });
    fc.assert(fc.property(fc.array(fc.constantFrom(...QUESTION_KINDS), { minLength: 2, maxLength: 8 }), fc.array(act, { maxLength: 12 }), (kinds, acts) => {
      let form = withAll('text', ...kinds);
      for (const { what, at } of acts) {
        const path = paths(form)[at % paths(form).length] ?? '';
        if (what === 'up' || what === 'down') form = step(form, path, what === 'up' ? -1 : 1) ?? form;
        else if (what === 'copy') form = copyQuestion(form, path, freePath(form, []));
        else if (what === 'remove' && paths(form).length > 2) form = removeQuestion(form, path);
        else if (what === 'section') form = addSection(form, { ru: 'Раздел' });
        else if (what === 'merge') form = removeSection(form, at % form.ui.sections.length);
        else if (placeOf(form, path) && !questionsOf(form).some((field) => field.path === path && field.widget === 'info')) form = setRequired(form, path, what === 'require');
        expect(new Set(paths(form)).size).toBe(paths(form).length);
      }
      const filled = { ...form, ui: { sections: form.ui.sections.filter(({ fields }) => fields.length > 0) } };
      expect(problemsOfForm(filled)).toEqual([]);
    }), { numRuns: 60 });
  });
});

describe('editing', () => {
  it('never gives a new question a name that one of an earlier version had', () => {
    expect(freePath(withAll('text', 'text'), ['q3', 'q4'])).toBe('q5');
  });

  it('moves a question up to the section before it, and not past the first', () => {
    const form = addQuestion(addSection(withAll('text'), { ru: 'Ещё' }), { kind: 'date', path: 'q2', label: 'Дата', at: { section: 1, index: 0 } });
    const moved = step(form, 'q2', -1) ?? form;
    expect(placeOf(moved, 'q2')).toEqual({ section: 0, index: 1 });
    expect(step(step(moved, 'q2', -1) ?? moved, 'q2', -1)).toBeNull();
    expect(paths(moveQuestion(withAll('text', 'text', 'text'), 'q1', { section: 0, index: 3 }))).toEqual(['q2', 'q3', 'q1']);
  });

  it('takes away with a question what is said of it alone', () => {
    const form: FormDefinition = { ...setRequired(withAll('text', 'number'), 'q1', true), rules: [{ type: 'required', path: 'q1' }, { type: 'readonly', path: 'q2' }] };
    const left = removeQuestion(form, 'q1');
    expect([schemaAt(left, 'q1'), isRequired(left, 'q1'), left.rules]).toEqual([null, false, [{ type: 'readonly', path: 'q2' }]]);
  });

  it('a required consent has to be given, not only answered', () => {
    const form = setRequired(withAll('consent'), 'q1', true);
    expect(schemaAt(form, 'q1')).toEqual({ type: 'boolean', const: true });
    expect(schemaAt(setRequired(form, 'q1', false), 'q1')).toEqual({ type: 'boolean' });
  });

  it('a condition on a question suggests a whole one, and is sound', () => {
    const form = withAll('choice', 'scale', 'yesNo', 'consent', 'choices', 'text');
    for (const question of conditionQuestions(form, 'q6')) {
      const shown = setVisible(form, 'q6', firstCondition(form, question));
      expect(builderProblems(shown)).toEqual([]);
      expect(problemsOfForm(shown)).toEqual([]);
    }
  });
});

describe('problems', () => {
  it('names what is unfinished at its question', () => {
    const form = patchSchema(patchField(withAll('text', 'choice'), 'q1', { label: { ru: ' ' } }), 'q1', { minLength: 10, maxLength: 5 });
    const twice = patchField(form, 'q2', { options: [{ value: 'a', label: 'Да' }, { value: 'b', label: 'да' }] });
    expect(builderProblems(twice)).toEqual([{ at: 'q1', key: 'labelMissing' }, { at: 'q1', key: 'limitsCrossed' }, { at: 'q2', key: 'optionTwice' }]);
  });

  it('tells of a condition whose question is gone', () => {
    const form = setVisible(withAll('text', 'text'), 'q2', { variable: 'q1', operator: 'isNotEmpty' });
    expect(builderProblems(removeQuestion(form, 'q1'))).toEqual([{ at: 'q2', key: 'conditionOnNothing' }]);
  });

  it('finds the question of the server’s pointer', () => {
    const form: FormDefinition = { ...withAll('text', 'text'), rules: [{ type: 'required', path: 'q2' }] };
    expect(['/ui/sections/0/fields/1/label', '/schema/properties/q1/minLength', '/rules/0/when', '/title'].map((pointer) => questionAt(form, { pointer }))).toEqual(['q2', 'q1', 'q2', null]);
  });
});

describe('two people', () => {
  const base = withAll('text', 'number', 'date');

  it('keep both changes of different questions, and a question that each has added', () => {
    const mine = addQuestion(patchField(base, 'q1', { label: { ru: 'Моё' } }), { kind: 'text', path: 'q4', label: 'Новый мой', at: { section: 0, index: 3 } });
    const theirs = addQuestion(patchSchema(base, 'q2', { minimum: 1 }), { kind: 'text', path: 'q5', label: 'Новый их', at: { section: 0, index: 0 } });
    const { form, clashes } = mergeForms(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect([...paths(form)].sort()).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
    expect(questionsOf(form).find(({ path }) => path === 'q1')?.label).toEqual({ ru: 'Моё' });
    expect(schemaAt(form, 'q2')).toMatchObject({ minimum: 1 });
    expect(problemsOfForm(form)).toEqual([]);
  });

  it('are told where both have changed one question: mine stands', () => {
    const { form, clashes } = mergeForms(base, patchField(base, 'q1', { label: { ru: 'Моё' } }), patchField(base, 'q1', { label: { ru: 'Их' } }));
    expect(questionsOf(form)[0]?.label).toEqual({ ru: 'Моё' });
    expect(clashes.map(({ label }) => label)).toEqual([{ ru: 'Их' }]);
  });

  it('a question that one has removed is gone, unless the other has worked on it', () => {
    expect(paths(mergeForms(base, removeQuestion(base, 'q2'), base).form)).toEqual(['q1', 'q3']);
    expect(paths(mergeForms(base, base, removeQuestion(base, 'q2')).form)).toEqual(['q1', 'q3']);
    expect([...paths(mergeForms(base, removeQuestion(base, 'q2'), patchField(base, 'q2', { help: 'Подсказка' })).form)].sort()).toEqual(['q1', 'q2', 'q3']);
  });
});

describe('compareForms', () => {
  it('tells rewording from another question', () => {
    const before = withAll('text', 'number', 'date');
    const after = addQuestion(setRequired(patchSchema(patchField(removeQuestion(before, 'q3'), 'q1', { label: { ru: 'Иначе' } }), 'q2', { minimum: 0 }), 'q2', true), { kind: 'scale', path: 'q4', label: 'Полезность', at: { section: 0, index: 2 } });
    expect(compareForms(before, after).map(({ kind, field }) => [kind, field.path])).toEqual([['reworded', 'q1'], ['limits', 'q2'], ['required', 'q2'], ['added', 'q4'], ['removed', 'q3']]);
    expect(compareForms(before, before)).toEqual([]);
  });
});
