import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { SignIn } from '@reglament/contracts';
import { countSignInFailures, findAccount, recordSignIn, startSession, type Store } from '@reglament/store';
import { ProblemException } from '../http/problem-exception.js';
import { ARGON2, IDLE_MINUTES, MAX_HOURS } from './session-limits.js';

export interface SignedIn { readonly token: string; readonly person: string }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const hashOfToken = sha256;

/** Verified where there is no such account, so that the time taken tells nobody whether there is one (ASVS 6.3.8). */
let decoy: Promise<string> | null = null;

const refused = (): ProblemException => new ProblemException(401, 'signInRefused', { ru: 'Войти не удалось', en: 'Sign-in failed' }, { ru: 'Неверное имя или пароль.', en: 'Wrong name or password.' });
const tooMany = (): ProblemException => new ProblemException(429, 'signInThrottled', { ru: 'Слишком много попыток', en: 'Too many attempts' }, { ru: 'Подождите 15 минут или обратитесь к администратору.', en: 'Wait 15 minutes or ask the administrator.' });

/**
 * Failures are counted per login and address, and per address: an account is never locked for its owner elsewhere, and the key is taken
 * from the connection, never from the body alone. Ten times as many failures are allowed for an address as for one login on it.
 */
export async function signIn(store: Store, { login, password }: SignIn, address: string, allowedFailures: number): Promise<SignedIn> {
  const [loginHash, addressHash] = [sha256(login.toLowerCase()), sha256(address)];
  const failures = await countSignInFailures(store, loginHash, addressHash);
  if (failures.pair >= allowedFailures || failures.address >= allowedFailures * 10) throw tooMany();

  const account = await findAccount(store, login);
  decoy ??= hash(randomBytes(16).toString('hex'), ARGON2);
  const right = await verify(account?.passwordHash ?? (await decoy), password);
  const accepted = right && account !== null && !account.disabled;
  await recordSignIn(store, loginHash, addressHash, accepted);
  if (!accepted) throw refused();

  const token = randomBytes(32).toString('base64url');
  await startSession(store, { tokenHash: hashOfToken(token), person: account.person, csrfToken: randomBytes(24).toString('base64url'), idleMinutes: IDLE_MINUTES, maxHours: MAX_HOURS });
  return { token, person: account.person };
}
