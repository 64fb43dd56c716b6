import { pause, until } from './until.mjs';

/** Milliseconds of load between two kills. */
const LOAD = { shortest: 300, longest: 2500 };
/** How often each part is the victim. */
const VICTIMS = ['api', 'api', 'api', 'worker', 'worker', 'database'];
/** What a person asks for happens in the API process; the rest in either, so a worker meets it too. */
const IN_API = new Set(['before-save', 'after-save', 'transaction-begun', 'after-establish', 'before-commit', 'after-commit']);

/** SIGKILL at random moments. */
export function killAtRandom(product, rounds) {
  return async (load, random) => {
    const began = performance.now();
    const kills = { api: 0, worker: 0, database: 0 };
    for (let round = 0; round < rounds; round += 1) {
      await pause(random.between(LOAD.shortest, LOAD.longest));
      const victim = random.pick(VICTIMS);
      const acknowledged = load.statistics.ok;
      // A kill counts when the load had gone on: otherwise the product was still down from the one before.
      await until(() => load.statistics.ok > acknowledged + 5, 60_000, `the load goes on after kill ${round}`);
      product.kill[victim]();
      kills[victim] += 1;
      if (process.env.CHAOS_TRACE) console.log(`${((performance.now() - began) / 1000).toFixed(1)} s  ${victim} killed, ${load.statistics.ok} acknowledged, ${load.statistics.unknown} unknown`);
    }
    return { kills };
  };
}

/** Each named point in its turn, `cycles` times: the process dies there, at the first passing or some later one. */
export function killAtPoints(product, points, cycles) {
  return async (load, random) => {
    const died = {};
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      for (const point of points) {
        const victim = IN_API.has(point) ? 'api' : 'worker';
        const nth = cycle === 0 ? 1 : 1 + Math.floor(random.next() * 5);
        const acknowledged = load.statistics.ok;
        let dead = false;
        const death = product.crashAt[victim](`${point}:${nth}`).then(() => { dead = true; });
        await until(() => dead, 400_000, `the ${victim} process dies at ${point}`);
        await death;
        await until(() => load.statistics.ok > acknowledged, 200_000, `the load goes on after ${point}`);
        died[point] = (died[point] ?? 0) + 1;
        if (process.env.CHAOS_TRACE) console.log(`${victim} died at ${point}:${nth}, ${load.statistics.ok} acknowledged, ${load.statistics.unknown} unknown`);
      }
    }
    return { died };
  };
}
