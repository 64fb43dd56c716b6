import type { FlowNode } from '@reglament/contracts';
import { loadInstance } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
beforeAll(async () => { office = await openSmallOffice(); });
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => office.close());

const snapshot = async (instance: string) => (await loadInstance(office.store, instance))!.snapshot;

async function complete(instance: string, who: Awaited<ReturnType<SmallOffice['person']>>): Promise<void> {
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(who, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null }));
}

const thrower = definitionOf('thrower', {
  first: work('tell'), tell: { type: 'throwEvent', title: 'Alarm', event: { type: 'signal', name: 'alarm', data: { level: { value: 3 } } }, next: 'done' } as FlowNode, done: end,
});
const listener = definitionOf('listener', { wait: { type: 'catchEvent', title: 'Wait', event: { type: 'signal', name: 'alarm', variable: 'heard' }, next: 'done' } as FlowNode, done: end });

describe('a signal', () => {
  it('reaches every case that listens, and leaves nothing behind', async () => {
    for (const definition of [thrower, listener]) await office.publish(definition);
    const worker = await office.person('worker');
    const listening = [await office.start(worker, 'listener'), await office.start(worker, 'listener')];
    await complete(await office.start(worker, 'thrower'), worker);
    await office.settle();
    for (const instance of listening) expect(await snapshot(instance)).toMatchObject({ status: 'completed', variables: { heard: { level: 3 } } });
    for (const table of ['sent_messages', 'message_deliveries', 'message_subscriptions']) expect(await office.count(table)).toBe(0);
  });

  it('comes once to the case that throws it: in the step that throws it', async () => {
    await office.publish(definitionOf('both', {
      first: { ...work('tell'), on: [{ type: 'signal', key: 'again', name: 'bell', interrupting: false, to: 'noted' }] } as FlowNode,
      tell: { type: 'parallelGateway', flows: [{ to: 'ring' }, { to: 'listen' }] },
      ring: { type: 'throwEvent', title: 'Ring', event: { type: 'signal', name: 'bell' }, next: 'second' } as FlowNode,
      listen: { type: 'subProcess', title: 'Listen', next: 'done', on: [{ type: 'signal', key: 'bell', name: 'bell', interrupting: false, to: 'noted' }] } as FlowNode,
      start: { type: 'startEvent', next: 'inner', in: 'listen' }, inner: { ...work('finish'), in: 'listen' } as FlowNode, finish: { type: 'endEvent', in: 'listen' },
      second: work('done'), noted: work('done'), done: end,
    }));
    const instance = await office.start(await office.person('worker'), 'both');
    await complete(instance, await office.person('worker'));
    await office.settle();
    expect((await office.tasks(instance)).map(({ node }) => node).sort()).toEqual(['inner', 'noted', 'second']);
  });

  it('begins the cases whose start event it is, in the organisation of the case that throws it', async () => {
    await office.publish(thrower);
    const begun = definitionOf('begun', { first: work('done'), done: end });
    await office.publish({ ...begun, nodes: { ...begun.nodes, begin: { ...(begun.nodes['begin'] as Extract<FlowNode, { type: 'startEvent' }>), event: { type: 'signal', name: 'alarm' }, variable: 'heard' } } });
    const worker = await office.person('worker');
    await complete(await office.start(worker, 'thrower'), worker);
    await office.settle();
    const [row] = await office.store.query<{ id: string }>({ text: `select id from process_instances where definition_key = 'begun'` });
    expect(await snapshot(row!.id)).toMatchObject({ status: 'active', starter: null, variables: { heard: { level: 3 } } });
  });
});
