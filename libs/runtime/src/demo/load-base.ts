import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { announce, findAllOrganisations, inTransaction, type Store } from '@reglament/store';
import { writeDemoPasswords } from '../accounts/demo-passwords-file.js';
import { localDate } from '../clock/local-date.js';
import { SETTINGS_CHANNEL, type Stale } from '../live/settings-channel.js';
import { loadPackages, problemsOfPackages, type LoadPackagesRequest } from '../packages/load-packages.js';
import { PackagesInvalid } from '../packages/package-problem.js';
import type { PublishedPackage } from '../packages/publish-packages.js';
import { readPackageFiles, type ReadPackages } from '../packages/read-package-files.js';
import { addSampleOrganisations, addSamplePeople } from './add-samples.js';
import { assertMayBeDemo, assertNotDemo, lockDemoBase, readDemoMark, writeDemoMark, type DemoMark } from './base-kind.js';
import { checkSamples } from './check-samples.js';
import { accountsFileOf, makeAccounts, type MadeAccount } from './demo-accounts.js';
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
 * Makes the demo base on the first run, and loads the packages on every run. Killed at any point, the next run goes on: organisations
 * come in one transaction, packages in another, people with their accounts in a third, each made once. Where no package brings a demo
 * base, the base is one of its own.
 *
 * @throws PackagesInvalid with every problem of packages and samples; BaseMismatch when the database holds data of one's own.
 */
export async function loadDemoBase(store: Store, request: BaseRequest): Promise<LoadedBase> {
  const read = await readChecked(request);
  if (samplesOf(read).organisations.length === 0) return loadRoot(store, request, false);
  const mark = await begin(store, read);
  if (!mark.complete) request.progress?.('создаю учебную базу… / making the demo base…');
  // Hashing takes half a second of the other core: it runs while the packages are loaded.
  const accounts = mark.complete ? [] : makeAccounts(read);
  const [made, loaded] = await Promise.all([accounts, loadRoot(store, request, true)]);
  const accountsFile = accountsFileOf(request.dataDir, mark.id);
  if (!mark.complete) await complete(store, read, made, accountsFile);
  if (existsSync(accountsFile)) return { ...loaded, accountsFile };
  request.progress?.('файла с учётными записями нет, новые пароли: npx reglament demo-passwords --reset / the accounts file is gone, new passwords: npx reglament demo-passwords --reset');
  return loaded;
}

/**
 * Loads the packages of a base of one's own. Before its first-run page there is nobody to own them: then they are only checked.
 *
 * @throws PackagesInvalid with every problem; BaseMismatch when the database is a demo base.
 */
export async function loadOwnBase(store: Store, request: BaseRequest): Promise<LoadedBase> {
  await readChecked(request);
  assertNotDemo(await readDemoMark(store));
  return loadRoot(store, request, false);
}

async function readChecked(request: BaseRequest): Promise<ReadPackages> {
  const read = await readPackageFiles(request.root);
  const problems = [...problemsOfPackages(read, request), ...checkSamples(read)];
  if (problems.length > 0) throw new PackagesInvalid(problems);
  return read;
}

async function loadRoot(store: Store, request: BaseRequest, demo: boolean): Promise<LoadedBase> {
  const root = (await findAllOrganisations(store)).find(({ parent }) => parent === null);
  const packages = root ? await loadPackages(store, { ...request, organisation: root.id, demo }) : [];
  return { organisation: root?.id ?? null, accountsFile: null, packages };
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
    await addSamplePeople(tx, samplesOf(read), accounts, mark.day);
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
  await readChecked(request);
  const { organisation, packages } = await loadRoot(store, request, (await readDemoMark(store)) !== null);
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
