import path from 'node:path';
import { createRegistries, loadPackages, runJob, type Caller } from '@reglament/runtime';
import { claimOutbox, eraseInstance, inTransaction, loadInstance } from '@reglament/store';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

const root = path.join(__dirname, 'fixtures/registry-package');

let office: SmallOffice;
let worker: Caller;
let mentor: Caller;
beforeAll(async () => {
  office = await openSmallOffice({ roles: [] });
  await loadPackages(office.store, { root, organisation: office.organisation, demo: false, ...createRegistries() });
  await office.runtime.shell.settings.refresh();
  worker = await office.person('worker');
  mentor = await office.person('worker');
});
// Throws unless every case replays and every record is at the version that was written.
afterAll(() => office.close());

const variables = async (instance: string) => (await loadInstance(office.store, instance))!.snapshot.variables;
const records = (registry = 'guides') => office.store.query<{ id: string; version: number; data: object; title: string }>({ text: 'select id, version, data, title from records where registry = $1 order by created_at, id' }, [registry]);

async function keep(card: object, outcome = 'done'): Promise<string> {
  const instance = await office.start(worker, 'keep-guide');
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome, data: { ...card } }, idempotencyKey: null }));
  return instance;
}

describe('a process that keeps records', () => {
  it('makes one in the very completion, and finds it again', async () => {
    const instance = await keep({ person: mentor.person, subject: 'physics', hours: 4, tags: ['rural'] });
    const [record] = await records();
    expect(record).toMatchObject({ version: 1, data: { person: mentor.person, subject: 'physics', hours: 4, tags: ['rural'] }, title: expect.stringContaining('Person') });
    expect(await variables(instance)).toMatchObject({ kept: `record:${record!.id}`, made: true, count: 1, alike: [{ reference: `record:${record!.id}`, data: record!.data }] });
    expect(await office.count('outbox where instance = $1', instance)).toBe(0);
  });

  it('puts what is given over the record that is there', async () => {
    const again = await keep({ person: mentor.person, subject: 'physics', note: 'Knows the village' });
    const [record] = await records();
    expect(record).toMatchObject({ version: 2, data: { hours: 4, tags: ['rural'], note: 'Knows the village' } });
    expect(await variables(again)).toMatchObject({ kept: `record:${record!.id}`, made: false });
    expect(await office.store.query({ text: 'select version, instance, node from record_writes where record = $1 and version = 2' }, [record!.id])).toEqual([{ version: 2, instance: again, node: 'keep' }]);
    await keep({ person: mentor.person, subject: 'music' });
    expect(await records()).toHaveLength(2);
  });

  it('writes once, when two processes carry out the same delivery at once', async () => {
    const before = (await records())[0]!.version;
    // While nobody knows the registry, the service is put off to the queue.
    const known = (status: string) => office.store.query({ text: `update configuration_items set status = $1 where type = 'registry'` }, [status]).then(() => office.runtime.shell.settings.refresh());
    await known('retired');
    const instance = await keep({ person: mentor.person, subject: 'physics', hours: 7 });
    await known('published');
    const messages = await claimOutbox(office.store);
    expect(messages.map((message) => message.instance)).toEqual([instance]);
    const other = await office.another();
    await Promise.all([office.runtime, other].map(({ shell }) => runJob(shell, { id: 'delivery', kind: 'messages', messages })));
    expect((await records())[0]).toMatchObject({ version: before + 1, data: { hours: 7 } });
    expect(await variables(instance)).toMatchObject({ made: false, count: 1 });
    expect(await office.count('record_writes where instance = $1', instance)).toBe(1);
    await Promise.all([office.runtime, other].map(({ shell }) => runJob(shell, { id: 'delivery', kind: 'messages', messages })));
    expect(await office.count('record_writes where instance = $1', instance)).toBe(1);
  });

  it('stops with an incident that says field, found and expected; nothing is written', async () => {
    const instance = await keep({ person: mentor.person, subject: 'physics', hours: 20 }, 'rough');
    await office.settle();
    const [incident] = await office.store.query<{ id: string; code: string; message: string }>({ text: 'select id, code, message from incidents where instance = $1' }, [instance]);
    expect(incident).toMatchObject({ code: 'record.invalid', message: expect.stringMatching(/\/hours: found a number, expected .*40/u) });
    expect(incident!.message).not.toContain('200');
    expect((await records())[0]).toMatchObject({ data: { hours: 7 } });
    expect(await office.count('record_writes where instance = $1', instance)).toBe(0);
  });

  it('keeps what it wrote when its case is erased: the registry is not the case', async () => {
    const instance = await keep({ person: mentor.person, subject: 'music', note: 'Stays' });
    await inTransaction(office.store, (tx) => eraseInstance(tx, instance));
    expect(await records()).toEqual(expect.arrayContaining([expect.objectContaining({ data: expect.objectContaining({ note: 'Stays' }) as object })]));
  });
});

describe('a form that looks a record up', () => {
  const choose = async (who: Caller, data: object) => {
    const instance = await office.start(worker, 'pair-guide');
    const [task] = await office.tasks(instance);
    return { instance, answer: await office.runtime.completeTask(who, { task: task!.id, body: { outcome: 'done', data: { ...data } }, idempotencyKey: null }) };
  };
  const found = async (who: Caller, text: string) => granted(await office.runtime.searchParties(who, { text, kinds: ['record:guides'] }));

  it('finds it by what it shows, names it, and brings its data into the case', async () => {
    const [first] = await found(worker, 'physics');
    expect(first).toMatchObject({ reference: expect.stringMatching(/^record:/u), title: expect.stringContaining('Person') });
    expect(granted(await office.runtime.resolveParties(worker, [first!.reference, worker.person])).map(({ reference }) => reference).sort()).toEqual([first!.reference, worker.person].sort());
    const { instance, answer } = await choose(worker, { mentor: first!.reference, others: [worker.person] });
    granted(answer);
    expect((await variables(instance))['guides']).toEqual([{ reference: first!.reference, data: expect.objectContaining({ subject: 'physics', person: mentor.person }) as object }]);
    const [confirm] = await office.tasks(instance);
    expect(granted(await office.runtime.viewTask(worker, confirm!.id)).data).toMatchObject({ person: mentor.person, subject: 'physics', hours: 7 });
  });

  it('does not take a record that is not there, nor one where a field takes parties alone', async () => {
    const missing = 'record:00000000-0000-4000-8000-000000000000';
    expect((await choose(worker, { mentor: missing })).answer).toMatchObject({ ok: false, refusal: { code: 'formInvalid', errors: [{ pointer: '/data/mentor', code: 'unknownRecord' }] } });
    const [one] = await found(worker, '');
    const kept = await office.start(worker, 'keep-guide');
    const [task] = await office.tasks(kept);
    const asPerson = await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done', data: { person: one!.reference, subject: 'music' } }, idempotencyKey: null });
    expect(asPerson).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/data/person', code: 'unknownRecord' }] } });
  });

  it('shows nothing of the registry to whoever has no part in it', async () => {
    const outsider = await office.person();
    expect(await found(outsider, '')).toEqual([]);
    const [one] = await found(worker, '');
    expect(granted(await office.runtime.resolveParties(outsider, [one!.reference]))).toEqual([]);
  });
});
