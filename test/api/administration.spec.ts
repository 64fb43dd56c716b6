import type { OrganisationRow, PersonAccount, PersonRow } from '@reglament/contracts';
import type { AuditRow, Page } from '@reglament/contracts';
import { openServer, type Client, type Server } from './client.js';

describe('people, roles and organisations, as an administrator changes them', () => {
  let server: Server;
  let admin: Client;
  let home: string;
  beforeAll(async () => {
    server = await openServer();
    admin = await server.signIn('admin');
    home = admin.session.organisation.reference.slice('organisation:'.length);
  }, 120_000);
  afterAll(() => server.close());

  const organisations = async (): Promise<readonly OrganisationRow[]> => ((await admin.send('GET', '/organisations?limit=100')).body as unknown as { items: OrganisationRow[] }).items;
  const add = async (fullName: string, login: string, organisation = home): Promise<PersonAccount> => {
    const answer = await admin.send('POST', '/people', { organisation, fullName, login });
    expect(answer.status).toBe(201);
    return answer.body as unknown as PersonAccount;
  };
  const audited = async (): Promise<string> => JSON.stringify((await admin.send('GET', '/audit?limit=50')).body);
  const factsOf = async (action: string, q = ''): Promise<readonly AuditRow[]> => ((await admin.send('GET', `/audit?limit=50&action=${action}&q=${encodeURIComponent(q)}`)).body as unknown as Page<AuditRow>).items;
  const believedOnce = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 1100); }); // a session is believed for a second

  it('a person is added with an account, and the password of the answer is the one that opens it', async () => {
    const { person, password } = await add('Ольхина Вера Павловна', 'olkhina');
    expect(person).toMatchObject({ fullName: 'Ольхина Вера Павловна', login: 'olkhina', blocked: false, roles: [], status: 'active' });
    const own = await server.signIn('olkhina', password ?? '');
    expect(own.session.person.title).toBe('Ольхина Вера Павловна');
    expect(await audited()).toContain('Добавлен человек: Ольхина Вера Павловна');
    expect(await audited()).not.toContain(password ?? '—');
  });

  it('a login that is taken, a name of one word and an unknown position are refused at their fields', async () => {
    const refused = (body: object) => admin.send('POST', '/people', { organisation: home, fullName: 'Ольхин Пётр', ...body });
    expect(await refused({ login: 'clerk' })).toMatchObject({ status: 422, body: { code: 'loginTaken', errors: [{ pointer: '/login' }] } });
    expect(await refused({ fullName: 'Ольхин' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/fullName' }] } });
    expect(await refused({ position: 'no-such-position' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/position' }] } });
    expect((await refused({ surprise: true })).status).toBe(400);
  });

  it('a role is given with dates, shown by its title, acts at once, and is taken away at once', async () => {
    const { person, password } = await add('Кедров Иван Олегович', 'kedrov');
    const roles = (body: object) => admin.send('POST', `/people/${person.id}/roles`, { organisation: home, ...body });
    expect(await roles({ role: 'no-such-role' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/role' }] } });
    expect(await roles({ role: 'clerk', from: '2026-02-01', to: '2026-01-01' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/to' }] } });
    const given = (await roles({ role: 'clerk', from: '2020-01-01' })).body as unknown as PersonRow;
    expect(given.roles).toEqual([expect.objectContaining({ role: 'clerk', title: 'Делопроизводитель', from: '2020-01-01', to: null })]);
    expect(await roles({ role: 'clerk' })).toMatchObject({ status: 422, body: { code: 'roleHeld' } });

    expect((await server.signIn('kedrov', password ?? '')).session.may).toContain('seeJournals');
    const taken = await admin.send('DELETE', `/people/${person.id}/roles/${given.roles[0]?.id ?? ''}`);
    expect(taken).toMatchObject({ status: 200, body: { roles: [] } });
    expect((await server.signIn('kedrov', password ?? '')).session.may).not.toContain('seeJournals');
    expect(await audited()).toMatch(/Снята роль.*Дана роль/);
    const [was, is] = [await factsOf('role.taken'), await factsOf('role.given')].map(([row]) => row);
    expect(is).toMatchObject({ text: 'Дана роль: Кедров Иван Олегович', target: { page: `/people/${person.id}` } });
    expect(is?.changes).toEqual(expect.arrayContaining([{ label: 'Роль', from: null, to: expect.stringContaining('Делопроизводитель') as string }, { label: 'С', from: null, to: '01.01.2020' }]));
    expect(was?.changes).toEqual([{ label: 'По', from: null, to: expect.stringMatching(/^\d{2}\.\d{2}\.\d{4}$/) as string }]);
  });

  it('a blocked account lets nobody in and ends its sessions; unblocked, it opens with the same password', async () => {
    const { person, password } = await add('Рябов Лев Ильич', 'ryabov');
    const own = await server.signIn('ryabov', password ?? '');
    expect(await admin.send('PUT', `/people/${person.id}/account`, { blocked: true })).toMatchObject({ status: 200, body: { person: { blocked: true }, password: null } });
    await believedOnce();
    expect((await own.send('GET', '/tasks')).status).toBe(401);
    expect((await server.send('POST', '/session', { login: 'ryabov', password })).status).toBe(401);
    await admin.send('PUT', `/people/${person.id}/account`, { blocked: false });
    await server.signIn('ryabov', password ?? '');
  });

  it('a new password ends the sessions of the old one', async () => {
    const { person, password } = await add('Соснина Анна Львовна', 'sosnina');
    const own = await server.signIn('sosnina', password ?? '');
    const reset = (await admin.send('POST', `/people/${person.id}/account/password`)).body as unknown as PersonAccount;
    expect(reset.password).not.toBe(password);
    await believedOnce();
    expect((await own.send('GET', '/tasks')).status).toBe(401);
    await server.signIn('sosnina', reset.password ?? '');
  });

  it('who has no account is given one, once', async () => {
    const { body } = await admin.send('POST', '/people', { organisation: home, fullName: 'Липова Дарья' });
    const { person, password } = body as unknown as PersonAccount;
    expect([person.login, password]).toEqual([null, null]);
    expect(await admin.send('POST', `/people/${person.id}/account`, { login: 'lipova' })).toMatchObject({ status: 201, body: { person: { login: 'lipova' } } });
    expect(await admin.send('POST', `/people/${person.id}/account`, { login: 'lipova2' })).toMatchObject({ status: 409, body: { code: 'accountExists' } });
  });

  it('nobody shuts themselves out', async () => {
    const me = admin.session.person.reference.slice('person:'.length);
    expect(await admin.send('PUT', `/people/${me}/account`, { blocked: true })).toMatchObject({ status: 409, body: { code: 'oneself' } });
    const own = (await admin.send('GET', `/people/${me}`)).body as unknown as PersonRow;
    const keeping = own.roles.find(({ role }) => role === 'administrator');
    expect(await admin.send('DELETE', `/people/${me}/roles/${keeping?.id ?? ''}`)).toMatchObject({ status: 409, body: { code: 'oneself' } });
  });

  it('an organisation is added below another one, with its positions and roles, once under a name', async () => {
    const body = { parent: home, shortName: 'Школа № 77', fullName: 'Средняя школа № 77' };
    const added = (await admin.send('POST', '/organisations', body)).body as unknown as OrganisationRow;
    expect(await organisations()).toContainEqual(expect.objectContaining({ id: added.id, parent: home, shortName: 'Школа № 77' }));
    expect(await admin.send('POST', '/organisations', body)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/shortName' }] } });
    expect(await admin.send('POST', '/organisations', { ...body, shortName: 'Школа № 78', timeZone: 'Nowhere/Else' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/timeZone' }] } });
    const choices = (await admin.send('GET', `/organisations/${added.id}/choices`)).body as unknown as { roles: { key: string }[]; positions: unknown[] };
    expect(choices.roles.map(({ key }) => key)).toContain('director');
    expect(choices.positions.length).toBeGreaterThan(0);
    const { person } = await add('Клёнова Ирина Павловна', 'klenova', added.id);
    expect(person.organisation?.title).toBe('Школа № 77');
  });

  it('who may only see people changes none of them, and an administrator of a school reaches neither its neighbours nor who stands above', async () => {
    const clerk = await server.signIn('clerk');
    const { person } = await add('Берестова Нина Юрьевна', 'berestova');
    expect(await clerk.send('POST', '/people', { organisation: home, fullName: 'Кто Угодно' })).toMatchObject({ status: 403 });
    expect(await clerk.send('POST', `/people/${person.id}/account/password`)).toMatchObject({ status: 403 });

    const school = (await organisations()).find(({ parent }) => parent === home)?.id ?? '';
    const keeper = await add('Ивина Раиса Павловна', 'ivina', school);
    await admin.send('POST', `/people/${keeper.person.id}/roles`, { organisation: school, role: 'administrator' });
    const below = await server.signIn('ivina', keeper.password ?? '');
    expect((await below.send('POST', `/people/${person.id}/account/password`)).status).toBe(404);
    expect((await below.send('POST', '/organisations', { parent: home, shortName: 'Ещё одна', fullName: 'Ещё одна школа' })).status).toBe(404);

    const both = await add('Вязова Алла Игоревна', 'vyazova', school);
    await admin.send('POST', `/people/${both.person.id}/roles`, { organisation: home, role: 'clerk' });
    expect(await below.send('POST', `/people/${both.person.id}/account/password`)).toMatchObject({ status: 403 });
    expect(await below.send('POST', `/people/${both.person.id}/roles`, { organisation: home, role: 'head' })).toMatchObject({ status: 404 });
  });

  it('the log tells old and new of accounts and substitutions, and of a refusal what was refused', async () => {
    const [{ person: absent }, { person: substitute, password }] = [await add('Осокина Нина Львовна', 'osokina'), await add('Ветлин Олег Ильич', 'vetlin')];
    await admin.send('PUT', `/people/${absent.id}/account`, { blocked: true });
    expect((await factsOf('account.blocked', 'осокин'))[0]).toMatchObject({ text: 'Заблокирована учётная запись: Осокина Нина Львовна', changes: [{ label: 'Учётная запись', from: 'открыта', to: 'заблокирована' }] });

    const body = { absent: `person:${absent.id}`, substitute: `person:${substitute.id}`, from: '2031-03-01', to: '2031-03-10', basis: 'Отпуск Осокиной' };
    const added = await admin.send('POST', '/substitutions', body);
    await admin.send('PUT', `/substitutions/${String(added.body['id'])}`, { ...body, to: '2031-03-20' });
    await admin.send('DELETE', `/substitutions/${String(added.body['id'])}`);
    expect((await factsOf('substitution.changed'))[0]?.changes).toEqual([{ label: 'По', from: '10.03.2031', to: '20.03.2031' }]);
    expect((await factsOf('substitution.added'))[0]?.changes).toEqual(expect.arrayContaining([{ label: 'Кто замещает', from: null, to: 'Ветлин Олег Ильич' }]));
    expect(await factsOf('substitution.cancelled')).toHaveLength(1);
    const kept = JSON.stringify(await server.office.database.store.query({ text: 'select data from audit' }));
    expect(kept).not.toMatch(/Осокин|osokina|Ветлин|Отпуск/);

    const own = await server.signIn('vetlin', password ?? '');
    expect((await own.send('PUT', `/people/${absent.id}/account`, { blocked: false })).status).toBeGreaterThanOrEqual(403);
    expect((await own.send('GET', '/audit')).status).toBe(403);
    const refused = await factsOf('access.denied', 'ветлин');
    expect(refused.map(({ text }) => text)).toEqual(['Отказ в доступе: журнал действий (просмотр)', 'Отказ в доступе: человек Осокина Нина Львовна (учётная запись)']);
    expect(refused[1]?.target?.page).toBe(`/people/${absent.id}`);
  });

  it('the log leaves out who signed in unless it is asked for, and narrows to a person and an action', async () => {
    const log = async (query: string): Promise<readonly AuditRow[]> => ((await admin.send('GET', `/audit?limit=100${query}`)).body as unknown as Page<AuditRow>).items;
    expect((await log('')).filter(({ action }) => action.startsWith('session.'))).toEqual([]);
    expect((await log('&signIns=true')).some(({ action }) => action === 'session.opened')).toBe(true);
    expect(new Set((await log('&action=session.opened')).map(({ action }) => action))).toEqual(new Set(['session.opened']));
    const actor = encodeURIComponent(admin.session.person.reference);
    expect(new Set((await log(`&signIns=true&actor=${actor}`)).map((row) => row.actor?.reference))).toEqual(new Set([admin.session.person.reference]));
    expect(await log('&q=нет-такого-человека')).toEqual([]);
    expect((await admin.send('GET', '/audit?signIns=maybe')).status).toBe(400);
  });
});
