import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/**
 * What the product has acknowledged, on our own disk: a line is written and synced after the answer was seen and before anything else
 * is done. Not the product's log: that would prove nothing.
 *
 * @typedef {{ kind: 'start' | 'complete', key: string, actor: string, instance: string, task: string | null, number: string | null }} Acknowledged
 */
export function openLedger(file) {
  const handle = openSync(file, 'a');
  return {
    /** @param {Acknowledged} entry */
    write(entry) {
      writeSync(handle, `${JSON.stringify(entry)}\n`);
      fsyncSync(handle);
    },
    /** @returns {Acknowledged[]} */
    read: () => readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)),
    close: () => closeSync(handle),
  };
}
