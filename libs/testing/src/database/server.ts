import pg from 'pg';

/** The server of this test run: a URL without database, whose role may create databases and roles. Jest's global setup starts it. */
export function testServer(): string {
  const server = process.env['TEST_DATABASE_SERVER'];
  if (!server) throw new Error('TEST_DATABASE_SERVER is not set: run the specs with the jest.config.mjs of the root');
  return server.replace(/\/$/, '');
}

export function databaseUrl(name: string): string {
  return `${testServer()}/${name}`;
}

/** Runs `work` with a connection of the owner to the server's `postgres` database. */
export async function onServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
