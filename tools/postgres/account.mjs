import { readFileSync } from 'node:fs';
import { Refusal } from '../lib/refusal.mjs';

/**
 * The account that the server must run under. PostgreSQL refuses to run as root; every other user runs it as himself.
 *
 * @returns {{ name: string, uid: number, gid: number } | undefined} undefined: run it as the current user
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const entries = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    // A bare uid without an entry in /etc/passwd would not do: initdb asks for the user's name.
    const entry = entries.find((fields) => fields[0] === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Refusal(
    'Под root PostgreSQL не запускается, а пользователей postgres и nobody в системе нет: запустите от обычного пользователя или укажите DATABASE_URL.',
    'PostgreSQL does not run as root, and the system has neither a user postgres nor nobody: start as an ordinary user or set DATABASE_URL.',
  );
}
