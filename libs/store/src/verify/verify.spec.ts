import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { activityOf, closeTask, history, openTask, organisationIn, startOf, taskOf, testDatabase, transitionOf, type TestDatabase } from '@reglament/testing';
import { appendAudit } from '../audit/append-audit.js';
import { inTransaction } from '../connection/in-transaction.js';
import { addDocument, markDocument } from '../documents/save-document.js';
import { addSignature } from '../documents/document-parts.js';
import { saveFile } from '../files/files.js';
import { takeNumber } from '../journals/take-number.js';
import { addPeople } from '../people/add-person.js';
import { addRecord } from '../records/save-record.js';
import { loadTask } from '../transition/load-task.js';
import { saveTransition } from '../transition/save-transition.js';
import { sealSubmission } from '../transition/seal-submission.js';
import { anchorPastDays } from './anchors.js';
import { checks, verify } from './verify.js';

const anna = 'person:00000000-0000-4000-8000-00000000000a';
const options = { replay: () => Promise.resolve([]), documentHash: (content: unknown) => (content as { hash: string }).hash };
let db: TestDatabase;
let owner: pg.Client;
let instance: string;
let task: string;

/** A database in which there is one of everything that is checked. */
beforeAll(async () => {
  db = await testDatabase();
  const { store } = db;
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const office = await organisationIn(store);
  await organisationIn(store, { parent: office.id });
  await addPeople(store, [{ id: randomUUID(), organisation: office.id, surname: 'Лугова', givenName: 'Мария', patronymic: null, gender: null }]);
  const start = startOf(office, { starter: anna }, [anna]);
  await saveTransition(store, start);
  instance = start.after.id;
  const loaded = await loadTask(store, { task: start.task, idempotency: null });
  if (!loaded) throw new Error('not loaded');
  const next = taskOf(instance, 9, { performers: [anna] });
  task = next.id;
  const timer = { id: `${instance}.10`, kind: 'reminder', ref: '0', task, at: '2026-12-01T00:00:00.000Z' } as const;
  const data = { title: 'Об итогах', count: 12.5 };
  const seal = sealSubmission({ data, remark: 'Согласен' });
  await saveTransition(store, transitionOf(
    loaded.head,
    { ...loaded.snapshot, activities: [activityOf([next], { timers: [timer] })] },
    [
      ...closeTask(start.task, anna), history('taskCompleted', { data: { submission: seal.hash } }), ...openTask(next), { type: 'setTimer', timer, activity: 1 },
      { type: 'callService', activity: 4, node: 'render', handler: 'document.render', input: {}, retry: null }, { type: 'notify', kind: 'taskAssigned', to: [anna], task, node: 'draft' },
      { type: 'invite', task, node: 'draft', addresses: [null], graceDays: 1 },
    ],
    {
      submission: { id: randomUUID(), task: start.task, node: 'draft', form: null, outcome: 'done', data, remark: 'Согласен', author: anna, ...seal },
      idempotency: { actor: anna, key: 'k', requestHash: 'r', response: { task } },
    },
  ));
  const document = randomUUID();
  await inTransaction(store, async (tx) => {
    await addDocument(tx, {
      id: document, organisation: office.id, instance, kind: 'order', kindHash: null, title: 'Об итогах', state: 'draft', contentHash: 'c1', templateHash: null, author: anna, parties: [],
      content: { hash: 'c1' }, at: '2026-11-20T09:00:00.000Z',
    });
    await addSignature(tx, { id: randomUUID(), document, version: 1, by: anna, right: { kind: 'direct' }, at: '2026-11-20T09:00:00.000Z', code: 'A', contentHash: 'c1', templateHash: null });
    for (const id of [document, null]) {
      await takeNumber(tx, { organisation: office.id, journal: 'orders', year: 2026, date: '2026-11-22', format: (seq) => `${seq}`, entry: { document: id, registeredBy: anna } });
    }
    await takeNumber(tx, { organisation: office.id, journal: 'orders', year: 2026, date: '2026-11-22', suffixOf: 1, reason: 'Поздно', format: (seq, suffix) => `${seq}${suffix}`, entry: { registeredBy: anna } });
    await addRecord(tx, randomUUID(), { organisation: office.id, registry: 'cards' }, {
      definitionHash: 'd', naturalKey: 'k', data: { name: 'Лугова' }, title: 'Лугова', titleParty: null, search: 'Лугова', parties: [], by: { instance, activity: 4, node: 'keep' }, at: '2026-11-22T09:00:00.000Z',
    });
    await markDocument(tx, document, { number: '1', date: '2026-11-22', journal: 'orders', state: 'registered' }, '2026-11-22T09:00:00.000Z');
  });
  await saveFile(store, Buffer.from('%PDF-1.7'));
  await appendAudit(store, [1, 2, 3].map((n) => ({ actor: anna, action: 'person.read', objectType: 'person', objectId: String(n), organisation: office.id, path: office.path, data: {} })));
  await owner.query(`update history set recorded_at = recorded_at - interval '2 days' where seq = 1`);
  await anchorPastDays(store);
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

it('finds nothing in a database that nobody has tampered with', async () => {
  const report = await verify(db.store, options);
  expect(report.checks.filter((check) => check.outcome !== 'holds')).toEqual([]);
  expect(report.clean).toBe(true);
});

it('names the checks that it cannot make', async () => {
  const report = await verify(db.store);
  expect(report.checks.filter((check) => check.outcome === 'skipped').map((check) => check.name)).toEqual(['document-content', 'replay']);
});

/** Each damage with the check that must find it. Some are found by others too. */
const damages: readonly (readonly [check: string, sql: string])[] = [
  ['history-gapless', `delete from history where seq = 3`],
  ['history-of-nothing', `insert into history select gen_random_uuid(), 1, organisation, path, period, version, gen_random_uuid(), at, recorded_at, kind, node, activity, task, by_party, data, hash from history where seq = 1`],
  ['one-cause', `update history set command = (select command from history where seq = 1) where seq = 4`],
  ['snapshot-consistent', `update process_instances set state = 'signed'`],
  ['tasks-match-snapshot', `update tasks set status = 'cancelled' where status = 'open'`],
  ['timers-match-snapshot', `delete from timers`],
  ['subscriptions-match-snapshot', `insert into message_subscriptions (id, instance, organisation, path, activity, message, correlation) select id || '.99', id, organisation, path, 1, 'news', 'x' from process_instances`],
  ['no-message-without-carrier', `insert into sent_messages (instance, id, organisation, path, message, correlation, data) select id, 99, organisation, path, 'news', 'x', '{}' from process_instances`],
  ['one-completion', `update tasks set status = 'completed' where status = 'open'`],
  ['one-completion', `update history set task = (select task from history where kind = 'taskCompleted' and task is not null), kind = 'taskCompleted' where kind = 'taskOpened' and seq = 5`],
  ['one-service-completion', `update history set kind = 'serviceCompleted', activity = 4 where seq in (2, 3)`],
  ['submission-of-fact', `delete from submissions`],
  ['no-stuck-instance', `delete from tasks where status = 'open'; delete from timers; delete from service_calls; delete from outbox`],
  ['nothing-orphaned', `update process_instances set status = 'completed'`],
  ['no-service-without-message', `delete from outbox`],
  ['no-child-set-aside-unseen', `insert into set_aside_children (instance, activity, index, organisation, path, node, item) select id, 1, 0, organisation, path, 'all', '{}' from process_instances`],
  ['no-stale-lease', `update timers set lease_until = now() - interval '1 hour'`],
  ['counters', `update history set kind = 'instanceCompleted' where kind = 'taskOpened' and seq = 2`],
  ['children-known', `update process_instances set parent = gen_random_uuid(), parent_activity = 1, parent_index = 0`],
  ['history-chain', `update history set data = '{"outcome":"approved"}' where seq = 3`],
  ['history-chain', `update history set at = at + interval '1 day' where seq = 2`],
  ['history-chain', `update process_instances set head_hash = 'x'`],
  ['audit-chain', `update audit set actor = 'person:other' where seq = 2`],
  ['audit-chain', `delete from audit where seq = 3`],
  ['audit-chain', `delete from audit where seq = 2`],
  ['submissions-sealed', `update submissions set data = data || '{"count": 13}'`],
  ['submissions-sealed', `update submissions set remark = 'Не согласен'`],
  ['files-intact', `update files set bytes = 'other'`],
  ['document-content', `update document_versions set content = '{"hash": "other"}'`],
  ['journals-gapless', `delete from journal_entries where seq = 2`],
  ['journals-gapless', `delete from journal_entries where seq = 1 and suffix = ''; update journal_sequences set last_seq = 5`],
  ['letters-after-numbers', `update journal_entries set seq = 7 where suffix = 'а'`],
  ['numbers-unique', `update journal_entries set number = '1'`],
  ['registration-matches', `update documents set number = '2'`],
  ['versions-gapless', `update documents set version = 2`],
  ['signatures-cover', `update signatures set content_hash = 'other'`],
  ['record-versions-written', `update records set version = 2`],
  ['record-versions-written', `update record_writes set instance = gen_random_uuid()`],
  ['records-erased-whole', `update records set data = null`],
  ['records-erased-whole', `update records set data = null, natural_key = null, erased_at = now()`],
  ['paths-match-organisations', `update records set path = '999'`],
  ['notifications-of-something', `update notifications set instance = gen_random_uuid()`],
  ['links-of-a-task', `update invitations set task = 'other'`],
  ['links-of-a-task', `insert into mails (organisation, path, invitation, kind, locale, message_id, state) select organisation, path, id, 'invitation', 'ru', '<x@y>', 'sent' from invitations`],
  ['paths-match-organisations', `update tasks set path = '999'`],
  ['answers-of-somebody', `update idempotency set response = '"x"'`],
  ['anchors', `update history set hash = 'rewritten' where seq = 1`],
];

describe('verify', () => {
  it.each(damages)('finds by %s: %s', async (check, sql) => {
    await owner.query('begin');
    try {
      await owner.query(sql);
      const query = async <Row>(asked: { text: string }, values: readonly unknown[] = []): Promise<Row[]> => (await reading(asked.text, values)) as Row[];
      const report = await verify({ query }, options);
      expect(report.checks.filter((each) => each.outcome === 'broken').map((each) => each.name)).toContain(check);
      expect(report.clean).toBe(false);
    } finally {
      await owner.query('rollback');
    }
  });

  it('has a damage for every check but the replay, which is the caller\'s', () => {
    const damaged = new Set(damages.map(([check]) => check));
    expect(checks.map((check) => check.name).filter((name) => !damaged.has(name))).toEqual(['replay']);
  });

  it('tells of an instance that does not replay', async () => {
    const report = await verify(db.store, { ...options, replay: () => Promise.resolve([{ subject: instance, detail: 'differs at /state' }]) });
    expect(report.checks.find((check) => check.name === 'replay')).toMatchObject({ outcome: 'broken', count: 1, findings: [{ subject: instance }] });
  });
});

/** Through the connection that has done the damage and not committed it, with the store's types. */
async function reading(text: string, values: readonly unknown[]): Promise<unknown[]> {
  const { valueTypes } = await import('../connection/value-types.js');
  const result = await owner.query({ text, values: values as unknown[], types: valueTypes });
  return result.rows as unknown[];
}
