import type { MailRow } from '@reglament/contracts';
import { addAccount, claimMails, inTransaction, setEmail, type ClaimedMail } from '@reglament/store';
import { startSmtpListener, type SmtpListener } from '@reglament/testing';
import type { Caller } from '@reglament/runtime';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database, a real mail server, a busy machine.
jest.setTimeout(120_000);

let smtp: SmtpListener;
let office: SmallOffice;
let worker: Caller;
let boss: Caller;

beforeAll(async () => {
  smtp = await startSmtpListener();
  office = await openSmallOffice({ mail: { url: smtp.url, from: 'Регламент <panel@office.test>', panel: 'http://panel.test' } });
  worker = await office.person('worker');
  boss = await office.person('boss');
  await address(worker, 'worker@office.test');
  await office.publish(definitionOf('plain', { first: work('done', { title: 'Ivanov complains' }), done: end }));
  await office.settle();
});
afterAll(async () => {
  await office.close();
  await smtp.stop();
});
beforeEach(async () => {
  smtp.treat(() => 'take');
  smtp.mails.length = 0;
  await office.store.query({ text: 'delete from mails' });
});

const address = (who: Caller, email: string): Promise<boolean> => setEmail(office.store, who.person.slice('person:'.length), email);
const mails = async (): Promise<readonly MailRow[]> => granted(await office.runtime.listMails(boss, {}, {})).items;
const begun = async (cases = 1): Promise<void> => {
  for (let n = 0; n < cases; n += 1) await office.start(worker, 'plain');
  await office.settle();
};
/** As if the pause after a refusal had passed. */
const pauseIsOver = (): Promise<unknown> => office.store.query({ text: 'update mails set due_at = now(), lease_until = null' });

describe('mail', () => {
  it('tells of a task with a link and nothing of the case, in one mail', async () => {
    await begun();
    await office.settle();
    const [task] = await office.store.query<{ id: string }>({ text: 'select task as id from mails' });
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ to: 'worker@office.test', subject: 'Регламент: Новая задача' });
    expect(smtp.mails[0]?.text).toContain(`http://panel.test/tasks/${task!.id.replaceAll('.', '~')}`);
    expect(smtp.mails[0]?.raw + smtp.mails[0]!.text).not.toMatch(/Ivanov|complains|Person/);
    expect(await mails()).toMatchObject([{ state: 'sent', attempts: 1, address: 'w***@office.test', title: 'New task', nextAt: null }]);
  });

  it('waits while the server is away, says so, and goes out once when it is back', async () => {
    await smtp.stop();
    await begun(7);
    await office.settle();
    expect(granted(await office.runtime.mailSummary(boss))).toMatchObject({ on: true, waiting: 7, sent: 0, failed: 0, away: { answer: expect.stringContaining('ECONNREFUSED') as string } });
    expect((await mails()).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    await smtp.start();
    await office.settle();
    expect(granted(await office.runtime.mailSummary(boss))).toMatchObject({ waiting: 0, sent: 7, away: null });
    expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(7);
    expect(smtp.mails).toHaveLength(7);
  });

  it('is sent once by two processes that look together', async () => {
    await smtp.stop();
    await begun(12);
    await smtp.start();
    const other = await office.another();
    await other.startBackground();
    await Promise.all([office.runtime.background?.sweep(), other.background?.sweep()]);
    await office.settle();
    await other.stop();
    expect(smtp.mails).toHaveLength(12);
  });

  it('that is refused for now is tried again later, and given up after ten times with the server\'s answer', async () => {
    smtp.treat(() => ({ at: 'recipient', code: 451, says: 'try later, worker@office.test' }));
    await begun();
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1, answer: '451 try later, w***@office.test' }]);
    await office.settle();
    expect(await mails()).toMatchObject([{ attempts: 1 }]); // not before its time
    for (let n = 0; n < 9; n += 1) {
      await pauseIsOver();
      await office.settle();
    }
    expect(await mails()).toMatchObject([{ state: 'failed', attempts: 10 }]);
  });

  it('that is refused for good has failed at once, and goes out when an operator sends it again', async () => {
    smtp.treat(() => ({ at: 'recipient', code: 550, says: 'no such user' }));
    await begun();
    const [failed] = await mails();
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, answer: '550 no such user' });
    expect(await office.runtime.retryMail(worker, failed!.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
    smtp.treat(() => 'take');
    expect(granted(await office.runtime.retryMail(boss, failed!.id))).toMatchObject({ state: 'waiting', attempts: 0 });
    await office.settle();
    expect(await mails()).toMatchObject([{ state: 'sent' }]);
    expect(await office.runtime.retryMail(boss, failed!.id)).toMatchObject({ ok: false, refusal: { status: 409, code: 'mailNotFailed' } });
    expect(await office.count(`audit where action = 'mail.retried' and actor = $1`, boss.person)).toBe(1);
  });

  it('whose answer was lost is sent again under the same Message-ID: what SMTP cannot tell, the receiver can', async () => {
    smtp.treat(() => (smtp.mails.length === 0 ? 'lose' : 'take'));
    await begun();
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    await pauseIsOver();
    await office.settle();
    expect(await mails()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([smtp.mails[0]?.messageId, smtp.mails[0]?.messageId]);
  });

  it('that a process took and did not live to mark is sent by another after its lease, under the same Message-ID', async () => {
    await smtp.stop();
    await begun();
    const [taken] = await claimMails(office.store, 1, 60) as [ClaimedMail];
    await smtp.start();
    await office.settle();
    expect(smtp.mails).toHaveLength(0); // it may be on its way
    await pauseIsOver();
    await office.settle();
    expect(smtp.mails.map(({ messageId }) => messageId)).toEqual([taken.messageId]);
  });

  it('to an address that is none fails alone and holds up nobody', async () => {
    await address(worker, 'nobody');
    await begun();
    await address(worker, 'worker@office.test');
    await begun();
    expect((await mails()).map(({ state }) => state).sort()).toEqual(['failed', 'sent']);
  });

  it('is in the language of the person\'s account', async () => {
    const guest = await office.person('worker');
    const person = guest.person.slice('person:'.length);
    await address(guest, 'guest@office.test');
    await inTransaction(office.store, (tx) => addAccount(tx, { person, organisation: office.organisation, login: `guest-${person.slice(0, 8)}`, passwordHash: 'x', locale: 'en' }));
    await begun();
    expect(smtp.mails.find(({ to }) => to === 'guest@office.test')).toMatchObject({ subject: 'Reglament: New task', text: expect.stringContaining('You have a new task.') as string });
  });

  it('names no address in the log', async () => {
    smtp.treat(() => ({ at: 'recipient', code: 550, says: 'no worker@office.test here' }));
    await begun();
    expect(JSON.stringify(office.failures)).not.toContain('worker@');
  });
});
