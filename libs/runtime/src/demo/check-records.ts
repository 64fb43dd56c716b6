import { sampleRecordsSchema, type SampleOrganisations, type SamplePeople, type SampleRecords } from '@reglament/contracts';
import type { PackageProblem } from '../packages/package-problem.js';
import type { ReadPackages } from '../packages/read-package-files.js';
import { compileObjectCheck } from '../services/object-check.js';
import { placeholderOf } from './fill-in.js';
import { sampleFiles } from './samples.js';

const shape = compileObjectCheck(sampleRecordsSchema);

/** What is wrong with `samples/records.json`: its shape, then registries, organisations, people and records that are not there. */
export function checkRecords(read: ReadPackages): readonly PackageProblem[] {
  const files = sampleFiles(read, 'records');
  const wrong = files.flatMap(({ file, json }) => shape(json).map((problem) => ({ file, ...problem })));
  if (wrong.length > 0) return wrong;
  const keysOf = <Item extends { readonly key: string }>(name: 'people' | 'organisations'): ReadonlySet<string> => new Set(sampleFiles(read, name).flatMap(({ json }) => (Array.isArray(json) ? (json as Item[]).map(({ key }) => key) : [])));
  const known = { $person: keysOf<SamplePeople[number]>('people'), $organisation: keysOf<SampleOrganisations[number]>('organisations'), $record: new Set<string>() };
  const registries = new Set(read.packages.flatMap(({ things }) => things.registries.map(({ key }) => key)));
  return files.flatMap(({ file, json }) => (json as SampleRecords).flatMap((record, i) => {
    const problems = [
      ...(known.$record.has(record.key) ? [{ pointer: '/key', found: quoted(record.key), expected: 'a key of its own' }] : []),
      ...(registries.has(record.registry) ? [] : [{ pointer: '/registry', found: quoted(record.registry), expected: `one of the registries ${[...registries].join(', ')}` }]),
      ...(known.$organisation.has(record.organisation) ? [] : [{ pointer: '/organisation', found: quoted(record.organisation), expected: 'the key of an organisation' }]),
      ...checkValues(record.data, '/data', known),
    ];
    known.$record.add(record.key);
    return problems.map((problem) => ({ file, ...problem, pointer: `/${i}${problem.pointer}` }));
  }));
}

type Known = Readonly<Record<'$person' | '$organisation' | '$record', ReadonlySet<string>>>;
const WANTED = { $person: 'the key of a person', $organisation: 'the key of an organisation', $record: 'the key of a record before this one' } as const;

function checkValues(value: unknown, pointer: string, known: Known): readonly Omit<PackageProblem, 'file'>[] {
  const placeholder = placeholderOf(value);
  if (placeholder?.name === '$file') return [{ pointer, found: '"$file"', expected: 'no file: a record is made without anybody who uploads one' }];
  if (placeholder?.name === '$person' || placeholder?.name === '$organisation' || placeholder?.name === '$record') {
    const { name, given } = placeholder;
    return known[name].has(String(given)) ? [] : [{ pointer: `${pointer}/${name}`, found: quoted(String(given)), expected: WANTED[name] }];
  }
  if (placeholder || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => checkValues(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, known));
}

function quoted(text: string): string {
  return `"${text}"`;
}
