import { randomUUID } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import { inRepository } from '../../../tools/lib/paths.mjs';
import { startApi } from '../../../tools/start/api-process.mjs';
import { freePort } from './free-port.mjs';
import { ANSWER, openRuntime, settle, startCases, STEPS, WARM_UP } from './base.mjs';
import { withProcessorTime } from './processor-time.mjs';
import { measure } from './statistics.mjs';

/** Completions over HTTP with session, CSRF token, policy and idempotency key; the API in a process of its own. */
export async function runOverHttp(base, server, { cases, clients, undo }) {
  const served = await serveCases(base, server, { cases, clients, undo });
  try {
    return await withProcessorTime({ pid: served.pid, count: cases * STEPS }, () => served.complete(cases));
  } finally {
    await served.close();
  }
}

/** The API with cases that wait to be completed, and clients signed in. Warmed up: its code has been compiled by cases of their own. */
export async function serveCases(base, { url, folder }, { cases, clients, undo }) {
  // Before the API: two processes would share the work that starting leaves to the background.
  const started = await startHere(base, cases + WARM_UP);
  const port = await freePort();
  const api = startApi({
    program: inRepository('apps/api/dist/main.js'), dataRoot: path.join(folder, 'api'), onProgress: () => undefined,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, REGLAMENT_DATA_DIR: folder, REGLAMENT_PORT: String(port), REGLAMENT_EMPTY: '', REGLAMENT_LOG_LEVEL: 'error' },
  });
  undo.push(() => api.stop());
  await api.ready;
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const close = async () => {
    agent.destroy();
    await api.stop();
  };
  try {
    const signedIn = new Map(await Promise.all(base.people.map(async (person) => [person, await signIn(agent, port, person)])));
    const complete = async ({ task, person }, timed) => {
      let next = task;
      for (let step = 0; step < STEPS; step += 1) {
        const headers = { ...signedIn.get(person), 'idempotency-key': randomUUID() };
        const answer = await timed(() => post(agent, port, `/api/v1/tasks/${encodeURIComponent(next)}/complete`, ANSWER, headers));
        next = answer.body.next[0].id;
      }
    };
    await measure(clients, started.slice(cases), complete);
    let done = 0;
    /** Completes the next `count` cases, every step of them. */
    const completeNext = (count) => measure(clients, started.slice(done, (done += count)), complete);
    return { pid: api.pid, complete: completeNext, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startHere(base, cases) {
  const { runtime, close } = await openRuntime(base);
  try {
    const started = await startCases(runtime, base.people, cases);
    await settle(base.store);
    return started;
  } finally {
    await close();
  }
}

async function signIn(agent, port, { login, password }) {
  const { headers, body } = await post(agent, port, '/api/v1/session', { login, password });
  const cookie = (headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ');
  return { cookie, 'x-csrf-token': body.csrfToken };
}

/** @returns {Promise<{ headers: http.IncomingHttpHeaders, body: any }>} */
function post(agent, port, address, body, headers = {}) {
  const bytes = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request({ agent, host: '127.0.0.1', port, path: address, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes), ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('error', reject).on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}: ${text.slice(0, 500)}`));
        else resolve({ headers: response.headers, body: JSON.parse(text) });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}
