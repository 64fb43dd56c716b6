import net from 'node:net';
import { Refusal } from '../lib/refusal.mjs';
import { waitUntil } from '../lib/processes.mjs';

/**
 * Makes sure that nobody listens on the port. A server that is just ending gets three seconds to let go of it.
 *
 * @throws {Refusal}
 */
export async function assertPortFree(port) {
  if (await waitUntil(() => isFree(port), { within: 3_000, every: 200 })) return;
  throw new Refusal(`Порт ${port} занят другой программой: укажите другой (npm start -- --port ${port + 1}).`, `Port ${port} is taken by another program: choose another one (npm start -- --port ${port + 1}).`);
}

/** A port that the system says is free now. */
export async function findFreePort() {
  const server = await listen(0, '127.0.0.1');
  const { port } = server.address();
  await close(server);
  return port;
}

async function isFree(port) {
  // A program may hold the port on one address only, so both are tried.
  for (const host of ['127.0.0.1', '::']) {
    try {
      await close(await listen(port, host));
    } catch (error) {
      if (error.code === 'EADDRINUSE') return false;
      if (error.code === 'EACCES') throw new Refusal(`Порт ${port} открыть не разрешено: выберите порт от 1024.`, `Port ${port} may not be opened: choose one from 1024 up.`);
      if (error.code !== 'EAFNOSUPPORT' && error.code !== 'EADDRNOTAVAIL') throw error; // no IPv6 here
    }
  }
  return true;
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

function close(server) {
  return new Promise((resolve) => server.close(resolve));
}
