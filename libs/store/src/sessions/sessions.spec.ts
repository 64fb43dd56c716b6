import { randomUUID } from 'node:crypto';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { addPeople } from '../people/add-person.js';
import { addAccount, changePassword, disableAccount, findAccount } from './account.js';
import { endOtherSessions, endSession, readSession, startSession, touchSession } from './session.js';
import { countSignInFailures, recordSignIn } from './sign-in-attempts.js';
import { claimSetup, setupNeeded } from './setup.js';

describe('accounts and sessions', () => {
  let database: TestDatabase;
  let organisation: string;
  beforeAll(async () => {
    database = await testDatabase();
    organisation = (await organisationIn(database.store)).id;
  });
  afterAll(() => database.close());

  async function aPerson(login: string): Promise<string> {
    const person = randomUUID();
    await addPeople(database.store, [{ id: person, organisation, surname: 'Иванова', givenName: 'Анна', patronymic: null, gender: 'female' }]);
    await addAccount(database.store, { person, organisation, login, passwordHash: 'hash', locale: 'ru' });
    return person;
  }
  const aSession = (person: string, idleMinutes = 30) => ({ tokenHash: randomUUID(), person, csrfToken: 'c', idleMinutes, maxHours: 12 });

  it('find an account whatever the case of the login, and refuse a second one of the same login', async () => {
    await aPerson('Ivanova');
    expect((await findAccount(database.store, 'iVANOVA'))?.login).toBe('Ivanova');
    await expect(aPerson('ivanova')).rejects.toMatchObject({ code: 'duplicate' });
  });

  it('read a session until it is idle too long', async () => {
    const person = await aPerson('idle');
    const [alive, ended] = [aSession(person), aSession(person, 0)];
    await startSession(database.store, alive);
    await startSession(database.store, ended);
    expect((await readSession(database.store, alive.tokenHash))?.person).toBe(person);
    expect(await readSession(database.store, ended.tokenHash)).toBeNull();
  });

  it('end every other session when the password changes', async () => {
    const person = await aPerson('changed');
    const [mine, other] = [aSession(person), aSession(person)];
    await startSession(database.store, mine);
    await startSession(database.store, other);
    await changePassword(database.store, person, 'new');
    await endOtherSessions(database.store, person, mine.tokenHash);
    expect(await readSession(database.store, mine.tokenHash)).not.toBeNull();
    expect(await readSession(database.store, other.tokenHash)).toBeNull();
  });

  it('end when the account is disabled, and do not come back when it is enabled again', async () => {
    const person = await aPerson('disabled');
    const session = aSession(person);
    await startSession(database.store, session);
    await disableAccount(database.store, person);
    expect(await readSession(database.store, session.tokenHash)).toBeNull();
    expect((await findAccount(database.store, 'disabled'))?.disabled).toBe(true);
    await disableAccount(database.store, person, false);
    expect(await readSession(database.store, session.tokenHash)).toBeNull();
    expect((await findAccount(database.store, 'disabled'))?.disabled).toBe(false);
  });

  it('that are ended while they are being prolonged stay ended, in every of 20 rounds', async () => {
    const person = await aPerson('racing');
    const other = await database.connect();
    for (let round = 0; round < 20; round += 1) {
      const session = aSession(person);
      await startSession(database.store, session);
      await database.store.query({ text: `update sessions set seen_at = seen_at - interval '1 hour'` });
      await Promise.all([touchSession(other, session.tokenHash, 30), endSession(database.store, session.tokenHash)]);
      expect(await readSession(other, session.tokenHash)).toBeNull();
    }
  });

  it('count failures of a login from an address since its last success', async () => {
    for (const succeeded of [false, false, true, false]) await recordSignIn(database.store, 'l', 'a', succeeded);
    await recordSignIn(database.store, 'other', 'a', false);
    expect(await countSignInFailures(database.store, 'l', 'a')).toEqual({ pair: 1, address: 4 });
  });

  it('let only the first of two administrators set the base up', async () => {
    expect(await setupNeeded(database.store)).toBe(false);
    const claimed = await Promise.all([randomUUID(), randomUUID()].map((person) => inTransaction(database.store, (tx) => claimSetup(tx, person))));
    expect(claimed.filter(Boolean)).toHaveLength(1);
  });
});
