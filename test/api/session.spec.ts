import { openServer, type Server } from './client.js';

describe('sessions over HTTP', () => {
  let server: Server;
  beforeAll(async () => { server = await openServer(); }, 120_000);
  afterAll(() => server.close());

  it('open with the right password and tell the panel who is there and what may be shown', async () => {
    const clerk = await server.signIn('clerk');
    expect(clerk.session).toMatchObject({ login: 'clerk', demo: true, person: { title: expect.stringContaining('Ракитина') }, may: expect.arrayContaining(['seeJournals']) });
    expect((await clerk.send('GET', '/session')).status).toBe(200);
  });

  it('put the cookie out of reach of scripts and of other sites', async () => {
    const opened = await server.send('POST', '/session', { login: 'head', password: server.office.password('head') });
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i);
  });

  it('answer an unknown name and a wrong password in the same words', async () => {
    const [unknown, wrong] = [await server.send('POST', '/session', { login: 'nobody', password: 'x' }), await server.send('POST', '/session', { login: 'lawyer', password: 'x' })];
    expect(unknown.status).toBe(401);
    expect(wrong).toMatchObject({ status: 401, body: unknown.body });
  });

  it('are throttled after failures of one name, whatever the case of its letters', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await server.send('POST', '/session', { login: attempt % 2 ? 'Accountant' : 'accountant', password: 'wrong' });
    expect(await server.send('POST', '/session', { login: 'accountant', password: server.office.password('accountant') })).toMatchObject({ status: 429, body: { code: 'signInThrottled' } });
  });

  it('refuse a write without the token of this very session', async () => {
    const methodist = await server.signIn('methodist');
    const other = await server.signIn('methodist2');
    const start = (headers: Record<string, string>) => methodist.send('POST', '/process-instances', { definition: 'order-issuance' }, headers);
    expect(await start({ 'x-csrf-token': '' })).toMatchObject({ status: 403, body: { code: 'badCsrfToken' } });
    expect(await start({ 'x-csrf-token': other.session.csrfToken })).toMatchObject({ status: 403, body: { code: 'badCsrfToken' } });
    expect((await start({})).status).toBe(201);
  });

  it('end for good at sign-out', async () => {
    const person = await server.signIn('specialist');
    expect((await person.send('DELETE', '/session')).status).toBe(204);
    expect(await person.send('GET', '/tasks')).toMatchObject({ status: 401, body: { code: 'notSignedIn' } });
  });

  it('change a password only for who knows the present one, and end every other session', async () => {
    const [here, there] = [await server.signIn('deputy'), await server.signIn('deputy')];
    expect(await here.send('POST', '/session/password', { current: 'wrong', next: 'long enough 1' })).toMatchObject({ status: 422, body: { code: 'passwordWrong' } });
    expect(await here.send('POST', '/session/password', { current: server.office.password('deputy'), next: 'short' })).toMatchObject({ status: 400 });
    expect((await here.send('POST', '/session/password', { current: server.office.password('deputy'), next: 'long enough 1' })).status).toBe(204);
    await new Promise((resolve) => { setTimeout(resolve, 1100); }); // a session is believed for a second
    expect((await there.send('GET', '/tasks')).status).toBe(401);
    expect((await here.send('GET', '/tasks')).status).toBe(200);
    await server.signIn('deputy', 'long enough 1');
  });
});
