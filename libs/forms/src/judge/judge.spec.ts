import type { FormDefinition, FormField, FormRule } from '@reglament/contracts';
import { problemsOfForm } from '../problems/problems-of-form.js';
import { compileForm } from './compile-form.js';
import { judge } from './judge.js';
import type { JudgeOptions, Verdict } from './verdict.js';

const options: JudgeOptions = { now: '2026-11-22T05:00:00Z', zone: 'Asia/Krasnoyarsk', locale: 'ru', mode: 'submit' };

function form(properties: Record<string, unknown>, rules: FormRule[] = [], required: string[] = [], more: Record<string, unknown> = {}): FormDefinition {
  const widget = (schema: unknown): Partial<FormField> => {
    const { type, format, items } = schema as { type?: string; format?: string; items?: { properties?: Record<string, unknown> } };
    if (type === 'array') {
      return { widget: 'rows', fields: Object.entries(items?.properties ?? {}).map(([path, inner]) => ({ path, label: path, ...widget(inner) }) as FormField) };
    }
    if (format === 'date') return { widget: 'date' };
    return { widget: type === 'number' || type === 'integer' ? 'number' : type === 'boolean' ? 'checkbox' : type === 'string' ? 'text' : 'select' };
  };
  const fields = Object.entries(properties)
    .filter(([, schema]) => (schema as { type?: string }).type !== 'object')
    .map(([path, schema]) => ({ path, label: path, ...widget(schema) }) as FormField);
  const definition: FormDefinition = {
    format: 1, key: 'sample', title: 'Образец', schema: { type: 'object', properties, required, ...more },
    ui: { sections: [{ key: 'main', title: 'Главное', fields }] }, rules,
  };
  expect(problemsOfForm(definition).filter(({ code }) => code !== 'ui.missingField')).toEqual([]);
  return definition;
}

const judged = (definition: FormDefinition, data: unknown, more: Partial<JudgeOptions> = {}): Verdict => judge(compileForm(definition), data, { ...options, ...more });
const said = (verdict: Verdict) => verdict.errors.map(({ pointer, message }) => `${pointer}: ${message}`);

const text = { type: 'string', maxLength: 3000 };
const count = { type: 'integer', minimum: 0 };

