import { contentHash, type FormDefinition, type InvitationRow, type ProcessDefinition, type RenewedLink, type RespondView } from '@reglament/contracts';
import { inTransaction, publishDefinition, publishForm } from '@reglament/store';
import { openServer, type Answered, type Client, type Server } from './client.js';

const form: FormDefinition = {
  format: 1, key: 'spec-answer', title: 'Ответ',
  schema: { type: 'object', properties: { text: { type: 'string', minLength: 10, maxLength: 100 } }, required: ['text'], additionalProperties: false },
  ui: { sections: [{ key: 'answer', title: 'Ответ', fields: [{ path: 'text', widget: 'textarea', label: 'Текст' }] }] },
};
const definition: ProcessDefinition = {
  format: 1, key: 'spec-asking', title: 'Опрос', cancel: { performers: [{ type: 'role', role: 'clerk' }] }, subject: { value: 'Тайное дело' },
  nodes: {
    begin: { type: 'startEvent', performers: [{ type: 'role', role: 'clerk' }], next: 'ask' },
    ask: { type: 'userTask', title: 'Анкета', description: 'Ответьте коротко', form: 'spec-answer', variable: 'answer', performers: [{ type: 'invite', address: { value: 'school@office.test' }, graceDays: 5 }], outcomes: { send: { title: 'Отправить', to: 'done' } } },
    done: { type: 'endEvent' },
  },
};

