import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for programs, whatever the kernel's own clock is (proc(5), `sysconf(_SC_CLK_TCK)`). */
const TICK_MS = 10;

/**
 * Milliseconds of processor that a process has used, its own and the system's on its behalf; null where the system does not say. Unlike a
 * rate it hardly depends on what else the machine does, so two runs on different days can be compared.
 *
 * @param {number} pid
 */
export function processorTime(pid) {
  if (process.platform !== 'linux') return null;
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name in brackets, which may hold spaces: state is the first field, utime and stime the 12th and 13th.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The same of its main thread alone, which garbage collection and compilation help from others: where one thread is the bound, this is. */
export function mainThreadTime(pid) {
  return process.platform === 'linux' ? Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6 : null;
}

/**
 * Runs `work`, which completes `count` tasks by the process, and says what each cost.
 *
 * @template Result
 * @param {{ pid: number, count: number }} of
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result & { processorMs: number | null }>}
 */
export async function withProcessorTime({ pid, count }, work) {
  const before = processorTime(pid);
  const result = await work();
  const after = processorTime(pid);
  return { ...result, processorMs: before === null || after === null ? null : (after - before) / count };
}
