import type { FormDraftView, FormHandedOut, FormPageView, FormPublished, FormRecipients, FormRow, Page, TaskRow } from '@reglament/contracts';
import { openServer, type Client, type Server } from './client.js';

const TEXT = 'Методический день получился содержательным, материалы разобраны с коллегами, и каждый унёс с собой готовый план.';

/** What the panel's builder makes of «Текст отзыва» (100–3000) and «Полезность 1–5». */
const review = (key: string): object => ({
  format: 1, key, title: { ru: 'Отзыв о дне' },
  schema: { type: 'object', properties: { q1: { type: 'string', minLength: 100, maxLength: 3000 }, q2: { type: 'integer', enum: [1, 2, 3, 4, 5] } }, required: ['q1', 'q2'], additionalProperties: false },
  ui: { sections: [{ key: 'section-1', title: { ru: 'Вопросы' }, fields: [
    { path: 'q1', widget: 'textarea', label: { ru: 'Текст отзыва' } }, { path: 'q2', widget: 'radio', label: { ru: 'Полезность' }, options: [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) })) },
  ] }] },
});

describe('forms that an administrator makes', () => {
  let server: Server;
  let admin: Client;
  let key: string;
  beforeAll(async () => {
    server = await openServer();
    admin = await server.signIn('admin');
  }, 120_000);
  afterAll(() => server.close());

  const base = (path = ''): string => `/form-definitions/${key}${path}`;
  const draft = async (): Promise<FormDraftView> => (await admin.send('GET', base('/draft'))).body as unknown as FormDraftView;
  const save = async (content: object, etag: string) => admin.send('PUT', base('/draft'), { content }, { 'if-match': `"${etag}"` });
  const page = async (): Promise<FormPageView> => (await admin.send('GET', base())).body as unknown as FormPageView;

  it('a new form gets its key from the title and stands in the list as a draft', async () => {
    const added = await admin.send('POST', '/form-definitions', { title: 'Отзыв о дне' });
    expect(added).toMatchObject({ status: 201, body: { key: 'otzyv-o-dne', version: null, questions: 0, usedIn: 0, draft: { savedBy: { title: expect.any(String) as string } } } });
    key = (added.body as unknown as FormRow).key;
    const listed = ((await admin.send('GET', '/form-definitions?q=отзыв о')).body as unknown as Page<FormRow>).items;
    expect(listed.map((row) => row.key)).toEqual([key]);
    expect(((await admin.send('POST', '/form-definitions', { title: 'Отзыв о дне' })).body as unknown as FormRow).key).toBe('otzyv-o-dne-2');
  });

  it('a form that is not finished is kept as it is, is not published, and says at which question it is wrong', async () => {
    const { etag } = await draft();
    const broken = { ...review(key), schema: { type: 'object', properties: { q1: { type: 'string', minLength: -1 } } } };
    const saved = await save(broken, etag);
    expect(saved.status).toBe(200);
    const refused = await admin.send('POST', base('/publish'), undefined, { 'if-match': saved.headers.get('etag') ?? '' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'formBroken', errors: [expect.objectContaining({ pointer: '/schema/properties/q1/minLength' }) as unknown] } });
    expect((await admin.send('GET', base('/draft/validator.js'))).status).toBe(404);
    expect((await draft()).content).toEqual(broken);
  });

  it('who has not seen the last saving is told, and nothing is written over', async () => {
    const { etag } = await draft();
    expect((await save(review(key), etag)).status).toBe(200);
    expect(await save({ ...review(key), title: { ru: 'Другое' } }, etag)).toMatchObject({ status: 412, body: { code: 'draftChanged' } });
    expect(await admin.send('POST', base('/publish'), undefined, { 'if-match': `"${etag}"` })).toMatchObject({ status: 412 });
    expect((await admin.send('PUT', base('/draft'), { content: review(key) })).status).toBe(428);
    expect((await draft()).content).toEqual(review(key));
  });

  it('what has not the shape of a form, or another form’s key, is not kept', async () => {
    const { etag } = await draft();
    expect((await save({ hello: 1 }, etag)).status).toBe(400);
    expect((await save({ ...review(key), ui: { sections: [{ key: 'a', title: 'A', fields: [{ path: 'q1', widget: 'magic' }] }] } }, etag)).status).toBe(400);
    expect(await save(review('leave-application'), etag)).toMatchObject({ status: 422, body: { code: 'keyChanged' } });
  });

  it('publishing makes a version with its author, takes the draft away, and is in the log', async () => {
    const { etag } = await draft();
    expect((await admin.send('GET', base('/draft/validator.js'))).headers.get('content-type')).toContain('text/javascript');
    const published = (await admin.send('POST', base('/publish'), undefined, { 'if-match': `"${etag}"` })).body as unknown as FormPublished;
    expect(published).toMatchObject({ key, version: 1, unchanged: false });
    expect(await page()).toMatchObject({ row: { version: 1, draft: null, questions: 2 }, versions: [{ version: 1, hash: published.hash, own: true, current: true, package: null, publishedBy: { title: expect.any(String) as string } }], mayManage: true });
    expect((await admin.send('GET', base('/draft'))).status).toBe(404);
    expect(JSON.stringify((await admin.send('GET', '/audit?limit=20&action=form.published')).body)).toContain('Опубликована форма: Отзыв о дне');
  });

  it('a changed form is the next version; one that was not changed is none; one that was there before is refused', async () => {
    const publish = async (content: object) => {
      const opened = (await admin.send('POST', base('/draft'))).body as unknown as FormDraftView;
      expect(opened.takenPaths).toEqual(['q1', 'q2']);
      expect((await page()).row.draft).toBeNull(); // opened, and nothing changed in it yet
      const saved = await save(content, opened.etag);
      return admin.send('POST', base('/publish'), undefined, { 'if-match': saved.headers.get('etag') ?? '' });
    };
    expect((await publish(review(key))).body).toMatchObject({ version: 1, unchanged: true });
    expect((await publish({ ...review(key), description: { ru: 'Коротко' } })).body).toMatchObject({ version: 2, unchanged: false });
    expect(await publish(review(key))).toMatchObject({ status: 409, body: { code: 'sameAsEarlier' } });
    expect((await admin.send('DELETE', base('/draft'))).status).toBe(204);
    expect((await page()).versions.map(({ version, current }) => [version, current])).toEqual([[2, true], [1, false]]);
  });

  it('is handed out to a person: the task bears the form’s title, a short answer is refused in words, a long one is seen by who asked', async () => {
    const methodist = await server.signIn('methodist');
    const asked = { recipients: [methodist.session.person.reference], workingDays: 3 };
    const out = await admin.send('POST', base('/hand-outs'), asked, { 'idempotency-key': 'once-for-forms' });
    expect(out).toMatchObject({ status: 201, body: { people: 1 } });
    const { instance } = out.body as unknown as FormHandedOut;
    expect((await admin.send('POST', base('/hand-outs'), asked, { 'idempotency-key': 'once-for-forms' })).body).toMatchObject({ instance });
    await server.office.settle();

    const mine = ((await methodist.send('GET', '/tasks?scope=mine&q=отзыв о дне')).body as unknown as Page<TaskRow>).items;
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ title: 'Отзыв о дне' });
    expect(mine[0]?.dueAt).not.toBeNull();
    const send = (q1: string) => methodist.send('POST', `/tasks/${mine[0]?.id ?? ''}/complete`, { outcome: 'sent', data: { q1, q2: 4 } });
    expect(await send('Двадцать символов тут')).toMatchObject({ status: 422, body: { code: 'formInvalid', errors: [{ pointer: expect.stringContaining('q1') as string, message: 'Минимум 100 символов' }] } });
    expect((await send(TEXT)).status).toBe(200);
    await server.office.settle();

    const answers = (await admin.send('GET', base('/answers'))).body as unknown as Page<{ cells: object }>;
    expect(answers.items).toEqual([expect.objectContaining({ author: methodist.session.person, cells: { q1: TEXT, q2: '4' } })]);
    expect((await admin.send('GET', base('/answers/columns'))).body).toEqual([{ path: 'q1', title: 'Текст отзыва' }, { path: 'q2', title: 'Полезность' }]);
    expect((await admin.send('GET', base('/hand-outs'))).body).toMatchObject({ items: [{ id: instance, people: 1, answered: 1, workingDays: 3, status: 'completed' }] });
    expect((await admin.send('GET', base('/answers.csv'))).body).toMatchObject({ text: expect.stringContaining(TEXT) as string });
    expect((await page()).usages).toEqual([expect.objectContaining({ kind: 'process', formVersion: 2, current: true })]);
  });

  it('a role means everybody who holds it, and what is nobody’s is refused at its place', async () => {
    const { roles, organisation } = (await admin.send('GET', '/form-definitions/recipients')).body as unknown as FormRecipients;
    const lawyers = roles.find((role) => role.key === 'lawyer');
    expect(lawyers?.people).toBeGreaterThan(0);
    const id = organisation.reference.slice('organisation:'.length);
    const out = await admin.send('POST', base('/hand-outs'), { recipients: [`role:lawyer@${id}`] });
    expect(out.body).toMatchObject({ people: lawyers?.people });
    expect(await admin.send('POST', base('/hand-outs'), { recipients: [`role:no-such-role@${id}`] })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/recipients' }] } });
    expect(await admin.send('POST', base('/hand-outs'), { recipients: ['person:00000000-0000-4000-8000-000000000000'] })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/recipients/0' }] } });
  });

  it('whoever may not make forms sees none of it, and the head who reads definitions changes none', async () => {
    const methodist = await server.signIn('methodist');
    const head = await server.signIn('head');
    for (const path of ['', `/${key}`, `/${key}/draft`, `/${key}/answers`, '/recipients']) expect([path, (await methodist.send('GET', `/form-definitions${path}`)).status]).toEqual([path, 404]);
    expect(await head.send('GET', base())).toMatchObject({ status: 200, body: { mayManage: false } });
    expect((await head.send('POST', '/form-definitions', { title: 'Моя форма' })).status).toBe(403);
    expect((await head.send('POST', base('/hand-outs'), { recipients: [methodist.session.person.reference] })).status).toBe(403);
    expect((await methodist.send('POST', '/form-definitions', { title: 'Моя форма' })).status).toBe(404);
  });
});
