import { checkModel, type ModelFault, type ModelVerdict } from '@reglament/analysis';
import { contentHash, type ProcessDefinition } from '@reglament/contracts';
import type { PackageProblem } from './package-problem.js';
import type { PackageFile, ReadPackages } from './read-package-files.js';

/** States that are looked at when packages are loaded: some seconds for the largest; `reglament check` looks at more. */
const STATES_AT_LOAD = 3_000;

/** What the publish gate says of one process. */
export interface CheckedModel { readonly file: string; readonly key: string; readonly verdict: ModelVerdict }

/**
 * The publish gate over processes that are sound to the check of definitions. What other processes of the packages hand over in a call is
 * taken into account: it may be there when a case begins.
 */
export function checkModels(read: ReadPackages, maxStates?: number): (file: PackageFile) => CheckedModel {
  const processes = read.packages.flatMap(({ things }) => things.processes);
  const given = givenByCalls(processes);
  return (file) => {
    const names = given.get(file.key) ?? new Set<string>();
    const id = `${contentHash(file.json)} ${maxStates ?? ''} ${[...names].sort().join(' ')}`;
    const verdict = remembered.get(id) ?? checkModel(file.json as ProcessDefinition, {}, { given: names, ...(maxStates !== undefined && { maxStates }) });
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(id, verdict);
    return { file: file.file, key: file.key, verdict };
  };
}

/** A new version of a form makes a new version of its processes; the gate has nothing new to say of them. */
const remembered = new Map<string, ModelVerdict>();
const MAX_REMEMBERED = 200;

/** Names of variables that calls of each process set. */
function givenByCalls(processes: readonly PackageFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map<string, Set<string>>();
  for (const { json } of processes) {
    const nodes = (json as Partial<ProcessDefinition> | null)?.nodes ?? {};
    for (const node of Object.values(nodes)) {
      if (node?.type !== 'callActivity') continue;
      const names = given.get(node.process) ?? new Set<string>();
      for (const name of Object.keys(node.input ?? {})) names.add(name);
      given.set(node.process, names);
    }
  }
  return given;
}

/** As `publishPackages` wants it. */
export function gateAtLoad(read: ReadPackages): (file: PackageFile) => readonly PackageProblem[] {
  const check = checkModels(read, STATES_AT_LOAD);
  return (file) => refusedBy(check(file));
}

/** The faults that keep a process from being published, as problems of its package. */
export function refusedBy({ file, verdict }: CheckedModel): readonly PackageProblem[] {
  return verdict.faults.filter(({ severity }) => severity === 'error').map((fault) => problemOf(file, fault));
}

function problemOf(file: string, { code, pointer, message, story, steps }: ModelFault): PackageProblem {
  return { file, pointer, found: message.en, expected: 'a process that comes to its end on every way', code, story, steps };
}
