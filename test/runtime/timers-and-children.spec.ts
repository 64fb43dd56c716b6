import type { Caller } from '@reglament/runtime';
import { findDraft, saveDraft } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let worker: Caller;

beforeAll(async () => {
  office = await openSmallOffice();
  worker = await office.person('worker');
  await office.publish(definitionOf('waiting', {
    first: work('done', { on: [{ type: 'timer', key: 'tick', after: { duration: 'PT1H' }, interrupting: false, to: 'told' }] }), told: { type: 'endEvent' }, done: end,
  }));
  const many = (count: number, until?: { feel: string }) => ({
    type: 'subProcess', title: 'All', next: 'done', forEach: { items: { value: Array.from({ length: count }, (_, i) => ({ n: i })) }, as: 'item', mode: 'parallel', ...(until && { until }) },
  } as const);
  const inner = { open: { type: 'startEvent', in: 'all', next: 'one' }, one: work('closed', { in: 'all' }), closed: { type: 'endEvent', in: 'all', result: 'yes' }, done: end } as const;
  await office.publish(definitionOf('many', { all: many(600), ...inner }));
  await office.publish(definitionOf('any', { all: many(5, { feel: 'completed >= 1' }), ...inner }));
  await office.publish(definitionOf('crowd', { all: many(5000), ...inner }, { cancel: { performers: [{ type: 'role', role: 'worker' }] } }));
});
afterAll(() => office.close());

const children = (instance: string, status: string): Promise<number> => office.count('process_instances where parent = $1 and status = $2', instance, status);
const childTasks = async (instance: string): Promise<string[]> => (await office.store.query<{ id: string }>({ text: `select t.id from tasks t join process_instances c on c.id = t.instance where c.parent = $1 and t.status = 'open'` }, [instance])).map(({ id }) => id);

describe('timers', () => {
  it('that fell due while nobody worked fire once, by two sweeping processes together', async () => {
    const instances = await Promise.all(Array.from({ length: 40 }, () => office.start(worker, 'waiting')));
    expect(await office.count('timers')).toBe(40);
    office.later(3 * 3600);
    const other = await office.another();
    await Promise.all([office.runtime.startBackground(), other.startBackground()]);
    await office.settle();
    expect(await office.count('timers')).toBe(0);
    expect(await office.count(`history where kind = 'timerFired' and instance = any($1::uuid[])`, instances)).toBe(40);
    await other.stop();
  });

  it('of a task that was completed in time never fire', async () => {
    const instance = await office.start(worker, 'waiting');
    granted(await office.runtime.completeTask(worker, { task: (await office.tasks(instance))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
    office.later(3 * 3600);
    await office.settle();
    expect(await office.count(`history where instance = $1 and kind = 'timerFired'`, instance)).toBe(0);
  });
});

describe('children of a parallel forEach', () => {
  it('who all complete at once join once, and nobody runs against the others on the way to their parent', async () => {
    const instance = await office.start(worker, 'many');
    await office.settle();
    expect(await children(instance, 'active')).toBe(600);
    const other = await office.another();
    await other.startBackground();
    const tasks = await childTasks(instance);
    const desk = async (n: number): Promise<void> => {
      for (let i = n; i < tasks.length; i += 16) granted(await (n % 2 ? other : office.runtime).completeTask(worker, { task: tasks[i]!, body: { outcome: 'done' }, idempotencyKey: null }));
    };
    await Promise.all(Array.from({ length: 16 }, (_, n) => desk(n)));
    await office.settle();
    expect(await office.count(`process_instances where id = $1 and status = 'completed'`, instance)).toBe(1);
    expect(await office.count(`history where instance = $1 and kind = 'instanceCompleted'`, instance)).toBe(1);
    expect(office.failures).toEqual([]);
    await other.stop();
  });

  it('are cancelled when enough of them are done', async () => {
    const instance = await office.start(worker, 'any');
    await office.settle();
    granted(await office.runtime.completeTask(worker, { task: (await childTasks(instance))[0]!, body: { outcome: 'done' }, idempotencyKey: null }));
    await office.settle();
    expect(await children(instance, 'completed')).toBe(1);
    expect(await children(instance, 'cancelled')).toBe(4);
    expect(await office.count(`process_instances where id = $1 and status = 'completed'`, instance)).toBe(1);
  });

  it('start and are cancelled by the thousand, each once, and what somebody had typed there is kept', async () => {
    const instance = await office.start(worker, 'crowd');
    await office.settle();
    expect(await children(instance, 'active')).toBe(5000);
    expect(await office.count('(select parent_index from process_instances where parent = $1 group by parent_index having count(*) > 1) doubled', instance)).toBe(0);
    const [task] = await childTasks(instance);
    await saveDraft(office.store, { task: task!, person: worker.person, data: { answer: 'half of it' }, etag: null });
    granted(await office.runtime.cancelInstance(worker, { instance, body: { remark: 'enough' }, idempotencyKey: null }));
    await office.settle();
    expect(await children(instance, 'cancelled')).toBe(5000);
    expect(await office.count('child_starts where instance = $1', instance)).toBe(0);
    expect(await office.count(`tasks t join process_instances c on c.id = t.instance where c.parent = $1 and t.status <> 'cancelled'`, instance)).toBe(0);
    expect((await findDraft(office.store, task!, worker.person))?.data).toEqual({ answer: 'half of it' });
    expect(granted(await office.runtime.viewTask(worker, task!))).toMatchObject({ status: 'cancelled', draft: { data: { answer: 'half of it' } } });
  }, 60_000);
});
