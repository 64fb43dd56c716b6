import type { AddressInfo } from 'node:net';
import type { SessionView } from '@reglament/contracts';
import { createApp } from '../../apps/api/src/http/create-app.js';
import type { Config } from '../../apps/api/src/config/config.js';
import { openOffice, type Office } from '../replay/office.js';

/** What came back: the status, the parsed body, and the headers that specs ask about. */
export interface Answered { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Headers }

export interface Client {
  readonly session: SessionView;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
}

export interface Server {
  readonly office: Office;
  /** Without a session. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  signIn(login: string, password?: string): Promise<Client>;
  close(): Promise<void>;
}

/** The product's own application over a demo office: real HTTP, real PostgreSQL. */
export async function openServer(own: Partial<Config> = {}): Promise<Server> {
  const office = await openOffice();
  const app = await createApp(office.runtime, {
    databaseUrl: '', redisUrl: null, port: 0, host: '127.0.0.1', empty: false, demoCases: false, dataDir: '', root: process.cwd(), secureCookie: false, logLevel: 'silent', background: false, signInAttempts: 5, ...own,
  });
  await app.listen(0, '127.0.0.1');
  const base = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api/v1`;

  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> => {
    const answer = await fetch(base + path, {
      method, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Record<string, unknown>) : { text } };
  };
  return {
    office, send,
    async signIn(login, password = office.password(login)) {
      const opened = await send('POST', '/session', { login, password });
      if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
      const session = opened.body as unknown as SessionView;
      const own = { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-csrf-token': session.csrfToken };
      return { session, send: (method, path, body, headers) => send(method, path, body, { ...own, ...headers }) };
    },
    async close() {
      await app.close();
      await office.close();
    },
  };
}
