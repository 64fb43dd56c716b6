import { openServer, type Server } from './client.js';

describe('what is open to everybody', () => {
  let server: Server;
  beforeAll(async () => { server = await openServer(); }, 120_000);
  afterAll(() => server.close());

  it('is health, the description of the surface and the formats, and nothing that needs a session', async () => {
    expect(await server.send('GET', '/../health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const description = await server.send('GET', '/../openapi.json');
    expect(description).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
    expect(Object.keys(description.body['paths'] as object)).toEqual(expect.arrayContaining(['/api/health', '/api/openapi.json', '/api/v1/tasks/{id}/complete']));
    expect(await server.send('GET', '/schemas/process-definition')).toMatchObject({ status: 200, body: { $id: 'reglament:process-definition:1' } });
    expect((await server.send('GET', '/tasks')).status).toBe(401);
  });

  it('sends no page that could run anything', async () => {
    const { headers } = await server.send('GET', '/session');
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
