import type { ProcessDefinition } from '@reglament/contracts';
import { findConfiguration, findCurrentDefinitions, findCurrentForms, findDefinitionVersions, type Queryable } from '@reglament/store';
import type { DefinitionPins } from '../definitions/definition-cache.js';
import type { PackageFile } from './read-package-files.js';

type Hashes = Readonly<Record<string, string>>;

/**
 * The versions of everything that a definition refers to, as they are current now. Kinds of which it has none are left out, so that the
 * identity of a definition does not depend on what else a definition may refer to.
 */
export async function pinsOf(db: Queryable, organisation: string, definition: ProcessDefinition): Promise<DefinitionPins & { readonly forms: Hashes }> {
  const forms = pick(formsOf(definition), await findCurrentForms(db, organisation));
  const tables = decisionsOf(definition);
  const decisions = tables.length === 0 ? {} : pick(tables, (await findConfiguration(db, organisation)).filter(({ type }) => type === 'decision-table'));
  const called = callsOf(definition);
  const exact = exactCallsOf(definition);
  const calls = { ...(called.length > 0 && pick(called, await findCurrentDefinitions(db, organisation))), ...await pickExact(db, organisation, exact) };
  return { forms, ...(tables.length > 0 && { decisions }), ...(called.length + exact.length > 0 && { calls }) };
}

function pick(keys: readonly string[], all: readonly { readonly key: string; readonly hash: string }[]): Hashes {
  const current = new Map(all.map(({ key, hash }) => [key, hash]));
  return Object.fromEntries(keys.map((key) => [key, current.get(key) ?? '']));
}

/** Keys of the forms that a definition shows, each once. */
export function formsOf(definition: ProcessDefinition): readonly string[] {
  return each(Object.values(definition.nodes).flatMap((node) => [
    'form' in node ? node.form : undefined,
    node.type === 'subProcess' && node.event?.type === 'action' ? node.event.form : undefined,
    ...('on' in node ? (node.on ?? []).map((event) => (event.type === 'action' ? event.form : undefined)) : []),
  ]));
}

export function decisionsOf(definition: ProcessDefinition): readonly string[] {
  return each(Object.values(definition.nodes).map((node) => (node.type === 'businessRuleTask' ? node.decision : undefined)));
}

/** Processes whose version is decided at publish. */
export function callsOf(definition: ProcessDefinition): readonly string[] {
  return each(Object.values(definition.nodes).map((node) => (node.type === 'callActivity' && node.version === undefined ? node.process : undefined)));
}

/** Processes of which one version is meant for good. */
export function exactCallsOf(definition: ProcessDefinition): readonly ExactCall[] {
  return Object.values(definition.nodes).flatMap((node) => (node.type === 'callActivity' && typeof node.version === 'object' ? [{ process: node.process, version: node.version.exact }] : []));
}

export interface ExactCall { readonly process: string; readonly version: number }

async function pickExact(db: Queryable, organisation: string, exact: readonly ExactCall[]): Promise<Hashes> {
  const pins: { [pin: string]: string } = {};
  for (const { process, version } of exact) {
    const found = (await findDefinitionVersions(db, process, organisation)).find((each) => each.version === version);
    pins[`${process}@${version}`] = found?.hash ?? '';
  }
  return pins;
}

/** Processes in an order in which each comes after those that it calls. A circle is broken where it closes: the check has told of it. */
export function calledFirst(files: readonly PackageFile[]): readonly PackageFile[] {
  const byKey = new Map(files.map((file) => [file.key, file]));
  const ordered = new Set<PackageFile>();
  const under = new Set<string>();
  const visit = (file: PackageFile): void => {
    if (ordered.has(file) || under.has(file.key)) return;
    under.add(file.key);
    for (const key of callsOf(file.json as ProcessDefinition)) {
      const called = byKey.get(key);
      if (called) visit(called);
    }
    ordered.add(file);
  };
  files.forEach(visit);
  return [...ordered];
}

function each(keys: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(keys.filter((key) => key !== undefined))].sort();
}
