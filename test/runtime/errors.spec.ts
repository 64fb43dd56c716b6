import { contentHash, type FlowNode } from '@reglament/contracts';
import type { ServiceTaskHandler } from '@reglament/handlers';
import { loadInstance } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

/** Ends with the error that its input names. */
const failing = (type: string, transactional: boolean): ServiceTaskHandler => ({
  type, title: type, input: { type: 'object' }, output: { type: 'object' }, transactional,
  run: (input) => Promise.resolve({ output: {}, error: { code: String(input['code']), data: { sheet: 7 } } }),
});

let office: SmallOffice;
beforeAll(async () => { office = await openSmallOffice({ handlers: [failing('weigh', false), failing('count', true)] }); });
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => office.close());

const snapshot = async (instance: string) => (await loadInstance(office.store, instance))!.snapshot;
const service = (handler: string, code: string): FlowNode => ({
  type: 'serviceTask', title: 'Service', handler, input: { code: { value: code } }, next: 'done', on: [{ type: 'error', key: 'paper', code: 'paper.out', interrupting: true, to: 'mend', variable: 'problem' }],
});
const process = (key: string, handler: string, code: string) => definitionOf(key, { first: work('call'), call: service(handler, code), mend: work('done'), done: end });

async function begun(key: string): Promise<string> {
  const worker = await office.person('worker');
  const instance = await office.start(worker, key);
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null }));
  await office.settle();
  return instance;
}

describe.each([['outside any transaction', 'weigh'], ['inside the completion', 'count']])('a handler that runs %s and ends with an error', (_, handler) => {
  it('leads the case to what catches its code, with what it carries', async () => {
    await office.publish(process(`caught-${handler}`, handler, 'paper.out'));
    const instance = await begun(`caught-${handler}`);
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['mend']);
    expect((await snapshot(instance)).variables).toMatchObject({ problem: { code: 'paper.out', data: { sheet: 7 } } });
    expect(await office.count('service_calls where instance = $1', instance)).toBe(0);
  });

  it('opens an incident at once where nothing catches it, and the case stays where it is', async () => {
    await office.publish(process(`missed-${handler}`, handler, 'ink.out'));
    const instance = await begun(`missed-${handler}`);
    expect(await office.count(`incidents where instance = $1 and status = 'open' and code = 'service.errorNotCaught' and attempts = 1`, instance)).toBe(1);
    expect((await snapshot(instance)).activities.map(({ node }) => node)).toEqual(['call']);
  });
});

describe('a case that ends by an error', () => {
  const broken = definitionOf('broken', { stop: { type: 'endEvent', event: { type: 'error', code: 'paper.out', data: { sheet: { value: 9 } } } } });
  const on = [{ type: 'error', key: 'paper', interrupting: true, to: 'mend', variable: 'problem' }] as const;

  it('is caught by the case that called it', async () => {
    await office.publish(broken);
    await office.publish(definitionOf('caller', { first: work('call'), call: { type: 'callActivity', title: 'Call', process: 'broken', next: 'done', on } as unknown as FlowNode, mend: work('done'), done: end }), { calls: { broken: contentHash(broken) } });
    const instance = await begun('caller');
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['mend']);
    expect((await snapshot(instance)).variables).toMatchObject({ problem: { code: 'paper.out', data: { sheet: 9 } } });
  });

  it('may tell the case that called it before it ends: an escalation comes before the end', async () => {
    const telling = definitionOf('telling', { tell: { type: 'endEvent', event: { type: 'escalation', code: 'late', data: { sheet: { value: 3 } } } } });
    await office.publish(telling);
    await office.publish(definitionOf('told', {
      first: work('call'), call: { type: 'callActivity', title: 'Call', process: 'telling', next: 'done', on: [{ type: 'escalation', key: 'late', code: 'late', interrupting: false, to: 'mend', variable: 'problem' }] } as FlowNode, mend: work('done'), done: end,
    }), { calls: { telling: contentHash(telling) } });
    const instance = await begun('told');
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['mend']);
    expect((await snapshot(instance)).variables).toMatchObject({ problem: { code: 'late', data: { sheet: 3 } } });
    expect((await snapshot(instance)).activities.map(({ node }) => node)).toEqual(['mend']);
  });

  it('as one of many parts stops the others', async () => {
    await office.publish(definitionOf('parts', {
      first: work('each'), each: { type: 'subProcess', title: 'Each', forEach: { items: { value: [1, 2, 3] }, as: 'item', mode: 'parallel' }, next: 'done', on } as unknown as FlowNode, mend: work('done'), done: end,
      start: { type: 'startEvent', in: 'each', next: 'choose' }, choose: { type: 'exclusiveGateway', in: 'each', flows: [{ to: 'stop', when: { feel: 'item = 2' } }, { to: 'wait', default: true }] },
      stop: { type: 'endEvent', in: 'each', event: { type: 'error', code: 'paper.out' } }, wait: { ...work('finish'), in: 'each' } as FlowNode, finish: { type: 'endEvent', in: 'each' },
    }));
    const instance = await begun('parts');
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['mend']);
    expect(await office.count(`process_instances where parent = $1 and status = 'cancelled'`, instance)).toBe(2);
  });
});
