import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { PackageManifest } from '@reglament/contracts';
import { announce, findAllOrganisations, inTransaction, readSetting, writeSetting, type Store } from '@reglament/store';
import { writeDemoPasswords } from '../accounts/demo-passwords-file.js';
import { localDate } from '../clock/local-date.js';
import { SETTINGS_CHANNEL, type Stale } from '../live/settings-channel.js';
import { gateAtLoad } from '../packages/check-models.js';
import { inOrder, problemsOfPackages, type LoadPackagesRequest } from '../packages/load-packages.js';
import { PackagesInvalid } from '../packages/package-problem.js';
import { publishPackages, type PublishedPackage } from '../packages/publish-packages.js';
import { readPackageFiles, type ReadPackages } from '../packages/read-package-files.js';
import { addSampleRecords } from './add-records.js';
import { addSampleOrganisations, addSamplePeople } from './add-samples.js';
import { assertMayBeDemo, assertNotDemo, lockDemoBase, readDemoMark, writeDemoMark, type DemoMark } from './base-kind.js';
import { checkSamples } from './check-samples.js';
import { accountsFileOf, makeAccounts, type MadeAccount } from './demo-accounts.js';
import { packageFingerprint } from './package-fingerprint.js';
import { samplesOf } from './samples.js';

export interface BaseRequest extends Pick<LoadPackagesRequest, 'root' | 'handlers' | 'checks'> {
  /** Holds the accounts file of a demo base. */
  readonly dataDir: string;
  /** Told what is being done, in words for the person at the terminal. Default: nothing. */
  readonly progress?: (text: string) => void;
}

export interface LoadedBase {
  /** Root of the tree, which owns what packages bring; null while nobody has made it (an empty base before its first-run page). */
  readonly organisation: string | null;
  /** Names the passwords of a demo base; null where there are none, or where the file is gone (`reglament demo-passwords --reset`). */
  readonly accountsFile: string | null;
  readonly packages: readonly PublishedPackage[];
}

/**
 * Makes the demo base on the first run, and loads the packages when they have changed. Killed at any point, the next run goes on: organisations
 * come in one transaction, packages in another, people with their accounts in a third, each made once. Where no package brings a demo
 * base, the base is one of its own.
 *
 * @throws PackagesInvalid with every problem of packages and samples; BaseMismatch when the database holds data of one's own.
 */
export async function loadDemoBase(store: Store, request: BaseRequest): Promise<LoadedBase> {
  const known = await readDemoMark(store);
  if (known?.complete) return withAccounts(await loadUnchanged(store, request) ?? await loadRoot(store, await readChecked(request), request.root, true), known, request);
  const read = await readChecked(request);
  if (samplesOf(read).organisations.length === 0) return loadRoot(store, read, request.root, false);
  const mark = await begin(store, read);
  request.progress?.('создаю учебную базу… / making the demo base…');
  // Hashing takes half a second of the other core: it runs while the packages are loaded.
  const [accounts, loaded] = await Promise.all([makeAccounts(read), loadRoot(store, read, request.root, true)]);
  await complete(store, read, accounts, accountsFileOf(request.dataDir, mark.id));
  return withAccounts(loaded, mark, request);
}

function withAccounts(loaded: LoadedBase, mark: DemoMark, { dataDir, progress }: BaseRequest): LoadedBase {
  const accountsFile = accountsFileOf(dataDir, mark.id);
  if (existsSync(accountsFile)) return { ...loaded, accountsFile };
  progress?.('файла с учётными записями нет, новые пароли: npx reglament demo-passwords --reset / the accounts file is gone, new passwords: npx reglament demo-passwords --reset');
  return loaded;
}

/**
 * Loads the packages of a base of one's own. Before its first-run page there is nobody to own them: then they are only checked.
 *
 * @throws PackagesInvalid with every problem; BaseMismatch when the database is a demo base.
 */
export async function loadOwnBase(store: Store, request: BaseRequest): Promise<LoadedBase> {
  assertNotDemo(await readDemoMark(store));
  return await loadUnchanged(store, request) ?? loadRoot(store, await readChecked(request), request.root, false);
}

