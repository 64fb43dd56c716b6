import type { BatchKind } from '@reglament/contracts';
import type { Caller } from '@reglament/runtime';
import { claimBatch, nextBatchItems, putRoles } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let worker: Caller;
let keeper: Caller;
const remark = 'the rules have changed';

beforeAll(async () => {
  office = await openSmallOffice();
  await putRoles(office.store, office.organisation, [{ key: 'worker', title: 'worker', permissions: [] }, { key: 'keeper', title: 'keeper', permissions: ['manageCases'] }]);
  await office.runtime.shell.settings.refresh();
  worker = await office.person('worker');
  keeper = await office.person('keeper');
  await office.publish(definitionOf('many', { one: work('done', { title: 'One', due: { workingDays: 5 } }), done: end }));
});
afterAll(() => office.close());

const refusalOf = async (answer: Promise<{ ok: boolean }>): Promise<string> => { const given = await answer; return given.ok ? 'granted' : (given as unknown as { refusal: { code: string } }).refusal.code; };

describe('an operation over many cases', () => {
  const begin = async (kind: BatchKind, expected: number, more: object = {}) => office.runtime.startBatch(keeper, { body: { kind, filter: { definition: 'many' }, remark, expected, ...more }, idempotencyKey: randomUUID() });

  it('is stopped where it stands: what it has not come to is left, and only those who manage cases see it', async () => {
    const cases = [await office.start(worker, 'many'), await office.start(worker, 'many'), await office.start(worker, 'many')];
    const batch = granted(await begin('suspend', 3));
    const stopped = granted(await office.runtime.stopBatch(keeper, batch.id));
    expect(stopped).toMatchObject({ status: 'stopped', total: 3, done: 0, left: 3 });
    expect(await refusalOf(office.runtime.viewBatch(worker, batch.id))).toBe('notFound');
    for (const instance of cases) granted(await office.runtime.cancelInstance(keeper, { instance, body: { remark }, idempotencyKey: null }));
  });

  it('does each case once, refuses those that cannot be, and says why; a process that died in the middle is followed by another', async () => {
    const cases: string[] = [];
    for (let n = 0; n < 25; n += 1) cases.push(await office.start(worker, 'many'));
    expect(granted(await office.runtime.countBatch(keeper, { kind: 'suspend', filter: { definition: 'many' } })).count).toBe(25);
    expect(granted(await office.runtime.countBatch(worker, { kind: 'suspend', filter: { definition: 'many' } })).count).toBe(0);
    expect(await refusalOf(begin('suspend', 24))).toBe('countChanged');
    const batch = granted(await begin('suspend', 25));
    // One that another hand ends before its turn.
    granted(await office.runtime.cancelInstance(keeper, { instance: cases[20]!, body: { remark }, idempotencyKey: null }));
    // A worker that has claimed it, done three cases, written one of them down, and is no more.
    const dead = await claimBatch(office.store, 30);
    expect(dead?.id).toBe(batch.id);
    const items = await nextBatchItems(office.store, batch.id, 3);
    for (const { seq, instance } of items) granted(await office.runtime.suspendCase(keeper, { instance, body: { remark }, idempotencyKey: `batch:${batch.id}:${seq}` }));
    await office.store.query({ text: `update operation_items set status = 'done' where batch = $1 and seq = 1` }, [batch.id]);
    await office.store.query({ text: `update operation_batches set lease_until = now() - interval '1 second' where id = $1` }, [batch.id]);
    const heard: string[] = [];
    const stop = office.runtime.subscribe(keeper, (event) => { if (event.type === 'instance' && event.id !== undefined) heard.push(event.id); });
    await office.settle();
    const finished = granted(await office.runtime.viewBatch(keeper, batch.id));
    expect(finished).toMatchObject({ status: 'finished', total: 25, done: 24, refused: 1, left: 0 });
    expect(await office.count(`history h join process_instances i on i.id = h.instance where i.definition_key = 'many' and h.kind = 'instanceSuspended'`)).toBe(24);
    expect(granted(await office.runtime.listBatchItems(keeper, { batch: batch.id, status: 'refused' }, {})).items).toMatchObject([{ instance: cases[20], why: 'The case has ended already.' }]);
    expect(await office.count(`audit where action = 'batch.started' and object_id = $1`, batch.id)).toBe(1);
    expect(await office.count(`audit where action = 'case.suspended' and object_id = any($1)`, cases)).toBe(24);
    while (!heard.includes(batch.id)) await new Promise(setImmediate);
    stop();
  });
});
