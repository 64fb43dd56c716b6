import type { FormField } from '@reglament/contracts';
import { filePlaces } from './file-places.js';

describe('the files of a form', () => {
  it('are found with their fields, alone, several in a field, and in rows', () => {
    const scan = { path: 'scan', widget: 'file', label: 'Скан', accept: ['.pdf'] } satisfies FormField;
    const more = { path: 'more', widget: 'files', label: 'Ещё', maxBytes: 10 } satisfies FormField;
    const fields = new Map<string, FormField>([['scan', scan], ['more', more], ['items[].scan', scan], ['title', { path: 'title', widget: 'text', label: 'Тема' }]]);
    const file = (id: string) => ({ id, name: `${id}.pdf` });
    const found = filePlaces({ fields }, { title: 'x', scan: file('a'), more: [file('b'), file('c')], items: [{}, { scan: file('d') }] });
    expect(found.map(({ pointer, reference, rule }) => [pointer, reference, rule])).toEqual([['/scan', 'a', scan], ['/more', 'b', more], ['/more', 'c', more], ['/items/1/scan', 'd', scan]]);
  });
});
