import type { FormDefinition } from '@reglament/contracts';
import { respondentCaller, type Caller, type Respondent } from '@reglament/runtime';
import { startSmtpListener, type SmtpListener } from '@reglament/testing';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database, a real mail server, a busy machine.
jest.setTimeout(120_000);

const form: FormDefinition = {
  format: 1, key: 'answer', title: 'Answer',
  schema: { type: 'object', properties: { text: { type: 'string', minLength: 5, maxLength: 100 }, note: { type: 'string', maxLength: 100 } }, required: ['text'], additionalProperties: false },
  ui: { sections: [{ key: 'answer', title: 'Answer', fields: [{ path: 'text', widget: 'textarea', label: 'Text' }, { path: 'note', widget: 'text', label: 'Note' }] }] },
};

let smtp: SmtpListener;
let office: SmallOffice;
let worker: Caller;
let boss: Caller;

beforeAll(async () => {
  smtp = await startSmtpListener();
  office = await openSmallOffice({ mail: { url: smtp.url, from: 'panel@office.test', panel: 'http://panel.test' } });
  worker = await office.person('worker');
  boss = await office.person('boss');
  const pins = { forms: { answer: await office.form(form) } };
  const ask = { title: 'Answer us', form: 'answer', variable: 'answer', due: { calendarDays: 3 }, remind: [{ before: { calendarDays: 1 } }] };
  const invite = { type: 'invite', address: { variable: 'item.mail' }, graceDays: 2 };
  await office.publish(definitionOf('ask', {
    ask: work('done', { ...ask, performers: [{ ...invite, address: { value: 'school@office.test' } }] }), done: end,
  }, { cancel: { performers: [{ type: 'role', role: 'boss' }] } }), pins);
  await office.publish(definitionOf('ask-many', {
    ask: work('done', { ...ask, performers: [invite, { type: 'role', role: 'boss' }], forEach: { items: { value: [{ mail: 'a@office.test' }, { mail: 'b@office.test' }, { mail: null }] }, as: 'item', mode: 'parallel' } }), done: end,
  }), pins);
  await office.settle();
});
afterAll(async () => {
  await office.close();
  await smtp.stop();
});
beforeEach(() => { smtp.mails.length = 0; });

/** What a test leaves open would remind its holder in the next one. */
afterEach(async () => {
  const open = await office.store.query<{ id: string }>({ text: `select id from process_instances where status = 'active' and definition_key = 'ask'` });
  for (const { id } of open) granted(await office.runtime.cancelInstance(boss, { instance: id, body: { remark: 'over' }, idempotencyKey: null }));
});

