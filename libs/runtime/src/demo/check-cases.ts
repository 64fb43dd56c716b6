import { sampleCasesSchema, type ProcessDefinition, type SampleCase, type SampleCases, type SamplePeople, type SampleRecords } from '@reglament/contracts';
import type { PackageProblem } from '../packages/package-problem.js';
import type { ReadPackages } from '../packages/read-package-files.js';
import { compileObjectCheck } from '../services/object-check.js';
import { placeholderOf } from './fill-in.js';
import { sampleFiles } from './samples.js';

const shape = compileObjectCheck(sampleCasesSchema);

/** What is wrong with `samples/cases.json`: its shape, then definitions, tasks, outcomes and people that are not there. */
export function checkCases(read: ReadPackages): readonly PackageProblem[] {
  const people = new Set(sampleFiles(read, 'people').flatMap(({ json }) => (Array.isArray(json) ? (json as SamplePeople).map(({ key }) => key) : [])));
  const records = new Set(sampleFiles(read, 'records').flatMap(({ json }) => (Array.isArray(json) ? (json as SampleRecords).map(({ key }) => key) : [])));
  const definitions = new Map(read.packages.flatMap(({ things }) => things.processes.map(({ key, json }) => [key, json as Partial<ProcessDefinition>] as const)));
  return sampleFiles(read, 'cases').flatMap(({ file, json }) => {
    const wrong = shape(json);
    if (wrong.length > 0) return wrong.map((problem) => ({ file, ...problem }));
    const cases = json as SampleCases;
    const keys = cases.map(({ key }) => key);
    return cases.flatMap((each, i) => [
      ...(keys.indexOf(each.key) === i ? [] : [{ pointer: '/key', found: quoted(each.key), expected: 'a key of its own' }]),
      ...(each.continues === undefined || cases.slice(0, i).some((before) => before.key === each.continues && before.definition === each.definition)
        ? [] : [{ pointer: '/continues', found: quoted(each.continues), expected: 'the key of a case before it, of the same definition' }]),
      ...checkCase(each, nodesOf(each.definition, definitions), { $person: people, $record: records }),
    ].map((problem) => ({ file, ...problem, pointer: `/${i}${problem.pointer}` })));
  });
}

type Nodes = NonNullable<ProcessDefinition['nodes']>;

/** The steps of a case may be in the cases that it calls too. */
function nodesOf(key: string, definitions: ReadonlyMap<string, Partial<ProcessDefinition>>): Nodes | null {
  const nodes = definitions.get(key)?.nodes;
  if (!nodes) return null;
  const called = Object.values(nodes).flatMap((node) => (node.type === 'callActivity' ? [definitions.get(node.process)?.nodes ?? {}] : []));
  return Object.assign({}, ...called, nodes) as Nodes;
}

type Problem = Omit<PackageProblem, 'file'>;
type Keys = Readonly<Record<'$person' | '$record', ReadonlySet<string>>>;
const WANTED = { $person: 'the key of a person', $record: 'the key of a record' } as const;

function checkCase(given: SampleCase, nodes: Nodes | null, keys: Keys): readonly Problem[] {
  const known = (pointer: string, person: string): readonly Problem[] => (keys.$person.has(person) ? [] : [{ pointer, found: quoted(person), expected: WANTED.$person }]);
  if (!nodes) return [{ pointer: '/definition', found: quoted(given.definition), expected: 'the key of a process definition' }];
  return [
    ...known('/starter', given.starter),
    ...checkValues(given.data, '/data', keys),
    ...given.steps.flatMap((step, i) => [
      ...known(`/steps/${i}/as`, step.as),
      ...checkStep(step, `/steps/${i}`, nodes),
      ...checkValues(step.data, `/steps/${i}/data`, keys),
    ]),
  ];
}

function checkStep(step: SampleCase['steps'][number], pointer: string, nodes: Nodes): readonly Problem[] {
  const node = nodes[step.task] as { readonly type: string; readonly outcomes?: Readonly<Record<string, unknown>>; readonly on?: readonly { readonly type: string; readonly key: string }[] } | undefined;
  if (!node) return [{ pointer: `${pointer}/task`, found: quoted(step.task), expected: 'a node of the definition' }];
  const parts = node.type === 'adHocSubProcess' ? Object.entries(nodes).flatMap(([key, part]) => (part.in === step.task && part.type === 'userTask' ? [key] : [])) : [];
  const outcomes = [...Object.keys(node.outcomes ?? {}), ...(node.on ?? []).flatMap(({ type, key }) => (type === 'action' ? [key] : [])), ...parts];
  return outcomes.includes(step.outcome) ? [] : [{ pointer: `${pointer}/outcome`, found: quoted(step.outcome), expected: `one of ${outcomes.join(', ')}` }];
}

function checkValues(value: unknown, pointer: string, keys: Keys): readonly Problem[] {
  const placeholder = placeholderOf(value);
  if (placeholder?.name === '$person' || placeholder?.name === '$record') {
    const { name, given } = placeholder;
    return keys[name].has(String(given)) ? [] : [{ pointer: `${pointer}/${name}`, found: quoted(String(given)), expected: WANTED[name] }];
  }
  if (placeholder) return [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => checkValues(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, keys));
}

function quoted(text: string): string {
  return `"${text}"`;
}
