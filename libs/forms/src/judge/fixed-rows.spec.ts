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

  it('were given out empty where nothing could be told', () => {
    const empty = { items: [{ id: 'a', name: null }] };
    const options = { now: '2026-11-22T12:00:00Z', zone: 'Asia/Krasnoyarsk', locale: 'en', mode: 'submit', base: empty } as const;
    for (const items of [[{ id: 'a', value: 1 }], []]) expect(judge(form, { items }, options)).toMatchObject({ valid: true, data: { items: [{ id: 'a' }] } });
  });

  it('keep a read-only field that is shown only where it holds something', () => {
    const own = structuredClone(definition) as unknown as { ui: { sections: [{ fields: [{ fields: [Record<string, unknown>] }] }] } };
    own.ui.sections[0].fields[0].fields[0]['visible'] = { variable: 'name', operator: 'isNotEmpty' };
    const options = { now: '2026-11-22T12:00:00Z', zone: 'Asia/Krasnoyarsk', locale: 'en', mode: 'submit', base } as const;
    expect(judge(compileForm(own as unknown as FormDefinition), { items: [{ id: 'a' }, { id: 'b', name: 'Mine' }] }, options).data).toEqual(base);
  });

  it('stand there even where nothing was sent', () => {
    expect(judged(undefined).data).toEqual(base);
    expect(judged('none').data).toEqual(base);
  });
});
