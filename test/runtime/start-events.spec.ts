import type { FlowNode } from '@reglament/contracts';
import { loadInstance } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
beforeAll(async () => { office = await openSmallOffice(); });
afterAll(() => office.close());

const DAY = 86_400;
const cases = (key: string) => office.count('process_instances where definition_key = $1', key);
const daily = (key: string, performers: boolean) => {
  const definition = definitionOf(key, { work: work('done'), done: end });
  const begin = Object.entries(definition.nodes).find(([, { type }]) => type === 'startEvent')!;
  return {
    ...definition,
    nodes: { ...definition.nodes, [begin[0]]: { ...begin[1], event: { type: 'timer', recurrence: { every: 'workingDay' }, at: '09:00' }, ...(performers ? { performers: [{ type: 'role', role: 'worker' }] } : { performers: undefined }) } as FlowNode },
  };
};

describe('a process that begins by itself', () => {
  it('begins nothing for what came round before it was published, one case at the next time, and one for all the times that nobody was there', async () => {
    await office.publish(JSON.parse(JSON.stringify(daily('daily', false))));
    await office.settle();
    expect(await cases('daily')).toBe(0);
    office.later(DAY);
    await office.settle();
    expect(await cases('daily')).toBe(1);
    office.later(5 * DAY);
    await office.settle();
    expect(await cases('daily')).toBe(2);
    await office.settle();
    expect(await cases('daily')).toBe(2);
  });

  it('begins where somebody holds a role that may start it by hand, with nobody as its starter, and his task is there', async () => {
    const worker = await office.person('worker');
    await office.publish(JSON.parse(JSON.stringify(daily('where-held', true))));
    await office.settle();
    office.later(DAY);
    await office.settle();
    const [row] = await office.store.query<{ id: string; starter: string | null }>({ text: `select id, starter from process_instances where definition_key = 'where-held'` });
    expect(row).toMatchObject({ starter: null });
    expect((await office.tasks(row!.id)).length).toBe(1);
    expect(granted(await office.runtime.listTasks(worker, { scope: 'available' }, {})).items.map(({ instance }) => instance)).toContain(row!.id);
  });

  it('begins once, however many processes look', async () => {
    await office.publish(JSON.parse(JSON.stringify(daily('raced', false))));
    await office.settle();
    const others = await Promise.all([office.another(), office.another()]);
    await Promise.all(others.map((other) => other.startBackground()));
    for (let round = 1; round <= 3; round += 1) {
      office.later(DAY);
      await Promise.all([office.runtime, ...others].map(({ background }) => background!.sweep()));
      await office.settle();
      expect(await cases('raced')).toBe(round);
    }
  });
});

describe('a message that begins a case', () => {
  const teller = definitionOf('teller', {
    first: work('tell'), tell: { type: 'throwEvent', title: 'Tell', event: { type: 'message', name: 'season-opened', correlation: { value: '2026' }, data: { year: { value: 2026 } } }, next: 'done' } as FlowNode, done: end,
  });
  const listener = (() => {
    const definition = definitionOf('season', { work: work('done'), done: end }, { variables: { season: { type: 'object', title: 'Season' } } });
    const begin = Object.entries(definition.nodes).find(([, { type }]) => type === 'startEvent')!;
    return { ...definition, nodes: { ...definition.nodes, [begin[0]]: { ...begin[1], variable: 'season', event: { type: 'message', name: 'season-opened' } } as FlowNode } };
  })();

  it('begins one, with what it carries, and not again when it is brought twice', async () => {
    const worker = await office.person('worker');
    await office.publish(listener);
    const case_ = await office.start(worker, await office.publish(teller));
    const [task] = await office.tasks(case_);
    granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null }));
    const others = await office.another();
    await others.startBackground();
    await Promise.all([office.runtime.background?.sweep(), others.background?.sweep()]);
    await office.settle();
    const begun = await office.store.query<{ id: string }>({ text: `select id from process_instances where definition_key = 'season'` });
    expect(begun).toHaveLength(1);
    expect((await loadInstance(office.store, begun[0]!.id))!.snapshot).toMatchObject({ starter: null, variables: { season: { year: 2026 } } });
    expect(await office.count('sent_messages')).toBe(0);
  });
});
