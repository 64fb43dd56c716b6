import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../lib/refusal.mjs';
import { programPath } from './binaries.mjs';
import { outOfSpace } from './out-of-space.mjs';

/** Owner of every database and of every table: migrations run as this role. The product's own role has fewer rights. */
export const ownerRole = 'reglament_owner';

/** Settings of the child processes; the messages stay English, because outOfSpace() and the log are read by programs too. */
export const serverEnvironment = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' };

/**
 * Makes the cluster if there is none. It is made under another name and renamed when it is complete: a start that was killed in the
 * middle leaves nothing that looks like a cluster.
 *
 * Encoding and character classes come from C.UTF-8 (with plain C, pg_trgm finds no similarity between Cyrillic words), sorting from
 * ICU ru-RU.
 *
 * @returns {{ cluster: string, password: string, created: boolean }}
 */
export function ensureCluster({ folder, binaries, account, durable }) {
  const cluster = path.join(folder, 'pg');
  const passwordFile = path.join(folder, 'pg-password');
  if (existsSync(path.join(cluster, 'PG_VERSION'))) {
    checkMajorVersion(cluster, binaries);
    return { cluster, password: readFileSync(passwordFile, 'utf8').trim(), created: false };
  }
  for (const name of readdirSync(folder)) if (name.startsWith('pg.unfinished')) rmSync(path.join(folder, name), { recursive: true });
  const password = writePassword(passwordFile, account);
  const unfinished = path.join(folder, `pg.unfinished.${process.pid}`);
  initialise({ cluster: unfinished, passwordFile, binaries, account, durable });
  renameSync(unfinished, cluster);
  return { cluster, password, created: true };
}

function writePassword(file, account) {
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  chmodSync(file, 0o600); // the mode above applies to a new file only
  if (account) chownSync(file, account.uid, account.gid);
  return password;
}

function initialise({ cluster, passwordFile, binaries, account, durable }) {
  const parent = path.dirname(cluster);
  mkdirSync(cluster, { mode: 0o700 });
  if (account) chownSync(cluster, account.uid, account.gid);
  const result = spawnSync(
    programPath(binaries, 'initdb'),
    [
      ...['-D', cluster, '-U', ownerRole, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ru-RU'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { uid: account?.uid, gid: account?.gid, cwd: '/', env: serverEnvironment, encoding: 'utf8' },
  );
  if (result.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  const reason = `${result.error ?? ''}${result.stderr ?? ''}`.trim();
  if (outOfSpace(reason)) throw new Refusal(`Не хватает места на диске с папкой ${parent}.`, `The disk that holds ${parent} is full.`);
  throw new Error(`initdb ended with ${result.status}: ${reason}`);
}

/** PostgreSQL reads only data of its own major version, and the embedded one brings no pg_upgrade. */
function checkMajorVersion(cluster, binaries) {
  const made = Number(readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8'));
  const version = spawnSync(programPath(binaries, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const ours = Number(/\b(\d+)(?:\.\d+)*\b/.exec(version)?.[1]);
  if (!ours || made === ours) return;
  throw new Refusal(
    `Данные в ${cluster} записаны PostgreSQL ${made}, а здесь PostgreSQL ${ours}: сделайте копию прежней версией (reglament backup) и восстановите её этой.`,
    `The data in ${cluster} were written by PostgreSQL ${made}, this is PostgreSQL ${ours}: back them up with the release that made them (reglament backup) and restore them here.`,
  );
}
