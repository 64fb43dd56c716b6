import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FormDefinition } from '@reglament/contracts';
import { compileForm, standaloneModule } from '../judge/compile-form.js';
import { compileStandaloneForm, type StandaloneModule } from '../judge/compile-standalone-form.js';
import { judge } from '../judge/judge.js';
import { validatorRuntime } from './runtime.js';

const definition: FormDefinition = {
  format: 1, key: 'sample', title: 'Образец',
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 2, maxLength: 5, pattern: '^[А-Яа-яA-Za-z]+$' },
      mail: { type: 'string', format: 'email' },
      due: { type: 'string', format: 'date' },
      who: { type: 'string', format: 'party' },
      count: { type: 'integer', minimum: 1, maximum: 9 },
      kind: { enum: ['a', 'b'] },
      rows: { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true, items: { type: 'object', properties: { what: { type: 'string' }, sum: { type: 'number', multipleOf: 0.5 } }, required: ['what'] } },
    },
    required: ['name', 'kind'],
    if: { properties: { kind: { const: 'b' } } }, then: { required: ['count'] },
    anyOf: [{ required: ['mail'] }, { required: ['who'] }],
  },
  ui: {
    sections: [{
      key: 'main', title: 'x', fields: [
        { path: 'name', widget: 'text', label: 'x' }, { path: 'mail', widget: 'text', label: 'x' }, { path: 'due', widget: 'date', label: 'x' },
        { path: 'who', widget: 'party', label: 'x' }, { path: 'count', widget: 'number', label: 'x' }, { path: 'kind', widget: 'select', label: 'x' },
        { path: 'rows', widget: 'rows', label: 'x', fields: [{ path: 'what', widget: 'text', label: 'x' }, { path: 'sum', widget: 'number', label: 'x' }] },
      ],
    }],
  },
  rules: [{ type: 'visible', path: 'due', when: { variable: 'kind', operator: 'equals', value: 'a' } }],
};

const value = fc.oneof(
  fc.string({ maxLength: 7 }), fc.constantFrom('Анна', 'a', 'b', 'ivan@school.ru', '2026-11-22', '2026-02-30', 'person:00000000-0000-4000-8000-000000000001', ''),
  fc.integer({ min: -2, max: 12 }), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.record({ what: fc.string({ maxLength: 3 }), sum: fc.double() }, { requiredKeys: [] }), { maxLength: 4 }),
);
const names = fc.constantFrom('name', 'mail', 'due', 'who', 'count', 'kind', 'rows', 'other', 'constructor');
const data = fc.dictionary(names, value);

/** Data that a person might send: mostly right, so that the rules beyond the types are reached. */
const likely = fc.record({
  name: fc.constantFrom('Анна', 'Ян', 'Я'), kind: fc.constantFrom('a', 'b'), mail: fc.constantFrom('ivan@school.ru', 'ivan'), due: fc.constantFrom('2026-11-22', '2026-02-30'),
  count: fc.integer({ min: 0, max: 9 }), rows: fc.array(fc.record({ what: fc.string({ maxLength: 3 }), sum: fc.constantFrom(0.5, 1, 0.3) }, { requiredKeys: [] }), { maxLength: 4 }),
}, { requiredKeys: ['name', 'kind'] });

describe('standaloneModule', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'standalone-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the same verdict in the same words as the compiled form, whatever the data', async () => {
    const file = path.join(folder, 'validator.mjs');
    writeFileSync(file, standaloneModule(definition));
    const standalone = compileStandaloneForm(definition, (await import(file)) as StandaloneModule);
    const compiled = compileForm(definition);
    fc.assert(fc.property(fc.oneof(data, likely), fc.constantFrom('ru' as const, 'en' as const), fc.constantFrom('draft' as const, 'submit' as const), (given, locale, mode) => {
      const options = { now: '2026-11-22T00:00:00Z', zone: 'UTC', locale, mode };
      expect(judge(standalone, given, options)).toEqual(judge(compiled, given, options));
    }), { numRuns: 500 });
  });

  it('is the same text for the same form', () => {
    expect(standaloneModule(definition)).toBe(standaloneModule(structuredClone(definition)));
  });

  it('imports nothing and makes no code at run time', () => {
    const text = standaloneModule(definition);
    expect(text).not.toMatch(/^\s*import\s|\bimport\(|new Function|\beval\(/mu);
  });

  it('cannot reach more than its fixed runtime', () => {
    expect(() => validatorRuntime('node:fs')).toThrow('node:fs');
  });
});

describe('judge', () => {
  it('is stable: what it gives back for valid data is valid and stays as it is', () => {
    const form = compileForm(definition);
    const options = { now: '2026-11-22T00:00:00Z', zone: 'UTC', locale: 'ru', mode: 'submit' } as const;
    let valid = 0;
    fc.assert(fc.property(likely, (given) => {
      const first = judge(form, given, options);
      if (!first.valid) return;
      valid += 1;
      expect(judge(form, first.data, options)).toEqual({ ...first, states: expect.anything() });
    }), { numRuns: 500 });
    expect(valid).toBeGreaterThan(5);
  });

  it('never changes what it was given', () => {
    const form = compileForm(definition);
    fc.assert(fc.property(data, (given) => {
      const before = structuredClone(given);
      judge(form, given, { now: '2026-11-22T00:00:00Z', zone: 'UTC', locale: 'ru', mode: 'draft' });
      expect(given).toEqual(before);
    }));
  });
});
