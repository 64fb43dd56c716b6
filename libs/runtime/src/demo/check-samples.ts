import {
  sampleOrganisationsSchema, samplePeopleSchema, sampleSubstitutionsSchema,
  type Positions, type Roles, type SampleOrganisations, type SamplePeople, type SampleSubstitutions,
} from '@reglament/contracts';
import type { PackageProblem } from '../packages/package-problem.js';
import type { PackageFile, ReadPackages } from '../packages/read-package-files.js';
import { compileObjectCheck } from '../services/object-check.js';
import { checkCases } from './check-cases.js';
import { checkRecords } from './check-records.js';
import { sampleFiles } from './samples.js';

const shapes = {
  organisations: compileObjectCheck(sampleOrganisationsSchema),
  people: compileObjectCheck(samplePeopleSchema),
  substitutions: compileObjectCheck(sampleSubstitutionsSchema),
};

/** An entry of a sample file together with where it stands. */
interface Placed<Item> { readonly item: Item; readonly file: string; readonly pointer: string }

/**
 * Everything that is wrong with the samples of demo packages: each file's shape, then what its entries name. Where a shape is wrong,
 * references are not looked at: they would only repeat it.
 */
export function checkSamples(read: ReadPackages): readonly PackageProblem[] {
  const wrong = (['organisations', 'people', 'substitutions'] as const).flatMap((name) =>
    sampleFiles(read, name).flatMap(({ file, json }) => shapes[name](json).map((problem) => ({ file, ...problem }))));
  const cases = [...checkCases(read), ...checkRecords(read)];
  if (wrong.length > 0) return [...wrong, ...cases];
  const organisations = placed<SampleOrganisations[number]>(sampleFiles(read, 'organisations'));
  const people = placed<SamplePeople[number]>(sampleFiles(read, 'people'));
  return [
    ...unique(organisations, '/key', ({ key }) => key),
    ...unique(people, '/key', ({ key }) => key),
    ...unique(people, '/login', ({ login }) => login),
    ...checkTree(organisations, keysOf(read.packages.flatMap(({ things }) => things.calendars))),
    ...checkPeople(people, {
      organisation: new Set(organisations.map(({ item }) => item.key)),
      position: new Set(read.packages.flatMap(({ positions }) => listOf<Positions[number]>(positions).map(({ key }) => key))),
      role: new Set(read.packages.flatMap(({ roles }) => listOf<Roles[number]>(roles).map(({ key }) => key))),
    }),
    ...checkSubstitutions(placed(sampleFiles(read, 'substitutions')), new Set(people.map(({ item }) => item.key))),
    ...cases,
  ];
}

function checkTree(organisations: readonly Placed<SampleOrganisations[number]>[], calendars: ReadonlySet<string>): readonly PackageProblem[] {
  const parents = new Map(organisations.map(({ item }) => [item.key, item.parent]));
  const roots = organisations.filter(({ item }) => item.parent === undefined);
  const hangs = (key: string): boolean => {
    const passed = new Set<string>();
    for (let at: string | undefined = key; at !== undefined; at = parents.get(at)) {
      if (passed.has(at)) return false;
      passed.add(at);
    }
    return true;
  };
  return [
    ...roots.slice(1).map(({ item, file, pointer }) => problem(file, `${pointer}/parent`, undefined, `a parent: the root is "${roots[0]?.item.key ?? ''}" already, and "${item.key}" cannot be another`)),
    ...organisations.flatMap(({ item, file, pointer }) => [
      ...(item.parent !== undefined && !parents.has(item.parent) ? [problem(file, `${pointer}/parent`, item.parent, 'the key of an organisation')] : []),
      ...(hangs(item.key) ? [] : [problem(file, `${pointer}/parent`, item.parent, 'a parent that leads to the root, not in a circle')]),
      ...(isTimeZone(item.timeZone) ? [] : [problem(file, `${pointer}/timeZone`, item.timeZone, 'an IANA time zone, e.g. Europe/Moscow')]),
      ...(calendars.has(item.calendar) ? [] : [problem(file, `${pointer}/calendar`, item.calendar, oneOf(calendars))]),
    ]),
  ];
}

function checkPeople(people: readonly Placed<SamplePeople[number]>[], known: Readonly<Record<'organisation' | 'position' | 'role', ReadonlySet<string>>>): readonly PackageProblem[] {
  const unknown = (file: string, pointer: string, name: keyof typeof known, key: string): readonly PackageProblem[] =>
    (known[name].has(key) ? [] : [problem(file, `${pointer}/${name}`, key, name === 'organisation' ? 'the key of an organisation' : oneOf(known[name]))]);
  return people.flatMap(({ item, file, pointer }) => [
    ...(item.employments.length + item.roles.length === 0 ? [problem(file, `${pointer}/employments`, item.employments, 'an employment or a role: a person belongs to an organisation')] : []),
    ...item.employments.flatMap(({ organisation, position }, i) => [
      ...unknown(file, `${pointer}/employments/${i}`, 'organisation', organisation), ...unknown(file, `${pointer}/employments/${i}`, 'position', position),
    ]),
    ...item.roles.flatMap(({ organisation, role }, i) => [
      ...unknown(file, `${pointer}/roles/${i}`, 'organisation', organisation), ...unknown(file, `${pointer}/roles/${i}`, 'role', role),
    ]),
  ]);
}

function checkSubstitutions(substitutions: readonly Placed<SampleSubstitutions[number]>[], people: ReadonlySet<string>): readonly PackageProblem[] {
  return substitutions.flatMap(({ item, file, pointer }) => [
    ...(['absent', 'substitute'] as const).flatMap((name) => (people.has(item[name]) ? [] : [problem(file, `${pointer}/${name}`, item[name], 'the key of a person')])),
    ...(item.absent === item.substitute ? [problem(file, `${pointer}/substitute`, item.substitute, 'somebody else than the absent person')] : []),
    ...(item.fromDay > item.toDay ? [problem(file, `${pointer}/toDay`, item.toDay, `at least fromDay, ${item.fromDay}`)] : []),
  ]);
}

function unique<Item>(items: readonly Placed<Item>[], name: string, of: (item: Item) => string | undefined): readonly PackageProblem[] {
  const seen = new Map<string, string>();
  return items.flatMap(({ item, file, pointer }) => {
    const value = of(item);
    if (value === undefined) return [];
    const first = seen.get(value);
    if (first !== undefined) return [problem(file, `${pointer}${name}`, value, `another value: ${first} has this one`)];
    seen.set(value, `${file}#${pointer}`);
    return [];
  });
}

function placed<Item>(files: readonly PackageFile[]): readonly Placed<Item>[] {
  return files.flatMap(({ file, json }) => (json as readonly Item[]).map((item, i) => ({ item, file, pointer: `/${i}` })));
}

function listOf<Item>(file: PackageFile | null): readonly Item[] {
  return Array.isArray(file?.json) ? (file.json as readonly Item[]) : [];
}

function keysOf(files: readonly PackageFile[]): ReadonlySet<string> {
  return new Set(files.map(({ key }) => key));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function oneOf(keys: ReadonlySet<string>): string {
  return `one of ${[...keys].join(', ')}`;
}

function problem(file: string, pointer: string, found: unknown, expected: string): PackageProblem {
  return { file, pointer, found: found === undefined ? 'nothing' : JSON.stringify(found), expected };
}
