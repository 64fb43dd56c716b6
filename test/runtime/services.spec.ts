import type { ServiceTaskHandler } from '@reglament/handlers';
import { HandlerError } from '@reglament/handlers';
import { claimOutbox, loadInstance } from '@reglament/store';
import { runJob, type Caller } from '@reglament/runtime';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

const anything = { type: 'object' } as const;
/** What the handlers of this spec are to do at their next run, and what they were asked. */
const script: { next: ('work' | 'throw' | 'final')[]; readonly keys: string[] } = { next: [], keys: [] };
const scripted = (type: string, transactional: boolean): ServiceTaskHandler => ({
  type, title: type, input: anything, output: anything, transactional,
  run: (_input, call) => {
    script.keys.push(call.key);
    switch (script.next.shift() ?? 'work') {
      case 'throw': return Promise.reject(new Error('the printer is on fire'));
      case 'final': return Promise.reject(new HandlerError('printer.gone', { printer: 'P1' }));
      case 'work': return Promise.resolve({ output: { printed: true } });
    }
  },
});

let office: SmallOffice;
let worker: Caller;
let boss: Caller;

beforeAll(async () => {
  office = await openSmallOffice({ handlers: [scripted('print', false), scripted('note', true)] });
  worker = await office.person('worker');
  boss = await office.person('boss');
  const service = (handler: string, next: string) => ({ type: 'serviceTask', title: handler, handler, output: { result: { variable: 'result.printed' } }, retry: { attempts: 3, backoff: { type: 'fixed', seconds: 0.1 } }, next } as const);
  const variables = { result: { type: 'boolean', title: 'Result' } } as const;
  await office.publish(definitionOf('outside', { first: work('call'), call: service('print', 'after'), after: work('done'), done: end }, { variables }));
  await office.publish(definitionOf('inside', { first: work('call'), call: service('note', 'after'), after: work('done'), done: end }, { variables }));
});
beforeEach(() => { script.next = []; script.keys.length = 0; });
afterAll(() => office.close());

/** A case whose first task is completed, so that its service is called. */
async function called(definition: string): Promise<string> {
  const instance = await office.start(worker, definition);
  granted(await office.runtime.completeTask(worker, { task: (await office.tasks(instance))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
  return instance;
}
const openNodes = async (instance: string): Promise<string[]> => (await office.tasks(instance)).map(({ node }) => node);
const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 150); });

