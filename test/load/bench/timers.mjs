import { openRuntime, settle, startCases } from './base.mjs';

/** When every alarm of the bench's package rings: the end of that working day. */
const RINGS_AT = '2027-06-15T15:00:00.000Z';

/**
 * Timers that fall due in one moment (09:00 of the last day, for everybody): how long until the last one has fired, and whether each did, once.
 *
 * @param {Awaited<ReturnType<typeof import('./base.mjs').makeBase>>} base
 * @param {number} count
 */
export async function fireAtOnce(base, count) {
  const { runtime, close } = await openRuntime(base);
  const one = async (text) => Number((await base.store.query({ text }))[0].n);
  try {
    await startCases(runtime, base.people, count, 'bench-alarm');
    await settle(base.store);
    const due = await one(`select count(*) as n from timers where at = '${RINGS_AT}'`);
    if (due !== count) throw new Error(`${count} timers were to be due at ${RINGS_AT}, there are ${due}`);
    const { clock } = runtime.shell;
    const begun = performance.now();
    clock.setOffset(Math.ceil((Date.parse(RINGS_AT) - Date.parse(clock.now())) / 1000) + clock.offset() + 1);
    await runtime.background.sweep();
    while ((await one(`select count(*) as n from timers where at <= '${RINGS_AT}'`)) > 0) {
      if (performance.now() - begun > 600_000) throw new Error('Ten minutes after the moment there are timers that have not fired');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const seconds = (performance.now() - begun) / 1000;
    const fired = await one(`select count(*) as n from history h join process_instances i on i.id = h.instance where i.definition_key = 'bench-alarm' and h.kind = 'timerFired'`);
    const distinct = await one(`select count(distinct h.instance) as n from history h join process_instances i on i.id = h.instance where i.definition_key = 'bench-alarm' and h.kind = 'timerFired'`);
    return { seconds, fired, distinct };
  } finally {
    await close();
  }
}
