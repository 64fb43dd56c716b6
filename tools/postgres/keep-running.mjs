import { isAlive } from '../lib/processes.mjs';
import { readPostmaster } from './postmaster.mjs';

const interval = 500; // milliseconds between two looks

/**
 * Starts the server again whenever it has ended without being asked to (killed by the system for its memory, say), on the same port, so
 * that the product's connections find it again.
 *
 * @param {object} options
 * @param {string} options.cluster
 * @param {() => Promise<unknown>} options.launch
 * @param {(error?: unknown) => void} options.onRestart called after a restart, or with what made it fail; then the watch ends
 * @returns {() => Promise<void>} ends the watch; resolves when no launch is under way
 */
export function keepRunning({ cluster, launch, onRestart }) {
  let attempt;
  const look = () => {
    const { pid } = readPostmaster(cluster) ?? {};
    if (attempt || (pid && isAlive(pid))) return;
    const failed = (error) => {
      clearInterval(watch);
      onRestart(error);
    };
    attempt = launch()
      .then(() => onRestart(), failed)
      .finally(() => (attempt = undefined));
  };
  const watch = setInterval(look, interval);
  watch.unref();
  return async () => {
    clearInterval(watch);
    await attempt;
  };
}
