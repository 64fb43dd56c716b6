import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A Redis of the spec's own: empty, on a free port of this machine, keeping nothing on disk. */
export interface RedisServer {
  readonly url: string;
  /** Sends one command without arguments, e.g. `FLUSHALL`, and gives the first line of the answer. */
  ask(command: string): Promise<string>;
  /** Without warning, as a crash would. */
  kill(): Promise<void>;
  /** On the same port, with nothing in it. */
  start(): Promise<void>;
  /** Kills it and removes its folder. */
  close(): Promise<void>;
}

/** The program `redis-server` (Debian: package redis-server); null where the machine lacks it, which `npm test` names. */
export function findRedis(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, 'redis-server')).find(isExecutable) ?? null;
}

/** @throws Error where there is no program, or it does not answer in ten seconds. */
export async function startRedis(): Promise<RedisServer> {
  const program = findRedis();
  if (program === null) throw new Error('redis-server is not installed');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'reglament-redis-'));
  const port = await freePort();
  let child: ChildProcess | null = null;
  const killNow = (): void => { child?.kill('SIGKILL'); };
  process.once('exit', killNow);
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    ask: (command) => askRedis(port, command),
    async kill() {
      const running = child;
      child = null;
      if (!running || running.exitCode !== null) return;
      const ended = new Promise((resolve) => { running.once('exit', resolve); });
      running.kill('SIGKILL');
      await ended;
    },
    async start() {
      child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
      for (let tries = 0; tries < 200; tries += 1) {
        if ((await askRedis(port, 'PING').catch(() => '')) === '+PONG') return;
        await wait(50);
      }
      throw new Error(`redis-server does not answer on port ${port}`);
    },
    async close() {
      await server.kill();
      process.off('exit', killNow);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Redis' protocol takes a bare line as a command; so nothing but a socket is needed. */
function askRedis(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => { socket.write(`${command}\r\n`); });
    socket.setEncoding('utf8');
    socket.once('data', (answer: string) => {
      socket.destroy();
      resolve(answer.split('\r\n')[0] ?? '');
    });
    socket.once('error', reject);
    socket.setTimeout(2000, () => { socket.destroy(new Error('no answer')); });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}
