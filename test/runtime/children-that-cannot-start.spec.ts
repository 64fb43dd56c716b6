import type { Caller } from '@reglament/runtime';
import { addRoleAssignments, inTransaction, moveOrganisation } from '@reglament/store';
import { organisationIn } from '@reglament/testing';
import { randomUUID } from 'node:crypto';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let above: string;
let worker: Caller;
let boss: Caller;

/** Items whose `up` holds need a superior, and nobody above the office is one; a `lost` one is read by no flow. */
const items = Array.from({ length: 12 }, (_, n) => ({ n, kind: n === 2 || n === 7 ? 'up' : n === 4 ? 'lost' : 'here' }));

beforeAll(async () => {
  office = await openSmallOffice();
  above = (await organisationIn(office.store)).id;
  await inTransaction(office.store, (tx) => moveOrganisation(tx, office.organisation, above));
  await office.runtime.shell.settings.refresh();
  await office.runtime.shell.organisations.refresh();
  worker = await office.person('worker');
  boss = await office.person('boss');
  await office.publish(definitionOf('parts', {
    all: { type: 'subProcess', title: 'All', next: 'done', forEach: { items: { value: items }, as: 'item', mode: 'parallel' } },
    open: { type: 'startEvent', in: 'all', next: 'which' },
    which: { type: 'exclusiveGateway', in: 'all', flows: [{ to: 'up', when: { feel: 'item.kind = "up"' } }, { to: 'here', when: { feel: 'item.kind = "here"' } }] },
    up: { type: 'userTask', in: 'all', title: 'Up', performers: [{ type: 'superior', role: 'boss' }], outcomes: { done: { title: 'Done', to: 'closed' } } },
    here: work('closed', { in: 'all' }),
    closed: { type: 'endEvent', in: 'all', result: 'yes' },
    done: end,
  }, { cancel: { performers: [{ type: 'role', role: 'worker' }] } }));
});
afterAll(() => office.close());

const children = (instance: string): Promise<number> => office.count('process_instances where parent = $1', instance);
async function incidents(instance: string): Promise<{ id: string; code: string; message: string; node: string }[]> {
  const { items: open } = granted(await office.runtime.listIncidents(boss, { status: 'open' }, {}));
  return open.filter((each) => each.instance === instance).map(({ id, code, message, node }) => ({ id, code, message, node })).sort((a, b) => a.message.localeCompare(b.message));
}

/** Somebody who may do it; above the office it is somebody new, whose roles nobody has read yet. */
async function performerOf(task: string): Promise<Caller> {
  if ((await office.count(`tasks where id = $1 and performers[1] like 'role:boss%'`, task)) === 0) return worker;
  const chief = await office.person();
  await addRoleAssignments(office.store, [{ id: randomUUID(), person: chief.person.slice('person:'.length), organisation: above, role: 'boss', from: null, to: null }]);
  return chief;
}

describe('items of a forEach that cannot start', () => {
  let instance: string;
  beforeAll(async () => {
    instance = await office.start(worker, 'parts');
    await office.settle();
  });

  it('keep no other item back, and each has an incident of its own at once', async () => {
    expect(await children(instance)).toBe(9);
    expect((await incidents(instance)).map(({ node, message }) => [node, /^item \d+/.exec(message)?.[0]])).toEqual([['all', 'item 2'], ['all', 'item 4'], ['all', 'item 7']]);
    expect(await office.count('outbox where instance = $1', instance)).toBe(0);
  });

  it('tried again in vain are an incident again', async () => {
    const [first] = await incidents(instance);
    granted(await office.runtime.retryIncident(boss, first!.id));
    await office.settle();
    expect(await children(instance)).toBe(9);
    const again = await incidents(instance);
    expect(again).toHaveLength(3);
    expect(again[0]!.id).not.toBe(first!.id);
  });

  it('start when their cause was mended and an operator tries again, once however often it is asked', async () => {
    const id = boss.person.slice('person:'.length);
    await addRoleAssignments(office.store, [{ id: randomUUID(), person: id, organisation: above, role: 'boss', from: null, to: null }]);
    await office.runtime.shell.organisations.refresh();
    const [two, four, seven] = await incidents(instance);
    await Promise.all([two, two, seven].map((each) => office.runtime.retryIncident(boss, each!.id)));
    await office.settle();
    expect(await children(instance)).toBe(11);
    expect(await office.count('process_instances where parent = $1 and parent_index in (2, 7)', instance)).toBe(2);
    expect((await incidents(instance)).map(({ id: left }) => left)).toEqual([four!.id]);
  });

  it('are left out alone where an operator decides so, and the case goes on without them', async () => {
    const [four] = await incidents(instance);
    expect(await office.runtime.leaveOut(worker, { incident: four!.id, body: { remark: 'nobody holds the post' } })).toMatchObject({ ok: false, refusal: { code: 'notFound' } });
    const other = await office.start(worker, 'parts');
    await office.settle();
    const [lost] = await incidents(other);
    granted(await office.runtime.leaveOut(boss, { incident: lost!.id, body: { remark: 'nobody holds the post' } }));
    expect(await office.runtime.leaveOut(boss, { incident: lost!.id, body: { remark: 'again' } })).toMatchObject({ ok: false, refusal: { code: 'incidentResolved' } });
    for (const { id } of await office.store.query<{ id: string }>({ text: `select t.id from tasks t join process_instances c on c.id = t.instance where c.parent = $1 and t.status = 'open'` }, [other])) {
      granted(await office.runtime.completeTask(await performerOf(id), { task: id, body: { outcome: 'done' }, idempotencyKey: null }));
    }
    await office.settle();
    expect(await office.count(`process_instances where id = $1 and status = 'completed'`, other)).toBe(1);
    expect(await office.count(`history where instance = $1 and kind = 'childrenChanged' and (data ->> 'cancelled')::int = 1 and (data ->> 'active')::int = 0`, other)).toBe(1);
  });

  it('are forgotten with their incidents when the case is cancelled', async () => {
    granted(await office.runtime.cancelInstance(worker, { instance, body: { remark: 'enough' }, idempotencyKey: null }));
    await office.settle();
    expect(await incidents(instance)).toEqual([]);
    expect(await office.count('set_aside_children where instance = $1', instance)).toBe(0);
    expect(await office.count(`process_instances where parent = $1 and status = 'active'`, instance)).toBe(0);
  });
});
