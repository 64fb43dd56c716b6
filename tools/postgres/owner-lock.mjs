import { linkSync, mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../lib/refusal.mjs';
import { isAlive, pause, startMoment } from '../lib/processes.mjs';

/**
 * Makes this process the only one that starts and stops the server in `folder`. Without it a second start on the same data would use
 * the first one's server again and then stop it under the first one's feet.
 *
 * @returns {Promise<{ inherited: boolean, release: () => void }>} inherited: the process before was killed without releasing
 * @throws {Refusal} a living process owns the folder
 */
export async function takeOwnership(folder) {
  const lock = path.join(folder, 'owner.json');
  const mine = path.join(folder, `owner.${process.pid}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startMoment(process.pid) }));
  let inherited = false;
  try {
    for (;;) {
      try {
        linkSync(mine, lock); // atomic, and the content is there from the first moment
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const owner = readOwner(lock);
      if (owner && isOwnerAlive(owner)) refuse(owner, folder);
      await removeStale(lock);
      inherited = true;
    }
  } finally {
    unlinkSync(mine);
  }
  return { inherited, release: () => release(lock) };
}

/** The living process that owns the server in `folder`. @param {string} folder @returns {{ pid: number } | undefined} */
export function ownerOf(folder) {
  const owner = readOwner(path.join(folder, 'owner.json'));
  return owner && isOwnerAlive(owner) ? owner : undefined;
}

function isOwnerAlive(owner) {
  if (!isAlive(owner.pid)) return false;
  return !owner.started || owner.started === startMoment(owner.pid);
}

function readOwner(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'));
  } catch {
    return undefined; // released in this moment, or torn by a power cut
  }
}

/** Only one of several starts may remove the stale lock, and only while it is still stale: the folder is the right to do so. */
async function removeStale(lock) {
  const turn = `${lock}.turn`;
  try {
    mkdirSync(turn);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isOlderThan(turn, 5_000)) removeQuietly(() => rmdirSync(turn));
    await pause(20);
    return;
  }
  try {
    const owner = readOwner(lock);
    if (!owner || !isOwnerAlive(owner)) removeQuietly(() => unlinkSync(lock));
  } finally {
    rmdirSync(turn);
  }
}

function isOlderThan(file, milliseconds) {
  try {
    return Date.now() - statSync(file).mtimeMs > milliseconds;
  } catch {
    return false;
  }
}

function release(lock) {
  if (readOwner(lock)?.pid === process.pid) removeQuietly(() => unlinkSync(lock));
}

function removeQuietly(remove) {
  try {
    remove();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function refuse(owner, folder) {
  throw new Refusal(
    `База данных в ${folder} уже открыта другим запуском (процесс ${owner.pid}): остановите его или возьмите другую копию проекта.`,
    `The database in ${folder} is in use by another start (process ${owner.pid}): stop it or use another clone.`,
  );
}