async function readChecked(request: BaseRequest): Promise<ReadPackages> {
  const read = await readPackageFiles(request.root);
  const problems = [...problemsOfPackages(read, request), ...checkSamples(read)];
  if (problems.length > 0) throw new PackagesInvalid(problems);
  return read;
}

/** Fingerprint of what was loaded last. */
const LOADED = 'packages-loaded';

/** Null unless everything is loaded already, to the byte: then there is nothing to check or to publish. */
async function loadUnchanged(store: Store, { root }: BaseRequest): Promise<LoadedBase | null> {
  const organisations = await findAllOrganisations(store);
  const top = organisations.find(({ parent }) => parent === null);
  if (!top || (await readSetting(store, LOADED)) !== (await packageFingerprint(root, organisations))) return null;
  return { organisation: top.id, accountsFile: null, packages: [] };
}

/** Publishes what was checked, for the root of the tree. With nobody to own it nothing is loaded. */
async function loadRoot(store: Store, read: ReadPackages, folder: string, demo: boolean): Promise<LoadedBase> {
  const organisations = await findAllOrganisations(store);
  const top = organisations.find(({ parent }) => parent === null);
  if (!top) return { organisation: null, accountsFile: null, packages: [] };
  const wanted = read.packages.filter(({ manifest }) => demo || (manifest?.json as PackageManifest | undefined)?.demo !== true);
  const packages = await publishPackages(store, top.id, inOrder(wanted), read.sharedForms, gateAtLoad(read));
  await writeSetting(store, LOADED, await packageFingerprint(folder, organisations));
  return { organisation: top.id, accountsFile: null, packages };
}

function begin(store: Store, read: ReadPackages): Promise<DemoMark> {
  const { organisations } = samplesOf(read);
  return inTransaction(store, async (tx) => {
    await lockDemoBase(tx);
    const known = await readDemoMark(tx);
    if (known?.complete) return known;
    await assertMayBeDemo(tx, known);
    const zone = organisations.find(({ parent }) => parent === undefined)?.timeZone ?? 'UTC';
    const mark = known ?? { id: randomUUID(), day: localDate(new Date().toISOString(), zone), complete: false };
    await addSampleOrganisations(tx, organisations);
    await writeDemoMark(tx, mark);
    return mark;
  });
}

/**
 * The file is written before the commit: passwords are kept nowhere else, so accounts without their file would be lost for ever, while a
 * file without accounts is written anew by the next run.
 */
function complete(store: Store, read: ReadPackages, accounts: readonly MadeAccount[], accountsFile: string): Promise<void> {
  return inTransaction(store, async (tx) => {
    await lockDemoBase(tx);
    const mark = await readDemoMark(tx);
    if (!mark || mark.complete) return;
    const samples = samplesOf(read);
    await addSamplePeople(tx, samples, accounts, mark.day);
    const root = (await findAllOrganisations(tx)).find(({ parent }) => parent === null);
    if (root) await addSampleRecords(tx, samples.records, { root, day: mark.day });
    await writeDemoMark(tx, { ...mark, complete: true });
    await writeDemoPasswords(accountsFile, accounts.map(({ inFile }) => inFile));
  });
}

/**
 * Loads the packages into a base that is there already, of whichever kind it is: what `reglament deploy` does beside a running product.
 * Null where nobody has made the organisation yet.
 *
 * @throws PackagesInvalid with every problem.
 */
export async function deployPackages(store: Store, request: BaseRequest): Promise<readonly PublishedPackage[] | null> {
  const read = await readChecked(request);
  const { organisation, packages } = await loadRoot(store, read, request.root, (await readDemoMark(store)) !== null);
  if (organisation === null) return null;
  await announce(store, SETTINGS_CHANNEL, 'settings' satisfies Stale);
  return packages;
}

/** The accounts file of a demo base; null where this is none, or where the file is gone. */
export async function findDemoAccounts(store: Store, dataDir: string): Promise<string | null> {
  const mark = await readDemoMark(store);
  const file = mark && accountsFileOf(dataDir, mark.id);
  return file !== null && existsSync(file) ? file : null;
}