describe('the respondent\'s surface', () => {
  let server: Server;
  let clerk: Client;
  let other: Client;
  beforeAll(async () => {
    server = await openServer();
    clerk = await server.signIn('clerk');
    other = await server.signIn('admin');
    const organisation = clerk.session.organisation.reference.slice('organisation:'.length);
    const publication = { organisation, origin: 'package', package: 'spec', publishedBy: null } as const;
    await inTransaction(server.office.runtime.shell.store, async (tx) => {
      await publishForm(tx, { ...publication, key: form.key, hash: contentHash(form), title: form.title, content: form }, '');
      await publishDefinition(tx, { ...publication, key: definition.key, hash: contentHash(definition), title: definition.title, content: definition }, { forms: { [form.key]: contentHash(form) } }, null);
    });
  }, 120_000);
  afterAll(() => server.close());

  interface Asked { readonly instance: string; readonly invitation: string; readonly token: string }
  async function asked(): Promise<Asked> {
    const started = await clerk.send('POST', '/process-instances', { definition: definition.key });
    expect(started.status).toBe(201);
    const { instance } = started.body as { instance: string };
    const [row] = (await clerk.send('GET', `/process-instances/${instance}/invitations`)).body as unknown as InvitationRow[];
    const made = (await clerk.send('POST', `/invitations/${row!.id}/link`)).body as unknown as RenewedLink;
    return { instance, invitation: row!.id, token: made.path.split('#')[1] ?? '' };
  }
  const exchange = (token: unknown): Promise<Answered> => server.send('POST', '/respond/session', { token });
  interface Page { readonly view: RespondView; readonly cookie: string; send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered> }
  async function open(token: string): Promise<Page> {
    const answer = await exchange(token);
    expect(answer.status).toBe(200);
    const view = answer.body as unknown as RespondView;
    const cookie = answer.headers.get('set-cookie') ?? '';
    const own = { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': view.csrfToken };
    return { view, cookie, send: (method, path, body, headers) => server.send(method, `/respond${path}`, body, { ...own, ...headers }) };
  }
  const good = { outcome: 'send', data: { text: 'Десять знаков и больше' } };

  it('exchanges a link for a cookie of its own that scripts do not see and that goes nowhere else', async () => {
    const { view, cookie } = await open((await asked()).token);
    expect(cookie).toMatch(/^reglament_respond=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\/api\/v1\/respond/);
    expect(view).toMatchObject({ title: 'Анкета', description: 'Ответьте коротко', form: { key: form.key }, outcomes: [{ key: 'send' }], draft: null });
    expect(JSON.stringify(view)).not.toContain('Тайное дело');
  });

  it('gives the form, keeps the draft under its ETag, refuses what the panel refuses, and takes one answer', async () => {
    const { token } = await asked();
    const page = await open(token);
    expect((await page.send('GET', `/forms/${page.view.form?.hash ?? ''}`)).body).toMatchObject({ key: form.key });
    const saved = await page.send('PUT', '/draft', { data: { text: 'пол' } });
    expect(saved.status).toBe(200);
    expect(saved.headers.get('etag')).toMatch(/^".+"$/);
    expect(((await open(token)).view.draft)?.data).toEqual({ text: 'пол' });

    const refused = await page.send('POST', '/complete', { outcome: 'send', data: { text: 'мало' } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'formInvalid', errors: [{ pointer: '/data/text' }] } });
    const second = await open(token);
    const answers = await Promise.all([page.send('POST', '/complete', good), second.send('POST', '/complete', good)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect(answers.find(({ status }) => status === 200)?.body).toEqual({ sent: true, message: 'Ответ отправлен. Спасибо!' });
    expect(answers.find(({ status }) => status === 410)?.body).toMatchObject({ code: 'linkUsed' });
    for (const again of [await exchange(token), await page.send('GET', ''), await page.send('PUT', '/draft', { data: {} })]) expect(again).toMatchObject({ status: 410, body: { code: 'linkUsed' } });
  });

  it('answers a repeated request with the same key as the first time', async () => {
    const page = await open((await asked()).token);
    const key = { 'idempotency-key': 'the-one-intention' };
    const first = await page.send('POST', '/complete', good, key);
    expect(first.status).toBe(200);
    expect(await page.send('POST', '/complete', good, key)).toMatchObject({ status: 200, body: first.body });
  });

  it('says the same of a link that there never was and of one that is cut short, and nothing of any case', async () => {
    const { token } = await asked();
    const answers = await Promise.all([exchange('x'.repeat(43)), exchange(token.slice(0, 42)), exchange(token.split('').reverse().join(''))]);
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 404, body: answers[0].body });
    expect(answers[0].body).toMatchObject({ code: 'linkUnknown' });
    for (const wrong of ['', 'a b', 'x'.repeat(101), 7, null]) expect((await exchange(wrong)).status).toBe(400);
    expect((await server.send('POST', `/respond/session?token=${token}`)).status).toBe(400);
  });

  it('says that a link was withdrawn, and ends the session that it opened', async () => {
    const { token, invitation } = await asked();
    const page = await open(token);
    expect((await clerk.send('POST', `/invitations/${invitation}/link`)).status).toBe(200);
    expect(await exchange(token)).toMatchObject({ status: 410, body: { code: 'linkWithdrawn' } });
    expect((await page.send('GET', '')).status).toBe(401);
  });

  it('says that the answer is not wanted once the case is cancelled', async () => {
    const { token, instance } = await asked();
    const page = await open(token);
    expect((await clerk.send('POST', `/process-instances/${instance}/cancel`, { remark: 'Передумали' })).status).toBe(200);
    expect(await exchange(token)).toMatchObject({ status: 410, body: { code: 'linkClosed' } });
    const late = await page.send('POST', '/complete', good);
    expect(late).toMatchObject({ status: 410, body: { code: 'linkClosed' } });
    expect(JSON.stringify(late.body)).not.toMatch(/Тайное|Передумали/);
  });

  it('opens nothing of the panel, and the panel\'s session opens nothing here', async () => {
    const page = await open((await asked()).token);
    const cookie = page.cookie.split(';')[0] ?? '';
    for (const path of ['/tasks', '/session', '/people', '/process-instances', `/forms/${page.view.form?.hash ?? ''}`]) expect((await server.send('GET', path, undefined, { cookie })).status).toBe(401);
    expect((await clerk.send('GET', '/respond')).status).toBe(401);
    expect((await server.send('GET', '/respond')).status).toBe(401);
    expect((await page.send('GET', `/forms/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('changes nothing without the session\'s own token', async () => {
    const page = await open((await asked()).token);
    for (const [method, path, body] of [['PUT', '/draft', { data: {} }], ['POST', '/complete', good]] as const) expect((await page.send(method, path, body, { 'x-csrf-token': 'another' })).status).toBe(403);
  });

  it('leaves "by personal link" in the history, and neither an address nor a secret anywhere', async () => {
    const { token, instance } = await asked();
    expect((await (await open(token)).send('POST', '/complete', good)).status).toBe(200);
    const history = JSON.stringify((await clerk.send('GET', `/process-instances/${instance}/history`)).body);
    expect(history).toContain('по личной ссылке');
    expect(history).not.toContain('school@office.test');
    const log = JSON.stringify((await other.send('GET', '/audit?limit=100')).body);
    expect(log).toContain('Личная ссылка сделана заново');
    expect(log).not.toContain(token);
  });

  it('gives and makes links for those who look after the case, and for nobody else', async () => {
    const { invitation, instance } = await asked();
    const stranger = await server.signIn('executor').catch(() => null) ?? await server.signIn('lawyer');
    const seen = await stranger.send('GET', `/process-instances/${instance}/invitations`);
    expect(seen.status === 404 || JSON.stringify(seen.body) === '[]').toBe(true);
    expect([403, 404]).toContain((await stranger.send('POST', `/invitations/${invitation}/link`)).status);
    expect((await clerk.send('POST', '/invitations/none/link')).status).toBe(404);
  });

  it('is not asked about links for ever from one address', async () => {
    let last = 0;
    for (let n = 0; n < 25 && last !== 429; n += 1) last = (await exchange(`guess-${n}`)).status;
    expect(last).toBe(429);
  });
});
