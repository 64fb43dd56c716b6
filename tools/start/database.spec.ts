import net, { type AddressInfo, type Server } from 'node:net';
import { checkDatabase, ensureDatabase } from './database.mjs';
import { startOldServer } from './fixtures/old-server.mjs';

const embedded = process.env['TEST_DATABASE_SERVER'] ?? '';
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('the check of DATABASE_URL', () => {
  it('accepts a server that is new enough', async () => {
    await expect(checkDatabase(`${embedded}/postgres`)).resolves.toBeUndefined();
  });

  it.each([
    ['is not an address', 'nonsense', /must look like postgres:/],
    ['is of another kind of server', 'http://localhost/x', /must look like postgres:/],
    ['names a port where nobody listens', 'postgres://u:p@127.0.0.1:1/x', /No database answers at 127\.0\.0\.1:1/],
    ['names a server that does not exist', 'postgres://u:p@no-such-server.invalid/x', /no-such-server\.invalid of DATABASE_URL was not found/],
    ['has a wrong password', embedded.replace(/:[^:@]+@/, ':wrong@') + '/postgres', /refuses the user/],
    ['names a database that is not there', `${embedded}/no_such_database`, /There is no database "no_such_database"/],
  ])('refuses an address that %s', async (_name, url, sentence) => {
    await expect(checkDatabase(url)).rejects.toThrow(sentence);
  });

  it('never shows the password', async () => {
    const refusal = checkDatabase('postgres://u:secret@127.0.0.1:1/x');
    await expect(refusal).rejects.toMatchObject({ message: expect.not.stringContaining('secret') });
  });

  it('does not wait for ever for a server that takes the connection and says nothing', async () => {
    const silent = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    await expect(checkDatabase(`postgres://u:p@127.0.0.1:${portOf(silent)}/x`)).rejects.toMatchObject({ name: 'Refusal' });
    silent.close();
  });

  it('refuses a PostgreSQL older than 15', async () => {
    const old = (await startOldServer(140_012)) as Server;
    await expect(checkDatabase(`postgres://u:p@127.0.0.1:${portOf(old)}/x`)).rejects.toThrow('PostgreSQL 14, 15 or newer is needed');
    old.close();
  });
});

describe('the embedded database', () => {
  it('is created once and then left as it is', async () => {
    const name = `ensure "${process.pid}"`;
    await ensureDatabase(embedded, name);
    await expect(ensureDatabase(embedded, name)).resolves.toBeUndefined();
    await expect(checkDatabase(`${embedded}/${encodeURIComponent(name)}`)).resolves.toBeUndefined();
  });
});
