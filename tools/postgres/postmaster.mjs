import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandLine, isAlive, waitUntil } from '../lib/processes.mjs';

/**
 * What `postmaster.pid` says: the server writes its process id, folder, start, port, … and in line 8 its state.
 * (PostgreSQL, src/include/utils/pidfile.h)
 *
 * @returns {{ pid: number, port: number, ready: boolean } | undefined} undefined: no server, or one that is only beginning
 */
export function readPostmaster(cluster) {
  let lines;
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * A server that still runs on this cluster, left by a start that was killed; ready to take connections.
 *
 * Removes a `postmaster.pid` whose process id now belongs to another program: PostgreSQL itself would wait for that one for ever. The
 * file of a dead server is left alone, as PostgreSQL needs it to see that its old back ends have ended.
 */
export async function findRunningPostmaster(cluster) {
  const found = readPostmaster(cluster);
  if (!found) return undefined;
  if (!isOurs(found.pid, cluster)) {
    if (isPidInUse(found.pid)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const ready = await waitUntil(() => readPostmaster(cluster)?.ready || !isOurs(found.pid, cluster), { within: 60_000 });
  const now = readPostmaster(cluster);
  return ready && now?.ready ? now : undefined;
}

function isOurs(pid, cluster) {
  return isAlive(pid) && commandLine(pid).includes(cluster);
}

/** Unlike isAlive() true for a zombie as well, for which PostgreSQL would wait too. */
function isPidInUse(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ends the server: fast (clients are cut off, data are complete), after 30 s at once. Waits for its pid file, as it may be a zombie. */
export async function stopPostmaster(cluster) {
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    const running = readPostmaster(cluster);
    if (!running || !isAlive(running.pid)) return;
    process.kill(running.pid, signal);
    if (await waitUntil(() => !readPostmaster(cluster) || !isAlive(running.pid), { within: 30_000 })) return;
  }
}