const here = { locale: 'en', address: null } as const;
const secrets = (): readonly string[] => smtp.mails.map(({ text }) => /http:\/\/panel\.test\/respond#([\w-]{43})\n/.exec(text)?.[1] ?? '');
const open = async (secret: string): Promise<Respondent> => {
  const opened = granted(await office.runtime.openLink({ token: secret, address: 'here' }));
  return granted(await office.runtime.respondentOf(opened.sessionToken));
};
const refused = async (secret: string): Promise<unknown> => {
  const answer = await office.runtime.openLink({ token: secret, address: `from ${Math.random()}` });
  return answer.ok ? 'opened' : answer.refusal.code;
};
const asked = async (definition = 'ask'): Promise<string> => {
  const instance = await office.start(worker, definition);
  await office.settle();
  return instance;
};
const submit = (respondent: Respondent, data: object, idempotencyKey: string | null = null) => office.runtime.submitRespond({ respondent, ...here, body: { outcome: 'done', data: data as Record<string, unknown> }, idempotencyKey });

describe('a personal link', () => {
  it('comes by mail with nothing of the case, opens one task, is judged as in the panel, and sends once', async () => {
    const instance = await asked();
    expect(smtp.mails).toMatchObject([{ to: 'school@office.test', subject: 'Регламент: Вас просят заполнить форму' }]);
    const [secret = ''] = secrets();
    const respondent = await open(secret);
    const view = granted(await office.runtime.viewRespond({ respondent, ...here }));
    expect(view).toMatchObject({ title: 'Answer us', form: { key: 'answer' }, outcomes: [{ key: 'done' }], draft: null });
    expect(JSON.stringify(view)).not.toContain(instance);

    expect(await submit(respondent, { text: 'abc' })).toMatchObject({ ok: false, refusal: { status: 422, code: 'formInvalid', errors: [{ pointer: '/data/text' }] } });
    expect(granted(await submit(respondent, { text: 'an answer' }))).toEqual({ sent: true, message: 'The answer has been sent. Thank you!' });
    expect(await refused(secret)).toBe('linkUsed');
    expect(await office.runtime.viewRespond({ respondent, ...here })).toMatchObject({ ok: false, refusal: { status: 410, code: 'linkUsed' } });

    const history = granted(await office.runtime.viewHistory(worker, instance));
    expect(history.filter(({ by }) => by?.title === 'by personal link').length).toBeGreaterThan(0);
    expect(JSON.stringify(history)).not.toContain('school@office.test');
    expect(await office.count(`history where data::text like '%school@%' or by_party like '%school@%'`)).toBe(0);
    expect(await office.count(`invitation_tokens where hash = $1`, secret)).toBe(0);
  });

  it('keeps a draft that another device goes on with, field by field', async () => {
    await asked();
    const [secret = ''] = secrets();
    const [one, two] = [await open(secret), await open(secret)];
    const first = granted(await office.runtime.draftRespond({ respondent: one, ...here, etag: null, body: { data: { text: 'half' } } }));
    expect(granted(await office.runtime.viewRespond({ respondent: two, ...here })).draft).toMatchObject({ etag: first.etag, data: { text: 'half' } });
    granted(await office.runtime.draftRespond({ respondent: two, ...here, etag: first.etag, body: { data: { text: 'half', note: 'from two' } } }));
    const merged = granted(await office.runtime.draftRespond({ respondent: one, ...here, etag: first.etag, body: { data: { text: 'more than half' }, base: { text: 'half' } } }));
    expect(merged.data).toEqual({ text: 'more than half', note: 'from two' });
  });

  it('sent from two windows at once is taken from one, and the other is told', async () => {
    const instance = await asked();
    const [secret = ''] = secrets();
    const answers = await Promise.all((await Promise.all([open(secret), open(secret), open(secret)])).map((respondent, n) => submit(respondent, { text: `answer ${n}` })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal).toMatchObject({ status: 410, code: 'linkUsed' });
    expect(await office.count('submissions where instance = $1', instance)).toBe(1);
  });

  it('sent again under its key is answered as the first time', async () => {
    await asked();
    const respondent = await open(secrets()[0] ?? '');
    const first = await submit(respondent, { text: 'an answer' }, 'once');
    expect(await submit(await again(respondent), { text: 'an answer' }, 'once')).toEqual(first);
  });
  const again = async ({ invitation, csrfToken }: Respondent): Promise<Respondent> => ({ invitation: { ...invitation, taskStatus: 'completed', completedBy: invitation.party }, csrfToken });

  it('reminds its holder with a link that works beside the first', async () => {
    await asked();
    office.later(2 * 86_400 + 3600);
    await office.settle();
    expect(smtp.mails.map(({ subject }) => subject)).toEqual(['Регламент: Вас просят заполнить форму', 'Регламент: Напоминание о сроке']);
    for (const secret of secrets()) expect((await open(secret)).invitation.taskStatus).toBe('open');
  });

  it('works until its days of grace are over, and says so then', async () => {
    await asked();
    const [secret = ''] = secrets();
    office.later(4 * 86_400);
    const late = await open(secret);
    office.later(2 * 86_400);
    expect(await refused(secret)).toBe('linkExpired');
    expect(await submit(late, { text: 'too late' })).toMatchObject({ ok: false, refusal: { status: 410, code: 'linkExpired' } });
  });

  it('of a case that was cancelled says that the answer is not wanted, and nothing waits to be mailed', async () => {
    await smtp.stop();
    const instance = await asked();
    await smtp.start();
    const link = granted(await office.runtime.renewLink(worker, (await office.store.query<{ id: string }>({ text: 'select id from invitations where instance = $1' }, [instance]))[0]!.id));
    const respondent = await open(link.path.split('#')[1] ?? '');
    granted(await office.runtime.cancelInstance(boss, { instance, body: { remark: 'not needed' }, idempotencyKey: null }));
    expect(await refused(link.path.split('#')[1] ?? '')).toBe('linkClosed');
    expect(await submit(respondent, { text: 'an answer' })).toMatchObject({ ok: false, refusal: { status: 410, code: 'linkClosed' } });
    await office.settle();
    expect(smtp.mails).toEqual([]);
  });

  it('made anew by whoever looks after the case opens it, and the one before does not any more', async () => {
    const instance = await asked();
    const [mailed = ''] = secrets();
    const respondent = await open(mailed);
    const [row] = granted(await office.runtime.listInvitations(worker, instance));
    expect(row).toMatchObject({ address: 's***@office.test', state: 'open', mail: 'sent', taskTitle: 'Answer us' });
    const stranger = await office.person();
    expect(await office.runtime.listInvitations(stranger, instance)).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await office.runtime.renewLink(stranger, row!.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
    const made = granted(await office.runtime.renewLink(worker, row!.id));
    expect(made.path).toMatch(/^\/respond#[\w-]{43}$/);
    expect(await refused(mailed)).toBe('linkWithdrawn');
    expect((await open(made.path.split('#')[1] ?? '')).invitation.id).toBe(respondent.invitation.id);
    expect(await office.count(`audit where action = 'invitation.renewed' and actor = $1`, worker.person)).toBeGreaterThan(0);
  });

  it('is one of many in a case that asks many, and a colleague may fill in what nobody answers', async () => {
    const instance = await asked('ask-many');
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual(['a@office.test', 'b@office.test']);
    const rows = granted(await office.runtime.listInvitations(worker, instance));
    expect(rows.map(({ address, mail }) => [address, mail])).toEqual([['a***@office.test', 'sent'], ['b***@office.test', 'sent'], [null, null]]);
    for (const secret of secrets()) granted(await submit(await open(secret), { text: 'from a school' }));
    granted(await office.runtime.completeTask(boss, { task: rows[2]!.task, body: { outcome: 'done', data: { text: 'by telephone' } }, idempotencyKey: null }));
    await office.settle();
    expect(granted(await office.runtime.viewInstance(worker, instance)).status).toBe('completed');
    expect(granted(await office.runtime.listInvitations(worker, instance)).map(({ state }) => state)).toEqual(['answered', 'answered', 'closed']);
  });

  it('opens no other task, and nothing of the office', async () => {
    const other = await asked();
    await asked();
    const respondent = await open(secrets()[1] ?? '');
    const caller = respondentCaller(respondent, here);
    const [task] = await office.tasks(other);
    expect(await office.runtime.viewTask(caller, task!.id)).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await office.runtime.completeTask(caller, { task: task!.id, body: { outcome: 'done', data: { text: 'an answer' } }, idempotencyKey: null })).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await office.runtime.viewInstance(caller, other)).toMatchObject({ ok: false, refusal: { status: 404 } });
  });

  it('that there is not is refused in the same words, and not asked about for ever', async () => {
    expect(await refused('x'.repeat(43))).toBe('linkUnknown');
    for (let n = 0; n < 20; n += 1) await office.runtime.openLink({ token: `guess-${n}`, address: 'one place' });
    expect(await office.runtime.openLink({ token: 'guess', address: 'one place' })).toMatchObject({ ok: false, refusal: { status: 429 } });
  });
});
