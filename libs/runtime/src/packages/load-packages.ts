import { contentHash, decisionTableSchema, type DecisionTable, type FormDefinition, type PackageManifest, type Roles } from '@reglament/contracts';
import type { PinnedDecision } from '@reglament/engine';
import { compileDecisionTable } from '@reglament/expressions';
import { problemsOfForm, structureOf, type StructureNode } from '@reglament/forms';
import type { CheckRegistry, HandlerRegistry } from '@reglament/handlers';
import type { Store } from '@reglament/store';
import { compileObjectCheck } from '../services/object-check.js';
import { checkCalls } from './check-calls.js';
import { gateAtLoad } from './check-models.js';
import { checkPackages } from './check-packages.js';
import { checkProcess } from './check-process.js';
import { PackagesInvalid, type PackageProblem } from './package-problem.js';
import { publishPackages, type PublishedPackage } from './publish-packages.js';
import { readPackageFiles, type PackageFiles, type ReadPackages } from './read-package-files.js';

export interface LoadPackagesRequest {
  /** Folder that holds `workflows/` and `forms/`; with neither there is nothing to load, and that is no fault. */
  readonly root: string;
  /** Owner of what is loaded: the root of the tree. */
  readonly organisation: string;
  /** Whether packages for a demo base are loaded too. */
  readonly demo: boolean;
  readonly handlers: HandlerRegistry;
  readonly checks: CheckRegistry;
}

/** Reads, checks and publishes the packages. @throws PackagesInvalid with every problem at once; nothing is loaded then. */
export async function loadPackages(store: Store, request: LoadPackagesRequest): Promise<readonly PublishedPackage[]> {
  const read = await readPackageFiles(request.root);
  const problems = problemsOfPackages(read, request);
  if (problems.length > 0) throw new PackagesInvalid(problems);
  const wanted = read.packages.filter(({ manifest }) => request.demo || (manifest!.json as PackageManifest).demo !== true);
  return publishPackages(store, request.organisation, inOrder(wanted), read.sharedForms, gateAtLoad(read));
}

/** Everything that is wrong with what was read; the same for the boot and for `reglament check`. */
export function problemsOfPackages(read: ReadPackages, registries: { readonly handlers: HandlerRegistry; readonly checks: CheckRegistry }): readonly PackageProblem[] {
  const around = {
    ...registries,
    forms: new Set([...read.sharedForms, ...read.packages.flatMap(({ things }) => things.forms)].map(({ key }) => key)),
    decisions: soundDecisions(read),
    processes: new Set(read.packages.flatMap(({ things }) => things.processes.map(({ key }) => key))),
    registries: registryForms(read),
    roles: new Set(read.packages.flatMap(({ roles }) => (Array.isArray(roles?.json) ? (roles.json as Roles).map(({ key }) => key) : []))),
  };
  return [...read.problems, ...checkPackages(read), ...checkCalls(read.packages.flatMap(({ things }) => things.processes)), ...read.packages.flatMap(({ things }) => things.processes.flatMap((file) => checkProcess(file, around)))];
}

/** Fields of each registry's records, where its form can be read. */
function registryForms({ packages, sharedForms }: ReadPackages): ReadonlyMap<string, StructureNode | null> {
  const forms = new Map([...sharedForms, ...packages.flatMap(({ things }) => things.forms)].map(({ key, json }) => [key, json] as const));
  return new Map(packages.flatMap(({ things }) => things.registries.map(({ key, json }) => {
    const form = forms.get(String((json as { form?: unknown } | null)?.form));
    return [key, form !== undefined && problemsOfForm(form).length === 0 ? structureOf((form as FormDefinition).schema) : null] as const;
  })));
}

function soundDecisions({ packages }: ReadPackages): ReadonlyMap<string, PinnedDecision> {
  return new Map(packages.flatMap(({ things }) => things['decision-tables'].flatMap(({ key, json }) => {
    if (!isDecisionTable(json)) return [];
    const compiled = compileDecisionTable(json);
    return compiled.kind === 'compiled' ? [[key, { hash: contentHash(json), compiled }] as const] : [];
  })));
}

const shapeOfDecision = compileObjectCheck(decisionTableSchema);

function isDecisionTable(json: unknown): json is DecisionTable {
  return shapeOfDecision(json).length === 0;
}

/** Each package after those that it requires. A circle stops where it closes: then the order among its members does not matter. */
export function inOrder(packages: readonly PackageFiles[]): readonly PackageFiles[] {
  const byKey = new Map(packages.map((each) => [each.folder, each]));
  const ordered = new Set<PackageFiles>();
  const under = new Set<string>();
  const visit = (each: PackageFiles): void => {
    if (ordered.has(each) || under.has(each.folder)) return;
    under.add(each.folder);
    for (const key of (each.manifest?.json as PackageManifest | undefined)?.requires ?? []) {
      const required = byKey.get(key);
      if (required) visit(required);
    }
    ordered.add(each);
  };
  packages.forEach(visit);
  return [...ordered];
}
