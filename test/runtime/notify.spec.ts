import type { Mapping } from '@reglament/contracts';
import type { Caller } from '@reglament/runtime';
import { eraseInstance, historyOf, inTransaction } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let worker: Caller;
let boss: Caller;
let mentor: Caller;

beforeAll(async () => {
  office = await openSmallOffice();
  worker = await office.person('worker');
  boss = await office.person('boss');
  mentor = await office.person('worker');
  const tell = (input: Mapping, next: string) => ({ type: 'serviceTask', title: 'Tell', handler: 'notify', input, retry: { attempts: 2, backoff: { type: 'fixed', seconds: 0.1 } }, next } as const);
  const variables = { pair: { type: 'object', title: 'Pair' } } as const;
  await office.publish(definitionOf('pairing', {
    first: work('tell', { output: { pair: { value: { mentor: mentor.person, meetings: 7 } } } }),
    tell: tell({
      title: { value: { ru: 'Пара приступила: {count} встреч, с {date}', en: 'A pair has begun: {count} meetings, from {date}' } },
      body: { value: { ru: 'Посмотрите план', en: 'Look at the plan' } },
      values: { feel: '{ count: 7, date: "2026-12-01" }' },
      to: { value: [{ type: 'role', role: 'boss' }, { type: 'starter' }] },
    }, 'after'),
    after: work('done'), done: end,
  }, { variables }));
  await office.publish(definitionOf('unfilled', {
    first: work('tell'), tell: tell({ title: { value: 'На {who}' }, to: { value: [{ type: 'role', role: 'boss' }] } }, 'after'), after: work('done'), done: end,
  }));
  await office.publish(definitionOf('nobody', {
    first: work('tell'), tell: tell({ title: { value: 'Nobody hears' }, to: { value: [{ type: 'reference', variable: 'pair' }] } }, 'after'), after: work('done'), done: end,
  }, { variables: { pair: { type: 'party', title: 'Who' } } }));
});
afterAll(() => office.close());

async function told(definition: string): Promise<string> {
  const instance = await office.start(worker, definition);
  const request = { task: (await office.tasks(instance))[0]!.id, body: { outcome: 'done' }, idempotencyKey: 'k' + instance };
  await Promise.all([office.runtime.completeTask(worker, request), office.runtime.completeTask(worker, request)]);
  return instance;
}
const bell = async (caller: Caller, instance: string): Promise<string[]> =>
  granted(await office.runtime.listNotifications(caller, {})).items.filter((row) => row.instance === instance && row.kind === 'notice').map(({ text }) => text);

describe('the service task that notifies', () => {
  it('tells those that the rules name, in words of the package and in their language, in the very commit', async () => {
    const instance = await told('pairing');
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['after']);
    expect(await bell({ ...boss, locale: 'ru' }, instance)).toEqual(['Пара приступила: 7 встреч, с 01.12.2026. Посмотрите план']);
    expect(await bell(worker, instance)).toEqual(['A pair has begun: 7 meetings, from 2026-12-01. Look at the plan']);
    expect(await bell(mentor, instance)).toEqual([]);
    expect(await office.count('service_calls where instance = $1', instance)).toBe(0);
  });

  it('tells once, though the completion was sent twice, and history holds neither words nor values', async () => {
    const instance = await told('pairing');
    expect(await office.count(`notifications where instance = $1 and kind = 'notice'`, instance)).toBe(1);
    const history = JSON.stringify(await historyOf(office.store, instance));
    expect(history).toContain('"handler":"notify"');
    expect(history).not.toMatch(/Пара|pair has|2026-12-01/);
  });

  it('with a place that nothing fills tells nobody, and an operator sees why', async () => {
    const instance = await told('unfilled');
    await office.settle();
    expect(await office.count(`incidents where instance = $1 and code = 'notify.valueMissing' and status = 'open'`, instance)).toBe(1);
    expect(await office.count(`notifications where instance = $1 and kind = 'notice'`, instance)).toBe(0);
  });

  it('goes on where there is nobody to tell', async () => {
    const instance = await told('nobody');
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['after']);
    expect(await office.count(`notifications where instance = $1 and kind = 'notice'`, instance)).toBe(0);
  });

  it('loses its words with the case that is erased', async () => {
    const instance = await told('pairing');
    granted(await office.runtime.completeTask(worker, { task: (await office.tasks(instance))[0]!.id, body: { outcome: 'done' }, idempotencyKey: null }));
    expect(await inTransaction(office.store, (tx) => eraseInstance(tx, instance))).toBe(true);
    expect(await bell({ ...boss, locale: 'ru' }, instance)).toEqual([expect.stringMatching(/^Сообщение/)]);
  });
});