describe('a service outside the database', () => {
  it('is called from the outbox, and its result goes on with the case', async () => {
    const instance = await called('outside');
    await office.settle();
    expect(await openNodes(instance)).toEqual(['after']);
    expect((await loadInstance(office.store, instance))!.snapshot.variables).toEqual({ result: true });
    expect(script.keys).toEqual([`${instance}.${script.keys[0]!.split('.')[1]!}`]);
  });

  it('that throws is tried again later under the same key', async () => {
    script.next = ['throw', 'throw', 'work'];
    const instance = await called('outside');
    for (let round = 0; round < 4; round += 1) { await office.settle(); await pause(); }
    await office.settle();
    expect(await openNodes(instance)).toEqual(['after']);
    expect(script.keys).toHaveLength(3);
    expect(new Set(script.keys).size).toBe(1);
    expect(await office.count('incidents where instance = $1', instance)).toBe(0);
  });

  it('that throws for the last time becomes an incident with its cause; retried by an operator it goes on', async () => {
    script.next = ['throw', 'throw', 'throw'];
    const instance = await called('outside');
    for (let round = 0; round < 4; round += 1) { await office.settle(); await pause(); }
    await office.settle();
    expect(script.keys).toHaveLength(3);
    const listed = granted(await office.runtime.listIncidents(boss, { status: 'open' }, {}));
    const incident = listed.items.find((each) => each.instance === instance)!;
    expect(incident).toMatchObject({ node: 'call', attempts: 3, message: expect.stringContaining('on fire') });

    const answers = await Promise.all([office.runtime.retryIncident(boss, incident.id), office.runtime.retryIncident(boss, incident.id)]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    await office.settle();
    expect(await openNodes(instance)).toEqual(['after']);
    expect(script.keys).toHaveLength(4);
  });

  it('whose failure no retry mends becomes an incident at once', async () => {
    script.next = ['final'];
    const instance = await called('outside');
    await office.settle();
    expect(script.keys).toHaveLength(1);
    expect(await office.count(`incidents where instance = $1 and code = 'printer.gone' and status = 'open'`, instance)).toBe(1);
    const mine = granted(await office.runtime.listIncidents(boss, { status: 'open' }, {})).items.find((each) => each.instance === instance)!;
    granted(await office.runtime.retryIncident(boss, mine.id));
    await office.settle();
    expect(await openNodes(instance)).toEqual(['after']);
  });

  it('may be retried by no one without the right', async () => {
    script.next = ['final'];
    const instance = await called('outside');
    await office.settle();
    const mine = granted(await office.runtime.listIncidents(boss, { status: 'open' }, {})).items.find((each) => each.instance === instance)!;
    expect(await office.runtime.retryIncident(worker, mine.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
    granted(await office.runtime.retryIncident(boss, mine.id));
    await office.settle();
  });
});

describe('one message delivered twice', () => {
  it('does its work once', async () => {
    const second = await office.another();
    const quiet = await openSmallOffice({ handlers: [scripted('print', false)] });
    const me = await quiet.person('worker');
    await quiet.publish(definitionOf('outside', { first: work('call'), call: { type: 'serviceTask', title: 'print', handler: 'print', next: 'after' }, after: work('done'), done: end }));
    const instance = await quiet.start(me, 'outside');
    granted(await quiet.runtime.completeTask(me, { task: (await quiet.tasks(instance))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
    const messages = await claimOutbox(quiet.store);
    expect(messages).toHaveLength(1);
    const job = { id: 'twice', kind: 'messages', messages } as const;
    await Promise.all([runJob(quiet.runtime.shell, job), runJob(quiet.runtime.shell, job)]);
    await runJob(quiet.runtime.shell, job);
    expect((await quiet.tasks(instance)).map(({ node }) => node)).toEqual(['after']);
    expect(await quiet.count(`history where instance = $1 and kind = 'serviceCompleted'`, instance)).toBe(1);
    expect(await quiet.count('outbox')).toBe(0);
    await quiet.close();
    await second.stop();
  });
});

describe('a service of our own database', () => {
  it('runs in the very commit that called it', async () => {
    const instance = await called('inside');
    expect(await openNodes(instance)).toEqual(['after']);
    expect(await office.count('service_calls where instance = $1', instance)).toBe(0);
    expect(await office.count(`(select version from history where instance = $1 group by version having bool_or(kind = 'taskCompleted') and bool_or(kind = 'serviceCompleted')) both_in_one`, instance)).toBe(1);
  });

  it('that throws does not take the person\'s completion with it', async () => {
    script.next = ['throw', 'throw', 'throw', 'throw'];
    const instance = await called('inside');
    expect(await office.count(`tasks where instance = $1 and status = 'completed'`, instance)).toBe(1);
    for (let round = 0; round < 4; round += 1) { await office.settle(); await pause(); }
    expect(await office.count(`incidents where instance = $1 and status = 'open'`, instance)).toBe(1);
    const mine = granted(await office.runtime.listIncidents(boss, { status: 'open' }, {})).items.find((each) => each.instance === instance)!;
    granted(await office.runtime.retryIncident(boss, mine.id));
    await office.settle();
    expect(await openNodes(instance)).toEqual(['after']);
  });
});

describe('a case that its definition cannot carry on', () => {
  it('is an incident, and the person is told so', async () => {
    await office.publish(definitionOf('stuck', { first: work('choice'), choice: { type: 'exclusiveGateway', flows: [{ to: 'done', when: { feel: 'answer = 42' } }] }, done: end }, { variables: { answer: { type: 'number', title: 'Answer' } } }));
    const instance = await office.start(worker, 'stuck');
    const [task] = await office.tasks(instance);
    expect(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null })).toMatchObject({ ok: false, refusal: { status: 409, code: 'definitionFault' } });
    expect(await office.count(`incidents where instance = $1 and source = 'engine' and code = 'engine.noFlow'`, instance)).toBe(1);
    expect((await office.tasks(instance)).map(({ id }) => id)).toEqual([task!.id]);
  });
});
