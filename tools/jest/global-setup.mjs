import { randomBytes } from 'node:crypto';

/**
 * Gives every Jest run a PostgreSQL: TEST_DATABASE_SERVER is a URL without database whose role may create databases and roles. Set
 * already (by `npm test`, or by hand to test on another server), it is left alone. TEST_RUN names what the specs of this run share.
 */
export default async function globalSetup() {
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  if (process.env.TEST_DATABASE_SERVER) return;
  const { startTestPostgres } = await import('../postgres/test-server.mjs');
  const postgres = await startTestPostgres();
  process.env.TEST_DATABASE_SERVER = postgres.server;
  globalThis.stopTestPostgres = () => {
    delete process.env.TEST_DATABASE_SERVER;
    return postgres.stop();
  };
}
