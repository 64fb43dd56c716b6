import type { FormDefinition, FormField } from '@reglament/contracts';
import { checkRegistries } from './check-registries.js';
import type { PackageFile, PackageFiles, ReadPackages } from './read-package-files.js';

const person: FormField = { path: 'person', widget: 'party', label: 'Who', partyTypes: ['person'] };
const card = {
  format: 1, key: 'card', title: 'Card',
  schema: {
    type: 'object', required: ['person', 'subject'], additionalProperties: false,
    properties: {
      person: { type: 'string', format: 'party' }, subject: { type: 'string' }, years: { type: 'integer' }, tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
      meetings: { type: 'array', items: { type: 'object', properties: { on: { type: 'string', format: 'date' } }, additionalProperties: false } },
    },
  },
  ui: { sections: [{ key: 'all', title: 'Card', fields: [
    person, { path: 'subject', widget: 'text', label: 'Subject' }, { path: 'years', widget: 'number', label: 'Years' }, { path: 'tags', widget: 'multiselect', label: 'Tags' },
    { path: 'meetings', widget: 'rows', label: 'Meetings', fields: [{ path: 'on', widget: 'date', label: 'On' }] },
  ] }] },
} satisfies FormDefinition;
const cards = { format: 1, key: 'cards', title: 'Cards', form: 'card', naturalKey: ['person', 'subject'], titleField: 'subject', columns: [{ field: 'person' }, { field: 'tags', filter: true }], read: ['keeper'] };

const file = (folder: string, key: string, json: unknown): PackageFile => ({ file: `workflows/school/${folder}/${key}.json`, key, json });
function packages(registry: unknown, form: unknown = card): ReadPackages {
  const school = { roles: file('.', 'roles', [{ key: 'keeper', title: 'Keeper' }]), things: { registries: [file('registries', 'cards', registry)], forms: [file('forms', 'card', form)] } };
  return { packages: [school as unknown as PackageFiles], sharedForms: [], problems: [] };
}
const told = (read: ReadPackages) => checkRegistries(read).map(({ pointer, found, expected }) => [pointer, found, expected]);

describe('a registry of a package', () => {
  it('whose fields are those of its form has nothing against it', () => {
    expect(told(packages(cards))).toEqual([]);
  });

  it('is told every field, role and form that is not there, at its place and with what would do', () => {
    expect(told(packages({ ...cards, naturalKey: ['who'], titleField: 'tags', columns: [{ field: 'meetings' }], read: ['ghost'], lookup: ['keeper', 'nobody'] }))).toEqual([
      ['/read/0', '"ghost"', 'one of the roles keeper'],
      ['/lookup/1', '"nobody"', 'one of the roles keeper'],
      ['/naturalKey/0', '"who"', 'a field of the form "card" with one value: person, subject, years'],
      ['/titleField', '"tags"', 'a field of the form "card" with one value: person, subject, years'],
      ['/columns/0/field', '"meetings"', 'a field of the form "card" with a value or a list of values: person, subject, years, tags'],
    ]);
    expect(told(packages({ ...cards, form: 'nothing' }))).toEqual([['/form', '"nothing"', 'one of the forms card']]);
  });

  it('has a natural key that no record can be without, and shows a field once', () => {
    expect(told(packages({ ...cards, naturalKey: ['years'], columns: [{ field: 'person' }, { field: 'person' }] }))).toEqual([
      ['/naturalKey/0', '"years"', expect.stringContaining('requires')],
      ['/columns/1/field', '"person"', 'a field that no column before shows'],
    ]);
  });

  it('counts over fields of its form, and by values that the form lets through', () => {
    const figures = [
      { key: 'all', title: 'All', type: 'count' },
      { key: 'tagged', title: 'Tagged', type: 'share', where: [{ field: 'tags', anyOf: ['a'] }], of: [{ field: 'subject', filled: true }, { field: 'tags', noneOf: ['b'] }] },
      { key: 'years', title: 'Years', type: 'mean', field: 'years', unit: 'years' },
      { key: 'subjects', title: 'Subjects', type: 'groups', by: 'subject' },
    ];
    expect(told(packages({ ...cards, figures }))).toEqual([]);
    expect(told(packages({ ...cards, columns: [{ field: 'tags', filter: 'latest' }], figures: [
      { ...figures[0], where: [{ field: 'age', filled: true }] },
      { ...figures[1], key: 'all', of: [{ field: 'tags', noneOf: ['b', 'c'] }] },
      { ...figures[2], field: 'subject' },
      { ...figures[3], by: 'tags' },
    ] }))).toEqual([
      ['/columns/0/field', '"tags"', expect.stringContaining('with one value, to offer those that the records have: person, subject, years')],
      ['/figures/0/where/0/field', '"age"', 'a field of the form "card" with a value or a list of values: person, subject, years, tags'],
      ['/figures/1/key', '"all"', 'a key that no figure before has'],
      ['/figures/1/of/0/noneOf/1', '"c"', 'one of the values that the form "card" lets through: a, b'],
      ['/figures/2/field', '"subject"', 'a field of the form "card" with a number: years'],
      ['/figures/3/by', '"tags"', 'a field of the form "card" with one value: person, subject, years'],
    ]);
    expect(told(packages({ ...cards, figures: [{ key: 'x', title: 'X', type: 'median', field: 'years' }] }))).toEqual([[expect.stringMatching(/^\/figures\/0/u), expect.any(String), expect.any(String)]]);
  });

  it('of a wrong shape is told so with place, found and expected', () => {
    const { read: _, ...without } = cards;
    expect(told(packages({ ...without, color: 'red' }))).toEqual(expect.arrayContaining([['/read', expect.any(String), 'a required key'], ['/color', expect.any(String), 'no such key']]));
  });

  it('is what a lookup field of a form names', () => {
    const looking = (kind: string) => ({ ...card, ui: { sections: [{ ...card.ui.sections[0], fields: [{ ...person, partyTypes: ['person', kind] }, ...card.ui.sections[0]!.fields.slice(1)] }] } });
    expect(told(packages(cards, looking('record:cards')))).toEqual([]);
    expect(told(packages(cards, looking('record:books')))).toEqual([['/ui/sections/0/fields/0/partyTypes/1', '"record:books"', 'one of record:cards']]);
  });
});
