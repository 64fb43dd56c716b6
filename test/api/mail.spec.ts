import type { MailRow, MailSummary, Page } from '@reglament/contracts';
import { openServer, type Client, type Server } from './client.js';

describe('the mail queue over HTTP', () => {
  let server: Server;
  let admin: Client;
  let clerk: Client;
  beforeAll(async () => {
    server = await openServer();
    admin = await server.signIn('admin');
    clerk = await server.signIn('clerk');
  }, 120_000);
  afterAll(() => server.close());

  const idOf = (client: Client): string => client.session.person.reference.slice('person:'.length);
  const list = async (query = ''): Promise<readonly MailRow[]> => ((await admin.send('GET', `/mail${query}`)).body as unknown as Page<MailRow>).items;
  const queue = async (state: string, answer: string | null): Promise<string> => {
    const [row] = await server.office.runtime.shell.store.query<{ id: string }>({
      text: `insert into mails (organisation, path, person, kind, locale, message_id, state, answer, settled_at)
        select organisation, path, id, 'reminder', 'ru', '<x@y>', $2, $3, case when $2 <> 'waiting' then now() end from people where id = $1 returning id`,
    }, [idOf(clerk), state, answer]);
    return row!.id;
  };

  it('says that mail is off where no server is named', async () => {
    expect((await admin.send('GET', '/mail/summary')).body as unknown as MailSummary).toEqual({ on: false, waiting: 0, sent: 0, failed: 0, away: null });
    expect(await list()).toEqual([]);
  });

  it('an address is set and read by whoever manages people, is refused where it is none, and its value stays out of the audit', async () => {
    const path = `/people/${idOf(clerk)}/email`;
    expect(await admin.send('PUT', path, { email: 'clerk@office.test' })).toMatchObject({ status: 200, body: { email: 'clerk@office.test' } });
    expect(await admin.send('GET', path)).toMatchObject({ status: 200, body: { email: 'clerk@office.test' } });
    for (const email of ['clerk', 'clerk@', 'a b@c.test', 'a@b.test, c@d.test', 'a@b.test\nBcc: c@d.test', 'Clerk <a@b.test>']) expect((await admin.send('PUT', path, { email })).status).toBe(400);
    expect([403, 404]).toContain((await clerk.send('GET', path)).status);
    expect([403, 404]).toContain((await clerk.send('PUT', path, { email: null })).status);
    const log = JSON.stringify((await admin.send('GET', '/audit?limit=50')).body);
    expect(log).toContain('Изменён адрес почты');
    expect(log).not.toContain('clerk@office.test');
  });

  it('mails are listed by state with a masked address', async () => {
    await queue('waiting', null);
    await queue('failed', '550 no such user');
    expect(await list('?state=failed')).toMatchObject([{ kind: 'reminder', title: 'Напоминание о сроке', state: 'failed', address: 'c***@office.test', answer: '550 no such user', nextAt: null }]);
    expect(await list('?state=waiting')).toMatchObject([{ state: 'waiting', nextAt: expect.any(String) as string }]);
    expect((await admin.send('GET', '/mail/summary')).body).toMatchObject({ waiting: 1, failed: 1 });
    expect((await admin.send('GET', '/mail?state=lost')).status).toBe(400);
  });

  it('a failed mail goes back into the queue once, and who did it is in the audit', async () => {
    const failed = (await list('?state=failed'))[0]!;
    const answers = await Promise.all([admin.send('POST', `/mail/${failed.id}/retry`), admin.send('POST', `/mail/${failed.id}/retry`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'mailNotFailed' });
    expect(JSON.stringify((await admin.send('GET', '/audit?limit=50')).body)).toContain('Письмо отправлено повторно');
  });

  it('nobody else sees the queue or touches it', async () => {
    const id = await queue('failed', null);
    expect((await clerk.send('GET', '/mail')).status).toBe(403);
    expect((await clerk.send('GET', '/mail/summary')).status).toBe(403);
    expect((await clerk.send('POST', `/mail/${id}/retry`)).status).toBe(404);
    expect((await server.send('GET', '/mail')).status).toBe(401);
    expect((await admin.send('POST', '/mail/not-an-id/retry')).status).toBe(404);
  });
});
