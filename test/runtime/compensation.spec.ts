import type { FlowNode } from '@reglament/contracts';
import type { ServiceTaskHandler } from '@reglament/handlers';
import { loadInstance } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

const undone: string[] = [];
const undoing = (type: string, transactional: boolean): ServiceTaskHandler => ({
  type, title: type, input: { type: 'object' }, output: { type: 'object' }, transactional, run: (_, { node }) => { undone.push(node); return Promise.resolve({ output: {} }); },
});

let office: SmallOffice;
beforeAll(async () => { office = await openSmallOffice({ handlers: [undoing('recall', false), undoing('erase', true)] }); });
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => office.close());

const inside = (node: FlowNode): FlowNode => ({ ...node, in: 'part' });
const handler = (type: string): FlowNode => ({ type: 'serviceTask', title: 'Undo', handler: type });

it('a transaction that is given up is undone by its handlers, the last first, and left by its cancel event', async () => {
  await office.publish(definitionOf('given-up', {
    part: { type: 'subProcess', title: 'Part', transaction: true, next: 'done', on: [{ type: 'cancel', key: 'off', interrupting: true, to: 'told' }] }, told: work('done'), done: end,
    start: inside({ type: 'startEvent', next: 'one' }), one: inside({ ...work('two'), compensate: 'recall-one' } as FlowNode), two: inside({ ...work('off'), compensate: 'erase-two' } as FlowNode),
    'recall-one': inside(handler('recall')), 'erase-two': inside(handler('erase')), off: inside({ type: 'endEvent', event: { type: 'cancel' } }),
  }));
  const worker = await office.person('worker');
  const instance = await office.start(worker, 'given-up');
  for (let n = 0; n < 2; n += 1) {
    const [task] = await office.tasks(instance);
    granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null }));
  }
  await office.settle();
  expect(undone).toEqual(['erase-two', 'recall-one']);
  expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['told']);
  expect((await loadInstance(office.store, instance))!.snapshot).not.toHaveProperty('compensable');
});
