import { hash, verify } from '@node-rs/argon2';
import { changePassword, endOtherSessions, findAccountOf, inTransaction, type Store } from '@reglament/store';
import { ProblemException } from '../http/problem-exception.js';
import type { RequestSession } from '../security/request-session.js';
import { ARGON2 } from './session-limits.js';

/** Asks for the present password again and ends every other session of the person (ASVS 7.4.3). */
export async function replacePassword(store: Store, session: RequestSession, { current, next }: { current: string; next: string }): Promise<void> {
  const person = session.person.slice('person:'.length);
  const account = await findAccountOf(store, person);
  if (!account || !(await verify(account.passwordHash, current))) {
    throw new ProblemException(422, 'passwordWrong', { ru: 'Пароль не изменён', en: 'The password was not changed' }, { ru: 'Текущий пароль неверен.', en: 'The current password is wrong.' });
  }
  const passwordHash = await hash(next, ARGON2);
  await inTransaction(store, async (tx) => {
    await changePassword(tx, person, passwordHash);
    await endOtherSessions(tx, person, session.tokenHash);
  });
}
