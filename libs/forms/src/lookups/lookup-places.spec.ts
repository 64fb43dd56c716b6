import type { FormField } from '@reglament/contracts';
import { lookupPlaces } from './lookup-places.js';

const field = (path: string, partyTypes?: readonly string[], widget = 'party'): readonly [string, FormField] => [path, { path, widget, label: path, partyTypes } as unknown as FormField];

describe('references in lookup fields', () => {
  it('are found with their field, in rows too, and with the registries that the field takes', () => {
    const form = { fields: new Map([field('mentor', ['record:mentors']), field('people', ['person', 'record:mentors', 'record:guests'], 'parties'), field('rows[].who'), field('title', undefined, 'text')]) };
    expect(lookupPlaces(form, { mentor: 'record:1', people: ['person:2', 'record:3'], rows: [{ who: 'person:4' }, {}], title: 'record:5' })).toEqual([
      { pointer: '/mentor', reference: 'record:1', registries: ['mentors'] },
      { pointer: '/people', reference: 'person:2', registries: ['mentors', 'guests'] },
      { pointer: '/people', reference: 'record:3', registries: ['mentors', 'guests'] },
      { pointer: '/rows/0/who', reference: 'person:4', registries: [] },
    ]);
  });

  it('are none where the data holds something else', () => {
    expect(lookupPlaces({ fields: new Map([field('mentor'), field('people', undefined, 'parties')]) }, { mentor: 7, people: [null, { a: 1 }] })).toEqual([]);
  });
});
