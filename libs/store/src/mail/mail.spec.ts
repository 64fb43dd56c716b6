import { randomUUID } from 'node:crypto';
import type { Effect } from '@reglament/engine';
import { organisationIn, personIn, startOf, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { setEmail } from '../people/address.js';
import { addSubstitution } from '../people/substitutions.js';
import { saveTransition } from '../transition/save-transition.js';
import { addNotice } from '../work/notifications.js';
import { countMails, listMails } from './list-mails.js';
import { writeMailSwitch } from './mail-is-on.js';
import { claimMails, postponeMail, releaseMail, retryMail, settleMail } from './mail-queue.js';
import { makeMails } from './make-mails.js';

let db: TestDatabase;
let office: { id: string; path: string };
const now = '2026-11-22T09:00:00.000Z';
const make = (limit = 500) => makeMails(db.store, { now, domain: 'office.test', limit });

beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.store.query({ text: 'delete from mails' });
  await db.store.query({ text: 'delete from notifications' });
  await writeMailSwitch(db.store, true);
});

async function reachable(address: string, roles: readonly string[] = []): Promise<string> {
  const person = await personIn(db.store, office.id, { roles });
  await setEmail(db.store, person.slice('person:'.length), address);
  return person;
}

async function notify(...to: readonly string[]): Promise<void> {
  const start = startOf(office);
  const notice: Effect = { type: 'notify', kind: 'taskAssigned', to, task: null, node: 'draft' };
  await saveTransition(db.store, { ...start, effects: [...start.effects, notice] });
}

const addresses = async (): Promise<readonly string[]> => (await listMails(db.store, { paths: [office.path] }, { limit: 200 })).items.map(({ address }) => address ?? '—').sort();

describe('mails of notifications', () => {
  it('are one for each person whom a notification reaches, once, however often it is looked at', async () => {
    const role = `r${randomUUID().slice(0, 8)}`;
    const anna = await reachable('anna@office.test', [role]);
    await reachable('boris@office.test', [role]);
    await personIn(db.store, office.id, { roles: [role] }); // has no address
    await notify(anna, `role:${role}@${office.id}`);
    await Promise.all([make(), make(), make()]);
    await make();
    expect(await addresses()).toEqual(['anna@office.test', 'boris@office.test']);
  });

  it('are made by several sweeps at once without a mail missing or twice', async () => {
    const anna = await reachable('anna@office.test');
    for (let n = 0; n < 12; n += 1) await notify(anna);
    const other = await db.connect();
    const looked = await Promise.all(Array.from({ length: 6 }, (_, n) => makeMails(n % 2 ? db.store : other, { now, domain: 'office.test', limit: 5 })));
    expect(looked.reduce((sum, each) => sum + each.looked, 0) + (await make()).looked).toBe(12);
    expect((await addresses()).length).toBe(12);
  });

  it('reach whoever stands in for an absent person as well', async () => {
    const absent = await reachable('absent@office.test');
    const substitute = await reachable('substitute@office.test');
    const id = (person: string): string => person.slice('person:'.length);
    await inTransaction(db.store, (tx) => addSubstitution(tx, { id: randomUUID(), absent: id(absent), substitute: id(substitute), from: '2026-11-01', to: '2026-11-30', basis: 'leave' }, absent));
    await notify(absent);
    await make();
    expect(await addresses()).toEqual(['absent@office.test', 'substitute@office.test']);
  });

  it('are not made of what was written while mail was off, not even after it was turned on', async () => {
    const anna = await reachable('anna@office.test');
    await writeMailSwitch(db.store, false);
    await notify(anna);
    await writeMailSwitch(db.store, true);
    expect(await make()).toEqual({ looked: 0, made: 0 });
  });

  it('are made of notices in words of a package too', async () => {
    const anna = await reachable('anna@office.test');
    const start = startOf(office);
    await saveTransition(db.store, start);
    await addNotice(db.store, { organisation: office.id, recipients: [anna], instance: start.after.id, node: 'tell', at: now, words: { title: 'x' } });
    await make();
    expect((await listMails(db.store, { paths: [office.path] })).items).toMatchObject([{ kind: 'notice', instance: start.after.id, state: 'waiting', attempts: 0 }]);
  });
});

describe('the queue of mails', () => {
  const queued = async (count: number): Promise<void> => {
    const anna = await reachable('anna@office.test');
    for (let n = 0; n < count; n += 1) await notify(anna);
    await make();
  };

  it('gives a mail to one of two workers that ask together', async () => {
    await queued(9);
    const other = await db.connect();
    const claims = (await Promise.all([claimMails(db.store, 6, 60), claimMails(other, 6, 60)])).flat();
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    expect([...claims, ...(await claimMails(db.store, 9, 60))].length).toBe(9);
    expect(claims[0]).toMatchObject({ address: 'anna@office.test', attempts: 1, messageId: expect.stringMatching(/^<[0-9a-f-]{36}@office\.test>$/) as string });
  });

  it('takes nothing from a worker whose lease has run out, and gives the mail with the same Message-ID to the next', async () => {
    await queued(1);
    const [frozen] = await claimMails(db.store, 1, 0);
    const [second] = await claimMails(db.store, 1, 60);
    if (!frozen || !second) throw new Error('not claimed');
    expect(second).toMatchObject({ id: frozen.id, messageId: frozen.messageId, attempts: 2 });
    expect([await settleMail(db.store, frozen, 'sent', '250'), await postponeMail(db.store, frozen, 0, '451'), await releaseMail(db.store, frozen)]).toEqual([false, false, false]);
    expect(await settleMail(db.store, second, 'sent', '250 ok')).toBe(true);
    expect(await countMails(db.store, [office.path])).toEqual({ waiting: 0, sent: 1, failed: 0 });
  });

  it('counts no attempt that no server has heard of', async () => {
    await queued(1);
    const [claimed] = await claimMails(db.store, 1, 60);
    await releaseMail(db.store, claimed!);
    expect(await claimMails(db.store, 1, 60)).toMatchObject([{ attempts: 1 }]);
  });

  it('takes a failed mail back for one of two who ask, with all its attempts', async () => {
    await queued(1);
    const [claimed] = await claimMails(db.store, 1, 60);
    await settleMail(db.store, claimed!, 'failed', '550 no such user');
    expect((await Promise.all([retryMail(db.store, claimed!.id), retryMail(db.store, claimed!.id)])).sort()).toEqual([false, true]);
    expect(await claimMails(db.store, 1, 60)).toMatchObject([{ id: claimed!.id, attempts: 1 }]);
  });

  it('has no address for a person who was erased meanwhile', async () => {
    await queued(1);
    await db.store.query({ text: 'update people set email = null' });
    expect(await claimMails(db.store, 1, 60)).toMatchObject([{ address: null }]);
  });
});
