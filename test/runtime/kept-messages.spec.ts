import type { FlowNode } from '@reglament/contracts';
import { loadInstance } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
beforeAll(async () => {
  office = await openSmallOffice();
  const news = { type: 'message', name: 'news', correlation: { variable: 'about' } } as const;
  const about = { variables: { about: { type: 'string', title: 'About' }, heard: { type: 'object', title: 'Heard' } } } as const;
  await office.publish(definitionOf('early', { tell: { type: 'sendTask', title: 'Tell', event: { ...news, correlation: { value: 'pairs' }, data: { n: { value: 7 } }, keepFor: 'P3D' }, next: 'done' } as FlowNode, done: end }));
  await office.publish(definitionOf('late', { wait: { type: 'receiveTask', title: 'Wait', event: { ...news, correlation: { value: 'pairs' }, variable: 'heard' }, next: 'after' } as FlowNode, after: work('done'), done: end }, about));
});
// Throws unless every case, its history replayed, gives the snapshot that stands.
afterAll(() => office.close());

const nodesOf = async (instance: string) => (await loadInstance(office.store, instance))!.snapshot.activities.map(({ node }) => node);

it('a message that is kept waits for the first who begins to wait for it, and for nobody else', async () => {
  const worker = await office.person('worker');
  await office.start(worker, 'early');
  await office.settle();
  expect(await office.count('sent_messages')).toBe(1);
  const first = await office.start(worker, 'late');
  await office.settle();
  expect(await nodesOf(first)).toEqual(['after']);
  expect((await loadInstance(office.store, first))!.snapshot.variables).toMatchObject({ heard: { n: 7 } });
  const second = await office.start(worker, 'late');
  await office.settle();
  expect(await nodesOf(second)).toEqual(['wait']);
  for (const table of ['sent_messages', 'message_deliveries', 'outbox']) expect(await office.count(table)).toBe(0);
});

it('a message that somebody waits for is not kept, nor one whose time is over', async () => {
  const worker = await office.person('worker');
  // The case that still waits takes it.
  await office.start(worker, 'early');
  await office.settle();
  expect(await office.count('sent_messages')).toBe(0);
  await office.start(worker, 'early');
  await office.settle();
  await office.store.query({ text: `update sent_messages set keep_until = now() - interval '1 day'` });
  await office.store.query({ text: 'update outbox set due_at = now()' });
  await office.settle();
  expect(await office.count('sent_messages')).toBe(0);
  const late = await office.start(worker, 'late');
  await office.settle();
  expect(await nodesOf(late)).toEqual(['wait']);
});
