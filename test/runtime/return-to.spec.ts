import type { FlowNode } from '@reglament/contracts';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
beforeAll(async () => { office = await openSmallOffice(); });
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => office.close());

const facts = { ...work('check'), title: 'Facts' } as FlowNode;
const check = { ...work('done'), title: 'Check', outcomes: { done: { title: 'Agreed', to: 'done' }, returned: { title: 'Return', to: 'check', returnTo: ['facts', 'check'] } } } as FlowNode;

describe('an outcome that leads back to a step of choice', () => {
  it('offers the steps by their titles, the usual one first, and goes to the one that is chosen', async () => {
    await office.publish(definitionOf('plan', { facts, check, done: end }));
    const worker = await office.person('worker');
    const plan = await office.start(worker, 'plan');
    const complete = async (outcome: string, returnTo?: string) => {
      const [task] = await office.tasks(plan);
      return office.runtime.completeTask(worker, { task: task!.id, body: { outcome, ...(returnTo !== undefined && { returnTo }) }, idempotencyKey: null });
    };
    granted(await complete('done'));
    const [open] = await office.tasks(plan);
    const view = granted(await office.runtime.viewTask(worker, open!.id));
    expect(view.outcomes.map(({ key, returnTo }) => [key, returnTo])).toEqual([['done', undefined], ['returned', [{ key: 'check', title: 'Check' }, { key: 'facts', title: 'Facts' }]]]);
    expect(await complete('returned', 'done')).toMatchObject({ ok: false, refusal: { code: 'unknownReturnTo', status: 422 } });
    granted(await complete('returned', 'facts'));
    expect((await office.tasks(plan)).map(({ node }) => node)).toEqual(['facts']);
  });
});