describe('judge', () => {
  it('asks for a missing field at the field, in both languages', () => {
    const definition = form({ title: text }, [], ['title']);
    expect(said(judged(definition, {}))).toEqual(['/title: Заполните поле']);
    expect(said(judged(definition, { title: '' }, { locale: 'en' }))).toEqual(['/title: Fill in this field']);
  });

  it('counts the characters that are lacking in words', () => {
    const definition = form({ text: { type: 'string', minLength: 100 } });
    expect(said(judged(definition, { text: 'а' }))).toEqual(['/text: Минимум 100 символов']);
  });

  it('refuses fields that the form does not have, also inside rows and under inherited names', () => {
    const definition = form({ items: { type: 'array', items: { type: 'object', properties: { name: text } } } });
    expect(said(judged(definition, { role: 'admin', items: [{ name: 'a', price: 1 }] }))).toEqual([
      '/items/0/price: Поля «price» в этой форме нет', '/role: Поля «role» в этой форме нет',
    ]);
    expect(judged(definition, JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "toString": 2}')).errors).toHaveLength(3);
  });

  it('does not take inherited members for given fields', () => {
    const definition = form({ toString: text, constructor: text }, [], ['toString', 'constructor']);
    expect(judged(definition, {}).errors.map(({ code }) => code)).toEqual(['required', 'required']);
  });

  it('says a broken check in the author’s words, and is silent while an operand is missing', () => {
    const rule: FormRule = { type: 'check', key: 'share', must: { feel: 'numerator <= denominator' }, message: 'Числитель больше знаменателя', at: 'numerator' };
    const definition = form({ numerator: count, denominator: count }, [rule]);
    expect(said(judged(definition, { numerator: 3, denominator: 2 }))).toEqual(['/numerator: Числитель больше знаменателя']);
    expect(judged(definition, { numerator: 3 }).valid).toBe(true);
    expect(judged(definition, { numerator: 2, denominator: 2 }).valid).toBe(true);
  });

  it('runs a check in every row, with the row’s fields and the whole form in scope', () => {
    const items = { type: 'array', items: { type: 'object', properties: { due: { type: 'string', format: 'date' } } } };
    const rule: FormRule = { type: 'check', key: 'in-time', path: 'items[]', must: { feel: 'due <= form.until' }, message: 'Позже общего срока', at: 'due' };
    const definition = form({ until: { type: 'string', format: 'date' }, items }, [rule]);
    const verdict = judged(definition, { until: '2026-12-01', items: [{ due: '2026-11-30' }, { due: '2026-12-02' }, {}] });
    expect(said(verdict)).toEqual(['/items/1/due: Позже общего срока']);
  });

  it('leaves hidden fields out of what is submitted and keeps them in a draft', () => {
    const rules: FormRule[] = [
      { type: 'visible', path: 'reason', when: { variable: 'refused', operator: 'equals', value: true } },
      { type: 'required', path: 'reason' },
    ];
    const definition = form({ refused: { type: 'boolean' }, reason: { type: 'string', minLength: 10 } }, rules, ['reason']);
    const verdict = judged(definition, { refused: false, reason: 'нет' });
    expect(verdict).toMatchObject({ valid: true, data: { refused: false }, states: { hidden: ['/reason'], required: [] } });
    expect(verdict.data).not.toHaveProperty('reason');
    expect(judged(definition, { refused: false, reason: 'нет' }, { mode: 'draft' }).data).toEqual({ refused: false, reason: 'нет' });
    expect(said(judged(definition, { refused: true }))).toEqual(['/reason: Заполните поле']);
  });

  it('calculates through chains and rows, over what was typed', () => {
    const items = { type: 'array', items: { type: 'object', properties: { price: count, amount: count, sum: { type: 'number' } } } };
    const definition = form({ items, total: { type: 'number' }, large: { type: 'boolean' } }, [
      { type: 'calculated', path: 'large', value: { feel: 'total > 100' } },
      { type: 'calculated', path: 'total', value: { feel: 'sum(items.sum)' } },
      { type: 'calculated', path: 'items[].sum', value: { feel: 'price * amount' } },
    ]);
    const verdict = judged(definition, { items: [{ price: 10, amount: 4 }, { price: 5, amount: 20, sum: 1 }], total: 7 });
    expect(verdict.data).toEqual({ items: [{ price: 10, amount: 4, sum: 40 }, { price: 5, amount: 20, sum: 100 }], total: 140, large: true });
  });

  it('lets a hidden field drag the fields that depend on it', () => {
    const definition = form({ first: { type: 'boolean' }, second: { type: 'boolean' }, third: text }, [
      { type: 'visible', path: 'third', when: { feel: 'second = true' } },
      { type: 'visible', path: 'second', when: { feel: 'first = true' } },
    ]);
    expect(judged(definition, { first: false, second: true, third: 'x' }).data).toEqual({ first: false });
    expect(judged(definition, { first: true, second: true, third: 'x' }).data).toEqual({ first: true, second: true, third: 'x' });
  });

  it('hides every field of a hidden section', () => {
    const plain = form({ kind: text, number: count, reason: text }, [], ['number']);
    const [section] = plain.ui.sections;
    const definition: FormDefinition = {
      ...plain,
      ui: {
        sections: [
          { key: 'kind', title: 'x', fields: (section?.fields ?? []).slice(0, 1) },
          { key: 'rest', title: 'x', visible: { variable: 'kind', operator: 'equals', value: 'new' }, fields: (section?.fields ?? []).slice(1) },
        ],
      },
    };
    expect(judged(definition, { kind: 'old', reason: 'x' })).toMatchObject({ valid: true, data: { kind: 'old' }, states: { hidden: ['/number', '/reason'] } });
    expect(said(judged(definition, { kind: 'new' }))).toEqual(['/number: Заполните поле']);
  });

  it('judges today by the given moment and zone', () => {
    const definition = form({ date: { type: 'string', format: 'date' } }, [
      { type: 'check', key: 'not-future', must: { feel: 'date <= today()' }, message: 'Дата в будущем', at: 'date' },
    ]);
    const late = { now: '2026-11-22T20:00:00Z' };
    expect(judged(definition, { date: '2026-11-23' }, late).valid).toBe(true);
    expect(said(judged(definition, { date: '2026-11-23' }, { ...late, zone: 'UTC' }))).toEqual(['/date: Дата в будущем']);
  });

  it('accepts a half-typed draft and refuses only what could not be stored', () => {
    const definition = form({ title: { type: 'string', minLength: 5 }, score: count, email: { type: 'string', format: 'email' } }, [], ['title']);
    expect(judged(definition, { score: '12a', email: 'ivan@' }, { mode: 'draft' })).toMatchObject({ valid: true, data: { score: '12a', email: 'ivan@' } });
    expect(judged(definition, { title: ['x'] }, { mode: 'draft' }).errors.map(({ code }) => code)).toEqual(['type']);
    expect(judged(definition, { other: 1 }, { mode: 'draft' }).errors.map(({ code }) => code)).toEqual(['unknownField']);
  });

  it('puts read-only fields back to what was given out, rows found by their id', () => {
    const items = { type: 'array', items: { type: 'object', properties: { id: text, old: text, fresh: text } } };
    const definition = form({ sum: count, items }, [{ type: 'readonly', path: 'sum' }, { type: 'readonly', path: 'items[].old' }]);
    const base = { sum: 5, items: [{ id: 'a', old: 'A' }, { id: 'b', old: 'B' }] };
    const sent = { sum: 50, items: [{ id: 'b', old: 'x', fresh: 'y' }, { id: 'a', old: 'A' }, { id: 'new', old: 'z' }] };
    expect(judged(definition, sent, { base }).data).toEqual({ sum: 5, items: [{ id: 'b', old: 'B', fresh: 'y' }, { id: 'a', old: 'A' }, { id: 'new' }] });
  });

  it('puts errors in the order of the form, rows in their order', () => {
    const items = { type: 'array', items: { type: 'object', properties: { b: text, a: text }, required: ['a', 'b'] } };
    const definition = form({ last: text, items, first: text }, [], ['first', 'last']);
    const pointers = judged(definition, { items: [{}, { a: 'x' }] }).errors.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/last', '/items/0/b', '/items/0/a', '/items/1/b', '/first']);
  });

  it('puts the errors of a clause before those of its sub-clauses, in the order of its fields', () => {
    const clause = {
      type: 'object', required: ['id', 'type', 'text'],
      properties: { id: text, type: text, text, executor: { type: 'string', format: 'party' }, clauses: { type: 'array', items: { $ref: '#/$defs/clause' } } },
    };
    const definition: FormDefinition = {
      format: 1, key: 'tree', title: 'Пункты',
      schema: { type: 'object', $defs: { clause }, properties: { clauses: { type: 'array', items: { $ref: '#/$defs/clause' } } } },
      ui: { sections: [{ key: 'main', title: 'x', fields: [{ path: 'clauses', widget: 'clauseTree', label: 'Пункты', clauseTypes: [{ value: 'task', label: 'Поручение' }] }] }] },
      rules: [{ type: 'required', path: 'clauses[**].executor', when: { variable: 'type', operator: 'equals', value: 'task' } }],
    };
    expect(problemsOfForm(definition)).toEqual([]);
    const clauses = [{ id: 'a', type: 'task', clauses: [{ id: 'b', type: 'task', clauses: [{ id: 'c', type: 'note' }] }, { id: 'd', type: 'note' }] }, { id: 'e', type: 'note' }];
    expect(judged(definition, { clauses }).errors.map(({ pointer }) => pointer)).toEqual([
      '/clauses/0/text', '/clauses/0/executor', '/clauses/0/clauses/0/text', '/clauses/0/clauses/0/executor', '/clauses/0/clauses/0/clauses/0/text',
      '/clauses/0/clauses/1/text', '/clauses/1/text',
    ]);
  });

  it('reports the fields of a required group that is empty', () => {
    const definition = form({ period: { type: 'object', properties: { from: text }, required: ['from'] }, other: text }, [], ['period']);
    const shown = { ...definition, ui: { sections: [{ key: 'main', title: 'x', fields: [{ path: 'period.from', widget: 'text', label: 'С' }] }] } } as FormDefinition;
    expect(said(judged(shown, { period: { from: '' } }))).toEqual(['/period/from: Заполните поле']);
  });

  it('refuses data beyond the limits before any schema looks at it', () => {
    const definition = form({ title: text });
    const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => [inner], []);
    expect(judged(definition, { title: deep }).errors.map(({ code }) => code)).toEqual(['tooLarge']);
    expect(judged(definition, { title: 'я'.repeat(1_000_001) }).errors.map(({ code }) => code)).toEqual(['tooLarge']);
    expect(judged(definition, [1, 2]).errors.map(({ code }) => code)).toEqual(['type']);
  });

  it('answers at once on a pattern that would freeze a backtracking engine', () => {
    const definition = form({ code: { type: 'string', pattern: '^(a+)+$', maxLength: 100 } });
    expect(said(judged(definition, { code: `${'a'.repeat(60)}!` }))).toEqual(['/code: Значение записано не по образцу']);
  });
});
