import { randomUUID } from 'node:crypto';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { announce, subscribe } from '../connection/announce.js';
import { addPeople } from '../people/add-person.js';
import { verify } from '../verify/verify.js';
import { appendAudit, type AuditFact } from './append-audit.js';
import { listAudit } from './list-audit.js';

let db: TestDatabase;
beforeAll(async () => { db = await testDatabase(); });
afterAll(() => db.close());

const fact = (n: number): AuditFact => ({ actor: 'person:a', action: n % 2 ? 'access.denied' : 'person.read', objectType: 'person', objectId: `${n}`, organisation: null, path: '1/2', data: { n } });

describe('the audit', () => {
  it('is one chain without gaps, however many clients append to it at once', async () => {
    const clients = [db.store, await db.connect(), await db.connect()];
    await Promise.all(Array.from({ length: 60 }, (_, n) => appendAudit(clients[n % 3] ?? db.store, [fact(n), fact(n)])));
    const page = await listAudit(db.store, { paths: ['1'] }, { limit: 200 });
    expect(page.items.map((entry) => entry.seq)).toEqual(Array.from({ length: 120 }, (_, n) => 120 - n));
    expect((await verify(db.store)).checks.find((check) => check.name === 'audit-chain')?.outcome).toBe('holds');
  });

  it('is listed within the scope, by actor and action', async () => {
    expect((await listAudit(db.store, { paths: ['1/20'] })).items).toEqual([]);
    expect((await listAudit(db.store, { paths: ['1/2'], action: 'access.denied', objectId: '7' })).items).toHaveLength(2);
  });

  it('is listed by part of a name, of who did it or to whom, and without sign-ins where they are not asked for', async () => {
    const { id: organisation, path } = await organisationIn(db.store);
    const [boss, other] = [randomUUID(), randomUUID()];
    await addPeople(db.store, [boss, other].map((id, n) => ({ id, organisation, surname: n ? 'Рябова' : 'Ольхина', givenName: 'Вера', patronymic: null, gender: null })));
    const told = (actor: string, action: string, objectType: string, objectId: string | null): AuditFact => ({ actor: `person:${actor}`, action, objectType, objectId, organisation, path, data: {} });
    await appendAudit(db.store, [told(boss, 'session.opened', 'session', null), told(boss, 'role.given', 'person', other), told(other, 'clock.moved', 'clock', null)]);
    const actions = async (filter: object) => (await listAudit(db.store, { paths: [path], ...filter })).items.map(({ action }) => action);
    expect(await actions({ q: 'рябов' })).toEqual(['clock.moved', 'role.given']);
    expect(await actions({ q: 'ольх' })).toEqual(['role.given', 'session.opened']);
    expect(await actions({ q: '%' })).toEqual([]);
    expect(await actions({ signIns: false, actor: `person:${boss}` })).toEqual(['role.given']);
    expect(await actions({ actor: `person:${other}` })).toEqual(['clock.moved']);
  });
});

describe('a subscription', () => {
  it('hears what other processes announce, and again after its connection was lost', async () => {
    const heard: string[] = [];
    let reconnected: () => void = () => undefined;
    const again = new Promise<void>((resolve) => { reconnected = resolve; });
    const subscription = await subscribe({ url: db.url }, 'live', (payload) => { heard.push(payload); }, reconnected);
    try {
      await announce(await db.connect(), 'live', 'tasks');
      while (heard.length < 1) await new Promise(setImmediate);
      await db.store.query({ text: `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reglament-listen' and datname = current_database()` });
      await again;
      await announce(db.store, 'live', 'instance');
      while (heard.length < 2) await new Promise(setImmediate);
      expect(heard).toEqual(['tasks', 'instance']);
    } finally {
      await subscription.close();
    }
  });
});
