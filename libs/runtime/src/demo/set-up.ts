import { randomUUID } from 'node:crypto';
import { PERMISSIONS, type PackageManifest, type Roles, type Setup } from '@reglament/contracts';
import { addAccount, addOrganisation, addPeople, addRoleAssignments, claimSetup, inTransaction, putRoles, setupNeeded, type Store, type Tx } from '@reglament/store';
import { hashPassword } from '../accounts/passwords.js';
import { ok, refuse, type Answer, type RefusalAnswer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import { loadPackages, problemsOfPackages } from '../packages/load-packages.js';
import { PackagesInvalid } from '../packages/package-problem.js';
import { readPackageFiles, type ReadPackages } from '../packages/read-package-files.js';
import { partsOfName, type NameParts } from './full-name.js';
import type { BaseRequest } from './load-base.js';

export interface SetUpDone { readonly organisation: string; readonly person: string }

/** The permission without which nobody could ever be given another. */
const KEEPING = 'managePeople';

/**
 * The first run of an empty base: makes the root organisation and its administrator, then loads the packages for it. Of two at once one
 * wins, by the unique row of `setup`. Cut off after the first commit, the next start loads the packages.
 *
 * Caches of organisations, settings and people are the caller's to refresh.
 *
 * @throws PackagesInvalid: nothing is made then.
 */
export async function setUp(store: Store, body: Setup, request: Omit<BaseRequest, 'dataDir'>): Promise<Answer<SetUpDone>> {
  const name = partsOfName(body.fullName);
  if (!name) return refuse(nameIncomplete());
  if (!(await setupNeeded(store))) return refuse(alreadySetUp());
  const read = await readPackageFiles(request.root);
  const problems = problemsOfPackages(read, request);
  if (problems.length > 0) throw new PackagesInvalid(problems);

  const passwordHash = await hashPassword(body.password);
  const made = await inTransaction(store, (tx) => make(tx, { body, name, passwordHash, read }));
  if (!made) return refuse(alreadySetUp());
  await loadPackages(store, { ...request, organisation: made.organisation, demo: false });
  return ok(made);
}

interface Making { readonly body: Setup; readonly name: NameParts; readonly passwordHash: string; readonly read: ReadPackages }

async function make(tx: Tx, { body, name, passwordHash, read }: Making): Promise<SetUpDone | null> {
  const [organisation, person] = [randomUUID(), randomUUID()];
  if (!(await setupNeeded(tx)) || !(await claimSetup(tx, person))) return null;
  const title = body.organisation.trim();
  await addOrganisation(tx, { id: organisation, parent: null, kind: 'organisation', fullName: title, shortName: title, timeZone: ownTimeZone(), calendar: firstCalendar(read) });
  const { surname, givenName, patronymic, gender } = name;
  await addPeople(tx, [{ id: person, organisation, surname, givenName, patronymic, gender }]);
  await addAccount(tx, { person, organisation, login: body.login, passwordHash, locale: 'ru' });
  const roles = await keepingRoles(tx, organisation, read);
  await addRoleAssignments(tx, roles.map((role) => ({ id: randomUUID(), person, organisation, role, from: null, to: null })));
  return { organisation, person };
}

/** Every role of the packages that may manage people; where no package brings one, a role of its own that may do everything. */
async function keepingRoles(tx: Tx, organisation: string, read: ReadPackages): Promise<readonly string[]> {
  const own = read.packages.filter(({ manifest }) => (manifest?.json as PackageManifest | undefined)?.demo !== true);
  const keeping = own.flatMap(({ roles }) => ((roles?.json ?? []) as Roles).flatMap(({ key, permissions }) => (permissions?.includes(KEEPING) ? [key] : [])));
  if (keeping.length > 0) return [...new Set(keeping)];
  const first = 'first-keeper';
  await putRoles(tx, organisation, [{ key: first, title: { ru: 'Хранитель базы', en: 'Keeper of the base' }, permissions: [...PERMISSIONS] }]);
  return [first];
}

/** The zone of the machine. One that runs in UTC tells nothing of where its people are: most are in Moscow's. */
function ownTimeZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'].includes(zone) ? 'Europe/Moscow' : zone;
}

function firstCalendar(read: ReadPackages): string {
  return read.packages.flatMap(({ things }) => things.calendars)[0]?.key ?? 'none';
}

function alreadySetUp(): RefusalAnswer {
  return { status: 409, code: 'alreadySetUp', text: { ru: 'Первый запуск уже выполнен: войдите под созданной учётной записью.', en: 'The first run has been done: sign in with the account that was made.' } };
}

function nameIncomplete(): RefusalAnswer {
  const text = { ru: 'Укажите фамилию и имя, отчество — если есть.', en: 'Give surname and first name, and the patronymic where there is one.' };
  return invalidRequest('nameIncomplete', text.ru, text.en, [{ pointer: '/fullName', code: 'nameIncomplete', message: text.ru }]);
}
