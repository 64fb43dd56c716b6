import { statement, type Queryable } from '../connection/queryable.js';
import { StoreError } from '../connection/store-error.js';

export interface Account {
  /** Person's id, without the `person:` of a reference. */
  readonly person: string;
  readonly organisation: string;
  readonly path: string;
  readonly login: string;
  readonly passwordHash: string;
  readonly locale: 'ru' | 'en';
  readonly disabled: boolean;
}

const columns = `a.person, a.organisation, a.path, a.login, a.password_hash as "passwordHash", a.locale, a.disabled_at is not null as disabled`;
const byLogin = statement('account-by-login', `select ${columns} from accounts a where lower(a.login) = lower($1)`);
const byPerson = statement('account-by-person', `select ${columns} from accounts a where a.person = $1`);
const insert = statement('account-add', `
  insert into accounts (person, organisation, path, login, password_hash, locale)
  select $1, o.id, o.path, $3, $4, $5 from organisations o where o.id = $2`);
const setPassword = statement('account-password', `update accounts set password_hash = $2, password_changed_at = now() where person = $1`);
const setLocale = statement('account-locale', `update accounts set locale = $2 where person = $1`);

const disable = statement('account-disable', `
  with changed as (update accounts set disabled_at = case when $2 then now() end where person = $1 returning person)
  delete from sessions s using changed c where s.person = c.person and $2`);

/** Logins do not tell upper and lower case apart. Null where there is no such account. */
export async function findAccount(db: Queryable, login: string): Promise<Account | null> {
  const [found] = await db.query<Account>(byLogin, [login]);
  return found ?? null;
}

export async function findAccountOf(db: Queryable, person: string): Promise<Account | null> {
  const [found] = await db.query<Account>(byPerson, [person]);
  return found ?? null;
}

/** @throws StoreError `duplicate` when the login or the person has an account already. */
export async function addAccount(db: Queryable, account: Omit<Account, 'path' | 'disabled'>): Promise<void> {
  const { person, organisation, login, passwordHash, locale } = account;
  await db.query(insert, [person, organisation, login, passwordHash, locale]);
  if (!(await findAccountOf(db, person))) throw new StoreError('reference', `There is no organisation ${organisation} for the account of ${person}`);
}

export async function changePassword(db: Queryable, person: string, passwordHash: string): Promise<void> {
  await db.query(setPassword, [person, passwordHash]);
}

export async function changeLocale(db: Queryable, person: string, locale: 'ru' | 'en'): Promise<void> {
  await db.query(setLocale, [person, locale]);
}

/** A disabled account signs in nowhere, and whoever is signed in with it is no longer. */
export async function disableAccount(db: Queryable, person: string, disabled = true): Promise<void> {
  await db.query(disable, [person, disabled]);
}
