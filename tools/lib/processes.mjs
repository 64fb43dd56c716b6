import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this id runs. A zombie (ended, but not yet collected by its parent) does not. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return linuxState(pid) !== 'Z';
}

/** Command line of a process, '' when it has ended. */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** What tells this process from a later one with the same id: the moment it started, in ticks. '' where the system does not say. */
export function startMoment(pid) {
  return linuxStatus(pid)?.[19] ?? '';
}

function linuxState(pid) {
  return linuxStatus(pid)?.[0] ?? '';
}

/** Fields of /proc/<pid>/stat after the name in brackets, which may itself contain spaces: state, parent, … (proc(5)). */
function linuxStatus(pid) {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks `condition` every `every` milliseconds until it is true; false when `within` milliseconds have passed. */
export async function waitUntil(condition, { within, every = 20 }) {
  const end = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(every);
  }
  return true;
}
