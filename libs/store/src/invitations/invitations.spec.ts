import type { Effect } from '@reglament/engine';
import { openTask, organisationIn, startOf, taskOf, testDatabase, type TestDatabase } from '@reglament/testing';
import { inTransaction } from '../connection/in-transaction.js';
import { listMails } from '../mail/list-mails.js';
import { writeMailSwitch } from '../mail/mail-is-on.js';
import { claimMails } from '../mail/mail-queue.js';
import { makeInvitationMails } from '../mail/make-invitation-mails.js';
import { makeMails } from '../mail/make-mails.js';
import { saveTransition } from '../transition/save-transition.js';
import { addInvitationToken, findInvitationByToken, withdrawLinks } from './invitation-links.js';
import { countLinkAttempts, noteLinkAttempt, startInvitationSession, useInvitationSession } from './invitation-sessions.js';
import { invitationsOf } from './list-invitations.js';

let db: TestDatabase;
let office: { id: string; path: string };
beforeAll(async () => {
  db = await testDatabase();
  office = await organisationIn(db.store);
  await writeMailSwitch(db.store, true);
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.store.query({ text: 'delete from mails' });
  await db.store.query({ text: 'delete from invitations' });
});

async function invited(addresses: readonly (string | null)[], more: readonly ((task: string, party: string) => Effect)[] = []): Promise<{ instance: string; task: string; ids: string[] }> {
  const start = startOf(office);
  const id = `${start.after.id}.9`;
  const party = `invitation:${id}@${office.id}`;
  const task = taskOf(start.after.id, 9, { performers: [party], dueAt: '2026-12-01T15:00:00.000Z' });
  await saveTransition(db.store, { ...start, effects: [...start.effects, ...openTask(task), { type: 'invite', task: id, node: 'answer', addresses, graceDays: 10 }, ...more.map((effect) => effect(id, party))] });
  const ids = (await db.store.query<{ id: string }>({ text: 'select id from invitations where task = $1 order by slot' }, [id])).map((row) => row.id);
  return { instance: start.after.id, task: id, ids };
}
const make = () => makeInvitationMails(db.store, { domain: 'office.test' });

describe('an invitation', () => {
  it('is kept with the task that it opens, until so many days after the due moment', async () => {
    const { instance, task, ids } = await invited(['a@school.test', null]);
    expect(await invitationsOf(db.store, instance)).toMatchObject([{ id: ids[0], task, address: 'a@school.test', taskStatus: 'open', mail: null, expiresAt: '2026-12-11T15:00:00.000Z' }, { id: ids[1], address: null }]);
  });

  it('is mailed once, where there is an address', async () => {
    await invited(['a@school.test', 'b@school.test', null]);
    await Promise.all([make(), make()]);
    await make();
    expect((await listMails(db.store, { paths: [office.path] })).items.map(({ kind, address }) => `${kind} ${address ?? ''}`).sort()).toEqual(['invitation a@school.test', 'invitation b@school.test']);
  });

  it('is followed by reminders, each mailed once', async () => {
    const remind = (task: string, party: string): Effect => ({ type: 'notify', kind: 'reminder', to: [party], task, node: 'answer' });
    const assign = (task: string, party: string): Effect => ({ type: 'notify', kind: 'taskAssigned', to: [party], task, node: 'answer' });
    const { ids } = await invited(['a@school.test'], [assign, remind]);
    await makeMails(db.store, { now: '2026-11-22T09:00:00.000Z', domain: 'office.test' });
    await makeMails(db.store, { now: '2026-11-22T09:00:00.000Z', domain: 'office.test' });
    expect(await claimMails(db.store, 10, 60)).toMatchObject([{ kind: 'reminder', invitation: ids[0], address: 'a@school.test' }]);
  });

  it('is not mailed any more once the task is closed', async () => {
    const { task } = await invited(['a@school.test']);
    await make();
    await db.store.query({ text: `update tasks set status = 'cancelled' where id = $1` }, [task]);
    expect(await claimMails(db.store, 10, 60)).toMatchObject([{ kind: 'invitation', address: null }]);
  });

  it('works by every secret that was made, until all of them are withdrawn at once with who is in and what is not sent yet', async () => {
    const { task, ids: [id = ''] } = await invited(['a@school.test']);
    await make();
    await addInvitationToken(db.store, id, 'hash-1');
    await addInvitationToken(db.store, id, 'hash-2');
    await startInvitationSession(db.store, { tokenHash: 'session', invitation: id, csrfToken: 'c', idleMinutes: 60, maxHours: 12 });
    expect(await useInvitationSession(db.store, 'session', 60)).toEqual({ invitation: id, csrfToken: 'c' });
    for (const hash of ['hash-1', 'hash-2']) expect(await findInvitationByToken(db.store, hash)).toMatchObject({ task, party: expect.stringMatching(/^invitation:/) as string, taskStatus: 'open', withdrawn: false });
    await inTransaction(db.store, (tx) => withdrawLinks(tx, id));
    for (const hash of ['hash-1', 'hash-2']) expect(await findInvitationByToken(db.store, hash)).toMatchObject({ withdrawn: true });
    expect(await findInvitationByToken(db.store, 'hash-3')).toBeNull();
    expect(await useInvitationSession(db.store, 'session', 60)).toBeNull();
    expect((await listMails(db.store, { paths: [office.path] })).items).toEqual([]);
  });

  it('is over with its session after an hour without a request, and after its time in any case', async () => {
    const { ids: [id = ''] } = await invited(['a@school.test']);
    await startInvitationSession(db.store, { tokenHash: 'idle', invitation: id, csrfToken: 'c', idleMinutes: 0, maxHours: 12 });
    await startInvitationSession(db.store, { tokenHash: 'old', invitation: id, csrfToken: 'c', idleMinutes: 60, maxHours: 0 });
    expect(await useInvitationSession(db.store, 'idle', 60)).toBeNull();
    expect(await useInvitationSession(db.store, 'old', 60)).toBeNull();
  });
});

it('attempts to open links are counted by address', async () => {
  await noteLinkAttempt(db.store, 'here');
  expect([await countLinkAttempts(db.store, 'here'), await countLinkAttempts(db.store, 'there')]).toEqual([1, 0]);
});
