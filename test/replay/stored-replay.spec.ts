import type { ServiceTaskHandler } from '@reglament/handlers';
import { verifyBase, type Caller } from '@reglament/runtime';
import { eraseInstance, erasePerson, inTransaction } from '@reglament/store';
import pg from 'pg';
import { definitionOf, end, work } from '../runtime/definitions.js';
import { granted, openSmallOffice, type SmallOffice } from '../runtime/small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

const anything = { type: 'object' } as const;
const weigh: ServiceTaskHandler = { type: 'weigh', title: 'Weigh', input: anything, output: anything, transactional: false, run: () => Promise.resolve({ output: { weight: 42 } }) };

let office: SmallOffice;
let worker: Caller;
let owner: pg.Client;
let instance: string;

/** A case with a service's result, children, a reminder that fired, a delegation. */
beforeAll(async () => {
  office = await openSmallOffice({ handlers: [weigh] });
  worker = await office.person('worker');
  owner = new pg.Client({ connectionString: office.database.ownerUrl });
  await owner.connect();
  await office.publish(definitionOf('weighed', {
    first: work('call', { due: { workingDays: 3 }, remind: [{ every: { duration: 'PT1H' } }] }),
    call: { type: 'serviceTask', title: 'Weigh', handler: 'weigh', output: { weight: { variable: 'result.weight' } }, next: 'heavy' },
    heavy: { type: 'exclusiveGateway', flows: [{ to: 'parts', when: { feel: 'weight > 40' } }, { to: 'done', default: true }] },
    parts: { type: 'subProcess', title: 'Parts', next: 'last', forEach: { items: { value: ['a', 'b'] }, as: 'part', mode: 'parallel', counters: 'counted' } },
    open: { type: 'startEvent', in: 'parts', next: 'one' }, one: work('closed', { in: 'parts' }), closed: { type: 'endEvent', in: 'parts', result: 'yes' },
    last: work('done'), done: end,
  }, { variables: { weight: { type: 'number', title: 'Weight' }, counted: { type: 'object', title: 'Counted' }, part: { type: 'string', title: 'Part' } } }));
  instance = await office.start(worker, 'weighed');
  await office.settle();
  office.later(2 * 3600);
  await office.settle();
  await complete(instance);
  await office.settle();
  for (const { id } of await office.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1' }, [instance])) await complete(id);
  await office.settle();
});
afterAll(async () => {
  await owner.end();
  await office.close();
});

async function complete(of: string): Promise<void> {
  granted(await office.runtime.completeTask(worker, { task: (await office.tasks(of))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
}

async function replayFindings(): Promise<readonly { subject: string; detail: string }[]> {
  const report = await verifyBase(office.store);
  expect(report.checks.filter(({ outcome }) => outcome === 'skipped')).toEqual([]);
  return report.checks.find(({ name }) => name === 'replay')!.findings;
}

/** Changes one thing behind the product, looks, and puts it back. */
async function whileDamaged(damage: string, undo: string): Promise<readonly { subject: string; detail: string }[]> {
  await owner.query(damage);
  try {
    return await replayFindings();
  } finally {
    await owner.query(undo);
  }
}

describe('a replay from what the database keeps', () => {
  it('gives every stored snapshot, of the case and of its children', async () => {
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['last']);
    expect(await office.count(`history where instance = $1 and kind = 'timerFired'`, instance)).toBeGreaterThan(0);
    expect(await replayFindings()).toEqual([]);
  });

  it('finds a variable that was changed by hand, and says where and not what', async () => {
    const findings = await whileDamaged(
      `update process_instances set snapshot = jsonb_set(snapshot, '{variables,weight}', '43') where id = '${instance}'`,
      `update process_instances set snapshot = jsonb_set(snapshot, '{variables,weight}', '42') where id = '${instance}'`,
    );
    expect(findings).toEqual([{ subject: instance, detail: 'the replay gives another snapshot: /variables/weight' }]);
  });

  it('finds a result of a service that was changed or is gone', async () => {
    const changed = await whileDamaged(
      `update command_inputs set inputs = replace(inputs::text, '42', '1')::jsonb where instance = '${instance}'`,
      `update command_inputs set inputs = replace(inputs::text, '"weight": 1', '"weight": 42')::jsonb where instance = '${instance}'`,
    );
    expect(changed).toHaveLength(1);
    const gone = await whileDamaged(`update command_inputs set version = version + 1000 where instance = '${instance}'`, `update command_inputs set version = version - 1000 where instance = '${instance}'`);
    expect(gone).toEqual([{ subject: instance, detail: expect.stringMatching(/^the result of activity \d+ is not there$/) }]);
  });

  it('of terms that were counted by an earlier calendar uses that one', async () => {
    const content = { format: 1, id: 'daily', title: 'Daily', timeZone: 'Europe/Moscow', week: ['monday'], years: Object.fromEntries([2025, 2026, 2027, 2028, 2029].map((year) => [String(year), { status: 'approved', basis: 'another', days: {} }])) };
    await owner.query(`insert into configuration_items (type, organisation, path, key, version, hash, title, content, origin)
      select 'calendar', organisation, path, key, 2, 'another', title, $1, origin from configuration_items where type = 'calendar' and key = 'daily'`, [content]);
    expect(await replayFindings()).toEqual([]);
    await owner.query(`delete from configuration_items where hash = 'another'`);
  });

  it('says nothing of a case whose values were erased, nor of one that lost an answer with its author', async () => {
    const leaver = await office.person('worker');
    const left = await office.start(leaver, 'weighed');
    granted(await office.runtime.completeTask(leaver, { task: (await office.tasks(left))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
    await office.settle();
    await inTransaction(office.store, (tx) => erasePerson(tx, leaver.person.slice('person:'.length)));
    await office.publish(definitionOf('short', { first: work('done'), done: end }));
    const short = await office.start(worker, 'short');
    await complete(short);
    expect(await inTransaction(office.store, (tx) => eraseInstance(tx, short))).toBe(true);
    expect(await office.count('command_inputs where instance = $1', short)).toBe(0);
    expect(await replayFindings()).toEqual([]);
  });

  it('does not judge a case of a release that kept no inputs', async () => {
    const findings = await whileDamaged(
      `update process_instances set inputs_kept = false, snapshot = jsonb_set(snapshot, '{variables,weight}', '43') where id = '${instance}'`,
      `update process_instances set inputs_kept = true, snapshot = jsonb_set(snapshot, '{variables,weight}', '42') where id = '${instance}'`,
    );
    expect(findings).toEqual([]);
    expect(await office.count('process_instances where id = $1 and inputs_kept', instance)).toBe(1);
  });
});
