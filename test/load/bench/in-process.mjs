import { randomUUID } from 'node:crypto';
import { completeTask } from '../../../libs/runtime/dist/index.js';
import { ANSWER, answerOf, openRuntime, settle, startCases, STEPS, WARM_UP } from './base.mjs';
import { withProcessorTime } from './processor-time.mjs';
import { measure } from './statistics.mjs';

/** Completions by the use case itself, in this process: load, access, form, engine, one commit. */
export async function runInProcess(base, { cases, clients }) {
  const { runtime, close } = await openRuntime(base);
  try {
    const started = await startCases(runtime, base.people, cases + WARM_UP);
    await settle(base.store);
    const complete = async ({ task, person }, timed) => {
      let next = task;
      for (let step = 0; step < STEPS; step += 1) {
        const request = { task: next, body: ANSWER, idempotencyKey: randomUUID() };
        next = answerOf(await timed(() => completeTask(runtime.shell, person.caller, request))).next[0];
      }
    };
    await measure(clients, started.slice(cases), complete);
    return await withProcessorTime({ pid: process.pid, count: cases * STEPS }, () => measure(clients, started.slice(0, cases), complete));
  } finally {
    await close();
  }
}

