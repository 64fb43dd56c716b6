import type { Page, TaskRow } from '@reglament/contracts';
import { openServer, type Client, type Server } from './client.js';

describe('bad input over HTTP', () => {
  let server: Server;
  let methodist: Client;
  let lawyer: Client;
  let task: TaskRow;
  beforeAll(async () => {
    server = await openServer();
    [methodist, lawyer] = [await server.signIn('methodist'), await server.signIn('lawyer')];
    const started = await methodist.send('POST', '/process-instances', { definition: 'order-issuance' });
    [task] = started.body['next'] as [TaskRow];
  }, 120_000);
  afterAll(() => server.close());

  it('of the wrong shape is told what was found where, as problem+json in the language asked for', async () => {
    const answer = await methodist.send('POST', `/tasks/${task.id}/complete`, { outcome: 5, unknown: true }, { 'accept-language': 'en' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bodyInvalid', title: 'The request is malformed', errors: expect.arrayContaining([expect.objectContaining({ pointer: '/unknown' }), expect.objectContaining({ pointer: '/outcome' })]) } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    ['no JSON', '{"outcome":', 400, 'malformed'],
    ['a name given twice', '{"outcome":"submit","outcome":"x"}', 400, 'jsonDuplicateName'],
    ['endless nesting', `{"outcome":"submit","data":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, 400, 'jsonTooDeep'],
    ['over the limit', JSON.stringify({ outcome: 'submit', data: { title: 'x'.repeat(1_100_000) } }), 413, 'tooLarge'],
  ])('that is %s is refused with a code', async (_name, body, status, code) => {
    expect(await methodist.send('POST', `/tasks/${task.id}/complete`, body)).toMatchObject({ status, body: { code } });
  });

  it('in a form gives 422 with errors at the fields, and the draft keeps what was typed', async () => {
    const data = { kind: 'order-main', title: 'О' };
    expect((await methodist.send('PUT', `/tasks/${task.id}/draft`, { data })).status).toBe(200);
    const answer = await methodist.send('POST', `/tasks/${task.id}/complete`, { outcome: 'submit', data });
    expect(answer).toMatchObject({ status: 422, body: { code: 'formInvalid' } });
    expect((answer.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/data/title', '/data/preamble', '/data/clauses', '/data/signer']));
    expect((await methodist.send('GET', `/tasks/${task.id}`)).body).toMatchObject({ draft: { data } });
  });

  it('that is stale is merged field by field and never lost', async () => {
    const first = await methodist.send('PUT', `/tasks/${task.id}/draft`, { data: { title: 'О первом' } }, { 'if-match': String(((await methodist.send('GET', `/tasks/${task.id}`)).body['draft'] as { etag: string }).etag) });
    const stale = await methodist.send('PUT', `/tasks/${task.id}/draft`, { data: { preamble: 'приказываю:' }, base: {} }, { 'if-match': '"00000000-0000-0000-0000-000000000000"' });
    expect(first.status).toBe(200);
    expect(stale).toMatchObject({ status: 200, body: { data: { title: 'О первом', preamble: 'приказываю:' }, conflicts: [] } });
  });

  it('about somebody else\'s task is answered like a task that is not there', async () => {
    const missing = await lawyer.send('GET', '/tasks/00000000-0000-4000-8000-000000000000.1');
    expect(missing.status).toBe(404);
    expect(await lawyer.send('GET', `/tasks/${task.id}`)).toMatchObject({ status: 404, body: missing.body });
    expect(await lawyer.send('POST', `/tasks/${task.id}/complete`, { outcome: 'submit', data: {} })).toMatchObject({ status: 404 });
  });

  it('without the permission is refused and stands in the audit', async () => {
    expect(await methodist.send('GET', '/journals')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const administrator = await server.signIn('admin');
    const audit = (await administrator.send('GET', '/audit')).body as unknown as Page<{ action: string; text: string; actor: { title: string } | null }>;
    expect(audit.items.filter(({ action }) => action === 'access.denied').map(({ actor }) => actor?.title)).toContain(methodist.session.person.title);
  });

  it('with the same key gives one effect and the same answer; with another body it is refused', async () => {
    const key = { 'idempotency-key': 'a-key-of-this-spec' };
    const start = (body: object) => methodist.send('POST', '/process-instances', body, key);
    const [first, second] = [await start({ definition: 'order-issuance' }), await start({ definition: 'order-issuance' })];
    expect(second.body['instance']).toBe(first.body['instance']);
    expect(await start({ definition: 'order-issuance', data: { a: 1 } })).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused' } });
  });

  it.each([['/tasks?limit=0'], ['/tasks?scope=everybody'], ['/tasks?q=a&q=b'], ['/documents/x/diff?from=1']])('in the query %s is told what was expected', async (path) => {
    const answer = await methodist.send('GET', path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body['code']).toMatch(/queryInvalid|notFound/);
  });

  it('of hostile ids is never a fault', async () => {
    for (const id of ["' or 1=1 --", '../../etc/passwd', '%00', '{"$gt":""}', '𝕏'.repeat(50)]) {
      for (const path of ['/tasks/', '/process-instances/', '/documents/', '/files/', '/forms/', '/people/', '/submissions/']) {
        const answer = await methodist.send('GET', path + encodeURIComponent(id));
        expect([path, id, answer.status < 500]).toEqual([path, id, true]);
      }
    }
  });
});
