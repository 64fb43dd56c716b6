import type { FormDefinition } from '@reglament/contracts';
import { compileForm } from './compile-form.js';
import { judge } from './judge.js';

const definition: FormDefinition = {
  format: 1, key: 'answers', title: 'Answers',
  schema: {
    type: 'object', additionalProperties: false,
    properties: {
      items: {
        type: 'array', maxItems: 50,
        items: { type: 'object', additionalProperties: false, properties: { id: { type: 'string' }, name: { type: 'string' }, value: { type: 'integer' } }, required: ['id'] },
      },
    },
  },
  ui: {
    sections: [{
      key: 'all', title: 'All', fields: [{
        path: 'items', widget: 'rows', label: 'Items', fixed: true, rowTitle: 'name',
        fields: [{ path: 'name', widget: 'text', label: 'Name', readOnly: true }, { path: 'value', widget: 'number', label: 'Value' }],
      }],
    }],
  },
};
const form = compileForm(definition);
const base = { items: [{ id: 'a', name: 'First' }, { id: 'b', name: 'Second' }] };
const judged = (items: unknown, mode: 'draft' | 'submit' = 'submit') => judge(form, { items }, { now: '2026-11-22T12:00:00Z', zone: 'Asia/Krasnoyarsk', locale: 'en', mode, base });

describe('fixed rows', () => {
  it('keep what was filled in', () => {
    expect(judged([{ id: 'a', name: 'First', value: 1 }, { id: 'b', name: 'Second', value: 2 }])).toMatchObject({ valid: true, data: { items: [{ id: 'a', value: 1 }, { id: 'b', value: 2 }] } });
  });

  it('cannot be added, taken away, moved or renamed, by whichever way the data come', () => {
    for (const mode of ['draft', 'submit'] as const) {
      const sent = [{ id: 'c', name: 'Own', value: 9 }, { id: 'b', name: 'Renamed', value: 2 }];
      expect(judged(sent, mode).data).toEqual({ items: [{ id: 'a', name: 'First' }, { id: 'b', name: 'Second', value: 2 }] });
    }
  });

  it('stand there even where nothing was sent', () => {
    expect(judged(undefined).data).toEqual(base);
    expect(judged('none').data).toEqual(base);
  });
});
