import { contentHash, type DocumentKind, type FormDefinition, type LocalizedText, type PackageManifest, type Positions, type ProcessDefinition, type RegistryDefinition, type Roles } from '@reglament/contracts';
import { compile } from '@reglament/engine';
import { standaloneModule } from '@reglament/forms';
import { findCurrentForms, inTransaction, publishConfigurationItem, publishDefinition, publishForm, putPackage, putPositions, putRoles, type ConfigurationType, type Publication, type Store, type Tx } from '@reglament/store';
import type { PublishedRegistry } from '../records/registry.js';
import { PackagesInvalid, type PackageProblem } from './package-problem.js';
import { calledFirst, exactCallsOf, pinsOf } from './pins-of.js';
import type { PackageFile, PackageFiles, PackageFolder } from './read-package-files.js';

const CONFIGURATION: readonly { readonly folder: PackageFolder; readonly type: ConfigurationType }[] = [
  { folder: 'document-kinds', type: 'document-kind' }, { folder: 'journals', type: 'journal' }, { folder: 'layouts', type: 'layout' }, { folder: 'calendars', type: 'calendar' },
  { folder: 'decision-tables', type: 'decision-table' },
];

export interface PublishedPackage { readonly key: string; readonly published: number; readonly unchanged: number; readonly kept: number }

/** What keeps a process that is about to be published from it. */
export type Gate = (file: PackageFile) => readonly PackageProblem[];

/**
 * Publishes packages that were checked, in one transaction: all or nothing. What is there already by content is left alone, and what
 * the panel made is never overwritten (decision 9).
 */
export function publishPackages(store: Store, organisation: string, packages: readonly PackageFiles[], sharedForms: readonly PackageFile[], gate: Gate): Promise<readonly PublishedPackage[]> {
  return inTransaction(store, async (tx) => {
    const shared = await count(sharedForms.map((file) => () => publishOneForm(tx, organisation, null, file)));
    const published: PublishedPackage[] = sharedForms.length > 0 ? [{ key: 'forms', ...shared }] : [];
    for (const each of packages) published.push({ key: each.folder, ...(await publishOne(tx, organisation, each, gate)) });
    return published;
  });
}

type Counts = Omit<PublishedPackage, 'key'>;
type Publish = () => Promise<{ readonly kind: 'published' | 'unchanged' | 'kept' }>;

async function publishOne(tx: Tx, organisation: string, given: PackageFiles, gate: Gate): Promise<Counts> {
  const manifest = given.manifest!.json as PackageManifest;
  if (given.roles) await putRoles(tx, organisation, given.roles.json as Roles);
  if (given.positions) await putPositions(tx, given.positions.json as Positions);
  const configuration = CONFIGURATION.flatMap(({ folder, type }) => given.things[folder].map((file): Publish => () =>
    publishConfigurationItem(tx, type, publication(organisation, manifest.key, file, (file.json as Pick<DocumentKind, 'title'>).title))));
  const templates = given.templates.map((file): Publish => () => publishConfigurationItem(tx, 'template', publication(organisation, manifest.key, file, file.key)));
  // Their titles make up the reference data; the forms of their cases are what documents are printed with.
  const positions = given.positions === null ? [] : [given.positions].map((file): Publish => () => publishConfigurationItem(tx, 'positions', publication(organisation, manifest.key, { ...file, key: manifest.key }, manifest.title)));
  const forms = given.things.forms.map((file): Publish => () => publishOneForm(tx, organisation, manifest.key, file));
  const registries = given.things.registries.map((file): Publish => () => publishRegistry(tx, organisation, manifest.key, file));
  const counts = await count([...configuration, ...templates, ...positions, ...forms, ...registries, ...calledFirst(given.things.processes).map((file): Publish => () => publishProcess(tx, organisation, manifest.key, file, gate))]);
  const files = Object.fromEntries([...Object.values(given.things).flat(), ...given.templates].map(({ file, json }) => [file, contentHash(json)]));
  await putPackage(tx, organisation, { key: manifest.key, version: manifest.version, hash: contentHash({ manifest, files }) }, { manifest, files });
  return counts;
}

function publishOneForm(tx: Tx, organisation: string, packageKey: string | null, file: PackageFile): ReturnType<Publish> {
  const form = file.json as FormDefinition;
  return publishForm(tx, publication(organisation, packageKey, file, form.title), standaloneModule(form));
}

/** A registry with the version of the form that judges its records: a changed form makes a new version of it. */
async function publishRegistry(tx: Tx, organisation: string, packageKey: string, file: PackageFile): ReturnType<Publish> {
  const definition = file.json as RegistryDefinition;
  const form = (await findCurrentForms(tx, organisation)).find(({ key }) => key === definition.form);
  if (!form) throw new PackagesInvalid([{ file: file.file, pointer: '/form', found: `"${definition.form}", which is loaded later`, expected: 'a form of this package, a shared one, or one of a package that this one requires' }]);
  const content: PublishedRegistry = { definition, formHash: form.hash };
  return publishConfigurationItem(tx, 'registry', publication(organisation, packageKey, { ...file, json: content }, definition.title));
}

/**
 * A version is its definition with all that it is pinned to: a changed form or decision table, a new version of a process that it calls make
 * a new version of it.
 */
async function publishProcess(tx: Tx, organisation: string, packageKey: string, file: PackageFile, gate: Gate): ReturnType<Publish> {
  const definition = file.json as ProcessDefinition;
  const pins = await pinsOf(tx, organisation, definition);
  const missing = exactCallsOf(definition).find(({ process, version }) => !pins.calls?.[`${process}@${version}`]);
  if (missing) throw new PackagesInvalid([{ file: file.file, pointer: '/nodes', found: `a call of version ${missing.version} of "${missing.process}"`, expected: 'a version that is published' }]);
  const hash = contentHash({ definition, ...pins });
  compile(definition, { hash, forms: new Map(Object.entries(pins.forms)) }); // throws on a definition that could not run: nothing is published then
  const done = await publishDefinition(tx, { ...publication(organisation, packageKey, file, definition.title), hash }, { ...pins }, null);
  // Only what is new is asked about: a start with nothing new must not wait.
  const refused = done.kind === 'published' ? gate(file) : [];
  if (refused.length > 0) throw new PackagesInvalid(refused);
  return done;
}

function publication(organisation: string, packageKey: string | null, file: PackageFile, title: LocalizedText): Publication {
  return { organisation, key: file.key, hash: contentHash(file.json), title, content: file.json, origin: 'package', package: packageKey, publishedBy: null };
}

async function count(all: readonly Publish[]): Promise<Counts> {
  const counts = { published: 0, unchanged: 0, kept: 0 };
  for (const publish of all) counts[(await publish()).kind] += 1;
  return counts;
}
