import type { FormDefinition } from '@reglament/contracts';
import { compileForm } from '../judge/compile-form.js';
import { structureOf } from '../structure/structure.js';
import { initialData, newRow } from './initial-data.js';

const row = { type: 'object', properties: { kind: { type: 'string', default: 'usual' }, what: { type: 'string' } } };
const definition: FormDefinition = {
  format: 1, key: 'sample', title: 'x',
  schema: {
    type: 'object',
    properties: {
      order: { enum: ['a', 'b'], default: 'a' }, period: { type: 'object', properties: { from: { type: 'string', default: '2026-01-01' }, to: { type: 'string' } } },
      rows: { type: 'array', items: row }, title: { type: 'string' },
    },
  },
  ui: { sections: [{ key: 'main', title: 'x', fields: [{ path: 'title', widget: 'text', label: 'x' }] }] },
};

describe('initialData', () => {
  const form = compileForm(definition);

  it('starts with the defaults, also of groups, and without rows', () => {
    expect(initialData(form)).toEqual({ data: { order: 'a', period: { from: '2026-01-01' } }, ignored: [] });
  });

  it('puts the prefill over the defaults, field by field', () => {
    expect(initialData(form, { order: 'b', period: { to: '2026-12-31' }, title: '' }).data).toEqual({ order: 'b', period: { from: '2026-01-01', to: '2026-12-31' } });
  });

  it('names what the form does not have', () => {
    expect(initialData(form, { title: 'О работе', signer: 'x' })).toMatchObject({ data: { title: 'О работе' }, ignored: ['signer'] });
  });

  it('hands out data that may be changed without changing the next', () => {
    const first = initialData(form).data;
    (first['period'] as Record<string, unknown>)['from'] = 'x';
    expect(initialData(form).data).toMatchObject({ period: { from: '2026-01-01' } });
  });

  it('gives a new row its defaults', () => {
    expect(newRow(structureOf(row))).toEqual({ kind: 'usual' });
  });
});
