import path from 'node:path';
import { textIn, type Positions, type Roles } from '@reglament/contracts';
import { makePassword, hashPassword } from '../accounts/passwords.js';
import type { DemoAccount } from '../accounts/demo-passwords-file.js';
import type { ReadPackages } from '../packages/read-package-files.js';
import { sampleId } from './sample-id.js';
import { samplesOf } from './samples.js';

/** An account as it goes to the database and, with its password, to the file. */
export interface MadeAccount { readonly person: string; readonly organisation: string; readonly passwordHash: string; readonly inFile: DemoAccount }

/** Where the accounts of a demo base are kept. */
export function accountsFileOf(dataDir: string, baseId: string): string {
  return path.join(dataDir, `demo-accounts-${baseId.slice(0, 8)}.txt`);
}

/**
 * Accounts with new random passwords for everybody who signs in. All are hashed at once: argon2 runs on the thread pool's four
 * threads, so that two dozen cost half a second and 80 MB for that time.
 */
export function makeAccounts(read: ReadPackages): Promise<readonly MadeAccount[]> {
  const { organisations, people } = samplesOf(read);
  const names = {
    organisations: new Map(organisations.map(({ key, shortName }) => [key, shortName])),
    positions: new Map(read.packages.flatMap(({ positions }) => ((positions?.json ?? []) as Positions).map(({ key, title }) => [key, title] as const))),
    roles: new Map(read.packages.flatMap(({ roles }) => ((roles?.json ?? []) as Roles).map(({ key, title }) => [key, textIn(title, 'ru')] as const))),
  };
  return Promise.all(people.flatMap((person) => (person.login === undefined ? [] : [makeAccount(person.login, person, names)])));
}

type SamplePerson = ReturnType<typeof samplesOf>['people'][number];
type Names = Readonly<Record<'organisations' | 'positions' | 'roles', ReadonlyMap<string, string>>>;

async function makeAccount(login: string, person: SamplePerson, names: Names): Promise<MadeAccount> {
  const password = makePassword();
  const held = [
    ...person.employments.map(({ position, organisation }) => [names.positions.get(position), names.organisations.get(organisation)]),
    ...person.roles.map(({ role, organisation }) => [names.roles.get(role), names.organisations.get(organisation)]),
  ];
  return {
    person: sampleId('person', person.key), organisation: sampleId('organisation', homeOf(person)), passwordHash: await hashPassword(password),
    inFile: { login, password, fullName: [person.lastName, person.firstName, person.patronymic].filter(Boolean).join(' '), roles: [...new Set(held.map(([what, where]) => `${what ?? ''} (${where ?? ''})`))] },
  };
}

/** Key of the organisation to which a person belongs: the first that employs the person, otherwise the first with a role. */
export function homeOf(person: SamplePerson): string {
  return person.employments[0]?.organisation ?? person.roles[0]?.organisation ?? '';
}
