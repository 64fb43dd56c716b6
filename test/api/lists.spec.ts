import type { InstanceRow, StartedInstance, TaskRow } from '@reglament/contracts';
import { openServer, type Client, type Server } from './client.js';

describe('what lists say', () => {
  let server: Server;
  let author: Client;
  let task: TaskRow;
  beforeAll(async () => {
    server = await openServer();
    author = await server.signIn('methodist');
    const started = (await author.send('POST', '/process-instances', { definition: 'order-issuance' })).body as unknown as StartedInstance;
    task = started.next[0] as TaskRow;
  }, 120_000);
  afterAll(() => server.close());

  const rows = async <Row>(client: Client, path: string): Promise<readonly Row[]> => ((await client.send('GET', path)).body as unknown as { items: Row[] }).items;

  it('a draft is called by its author what its case will be called, and by everybody else as before', async () => {
    const saved = await author.send('PUT', `/tasks/${task.id}/draft`, { data: { title: 'О летней смене' } });
    expect(saved.status).toBe(200);
    const [own] = await rows<TaskRow>(author, '/tasks?scope=mine');
    expect(own).toMatchObject({ id: task.id, subject: 'О летней смене' });
    expect((await author.send('GET', `/tasks/${task.id}`)).body).toMatchObject({ subject: 'О летней смене' });
    const [seen] = await rows<TaskRow>(await server.signIn('head'), '/tasks?scope=team');
    expect(seen).toMatchObject({ id: task.id, subject: task.subject });
    expect(seen?.subject).not.toBe('О летней смене');
  });

  it('cases with work past its term are found by asking for them', async () => {
    expect(await rows(author, '/process-instances?overdue=true')).toEqual([]);
    await server.office.database.store.query({ text: `update tasks set due_at = now() - interval '1 day' where id = $1` }, [task.id]);
    const late = await rows<InstanceRow>(author, '/process-instances?overdue=true');
    expect(late.map(({ id, overdue }) => [id, overdue])).toEqual([[task.instance, true]]);
    expect((await author.send('GET', '/process-instances?overdue=perhaps')).status).toBe(400);
  });

  it('a decision is told in the words of the process beside its key', async () => {
    await server.office.database.store.query({ text: `update tasks set status = 'completed', outcome = 'submit', completed_by = $2, closed_at = now() where id = $1` }, [task.id, author.session.person.reference]);
    const [done] = await rows<TaskRow>(author, '/tasks?scope=done');
    expect(done).toMatchObject({ outcome: 'submit', outcomeTitle: 'На согласование' });
    await server.office.database.store.query({ text: `update tasks set status = 'open', outcome = null, completed_by = null, closed_at = null where id = $1` }, [task.id]);
  });

  it('a wrong present password is refused in words', async () => {
    const refused = await author.send('POST', '/session/password', { current: 'wrong', next: 'long enough 1' });
    expect(refused).toMatchObject({ status: 422, body: { detail: 'Текущий пароль неверен.' } });
    expect(JSON.stringify(refused.body['errors'] ?? [])).not.toContain('passwordWrong');
  });
});
