/** @typedef {{ perSecond: number, p50: number, p95: number, p99: number }} Measured milliseconds for the percentiles */

/**
 * Keeps `clients` busy until every item is done, and measures each step.
 *
 * @template Item
 * @param {number} clients
 * @param {readonly Item[]} items
 * @param {(item: Item, timed: <Result>(work: () => Promise<Result>) => Promise<Result>) => Promise<void>} run wraps each step in `timed`
 * @returns {Promise<Measured>}
 */
export async function measure(clients, items, run) {
  /** @type {number[]} */
  const latencies = [];
  let next = 0;
  const timed = async (work) => {
    const begun = performance.now();
    const result = await work();
    latencies.push(performance.now() - begun);
    return result;
  };
  const client = async () => {
    while (next < items.length) await run(items[next++], timed);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  return { perSecond: latencies.length / seconds, p50: latencies[latencies.length >> 1], p95: latencies[Math.floor(latencies.length * 0.95)], p99: latencies[Math.floor(latencies.length * 0.99)] };
}

/**
 * The middle one by speed.
 *
 * @template {Measured} Run
 * @param {readonly Run[]} all
 */
export function median(all) {
  return all.toSorted((a, b) => a.perSecond - b.perSecond)[all.length >> 1];
}
