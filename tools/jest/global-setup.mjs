/**
 * Gives every Jest run a PostgreSQL: TEST_DATABASE_SERVER is a URL without database whose role may create databases and roles. Set
 * already (by `npm test`, or by hand to test on another server), it is left alone.
 */
export default async function globalSetup() {
  if (process.env.TEST_DATABASE_SERVER) return;
  const { startTestPostgres } = await import('../postgres/test-server.mjs');
  const postgres = await startTestPostgres();
  process.env.TEST_DATABASE_SERVER = postgres.server;
  globalThis.stopTestPostgres = () => {
    delete process.env.TEST_DATABASE_SERVER;
    return postgres.stop();
  };
}
