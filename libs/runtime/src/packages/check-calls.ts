import type { ProcessDefinition } from '@reglament/contracts';
import type { PackageProblem } from './package-problem.js';
import { callsOf } from './pins-of.js';
import type { PackageFile } from './read-package-files.js';

/** Processes that call one another in a circle: of none of them the version could be pinned before that of the others. */
export function checkCalls(files: readonly PackageFile[]): readonly PackageProblem[] {
  const byKey = new Map(files.map((file) => [file.key, file]));
  return files.flatMap((file) => callNodes(file).flatMap(([node, called]): PackageProblem[] => {
    const way = wayBack(file.key, called, byKey, new Set());
    if (way === null) return [];
    return [{ file: file.file, pointer: `/nodes/${node}/process`, found: `a circle of calls: ${[file.key, ...way].join(' → ')}`, expected: '"version": "latest" at one of the calls, or no circle' }];
  }));
}

function callNodes(file: PackageFile): readonly (readonly [string, string])[] {
  return Object.entries(definitionIn(file)?.nodes ?? {}).flatMap(([key, node]) => (node.type === 'callActivity' && node.version === undefined ? [[key, node.process] as const] : []));
}

function wayBack(to: string, from: string, byKey: ReadonlyMap<string, PackageFile>, seen: Set<string>): readonly string[] | null {
  if (from === to) return [from];
  if (seen.has(from)) return null;
  seen.add(from);
  const file = byKey.get(from);
  const definition = file && definitionIn(file);
  for (const called of definition ? callsOf(definition) : []) {
    const way = wayBack(to, called, byKey, seen);
    if (way !== null) return [from, ...way];
  }
  return null;
}

/** A file whose nodes have the shape of nodes; any other one is told of by its own check. */
function definitionIn({ json }: PackageFile): ProcessDefinition | null {
  const nodes = (json as Partial<ProcessDefinition> | null)?.nodes;
  if (typeof nodes !== 'object' || nodes === null) return null;
  return Object.values(nodes).every((node) => typeof node === 'object' && node !== null) ? (json as ProcessDefinition) : null;
}
