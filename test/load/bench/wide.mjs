import { randomUUID } from 'node:crypto';
import { completeTask } from '../../../libs/runtime/dist/index.js';
import { ANSWER, answerOf, openRuntime, settle, startCases } from './base.mjs';
import { measure } from './statistics.mjs';

const CHILDREN = 5000;

/**
 * Everybody answers one case at once (architecture §4, wide fan-out), beside as many cases that have nothing to do with one another: the same task, the
 * same form. Also how long after the last answer the parent has moved on.
 *
 * @param {Awaited<ReturnType<typeof import('./base.mjs').makeBase>>} base
 * @param {{ clients: number }} options
 */
export async function runWide(base, { clients }) {
  const { runtime, close } = await openRuntime(base);
  try {
    const completeAll = (tasks) => measure(clients, tasks, async ({ task, person }, timed) => {
      await timed(async () => answerOf(await completeTask(runtime.shell, person.caller, { task, body: ANSWER, idempotencyKey: randomUUID() })));
    });
    const independent = await startCases(runtime, base.people, CHILDREN, 'bench-lone');
    await settle(base.store);
    const lone = await completeAll(independent);
    await settle(base.store);

    const parent = answerOf(await runtime.startInstance(base.people[0].caller, { body: { definition: 'bench-wide' }, idempotencyKey: null })).instance;
    const tasks = await childTasks(base, parent);
    const children = await completeAll(tasks);
    const begun = performance.now();
    await until(async () => (await base.store.query({ text: `select 1 from process_instances where id = $1 and status = 'completed'` }, [parent])).length > 0, 'the parent has not moved on');
    return { children, lone, parentSeconds: (performance.now() - begun) / 1000 };
  } finally {
    await close();
  }
}

async function childTasks({ store, people }, parent) {
  const open = () => store.query({ text: `select t.id from tasks t join process_instances i on i.id = t.instance where i.parent = $1 and t.status = 'open' order by i.parent_index` }, [parent]);
  await until(async () => (await open()).length === CHILDREN, 'the children have not all begun');
  return (await open()).map(({ id }, n) => ({ task: id, person: people[n % people.length] }));
}

async function until(holds, otherwise) {
  const end = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`After two minutes ${otherwise}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
