import { fileURLToPath } from 'node:url';
import { createRegistries, createRuntime, loadDemoBase, readDemoPasswords } from '../../../libs/runtime/dist/index.js';
import { connectStore, findAccount, prepareDatabase } from '../../../libs/store/dist/index.js';

const DEFINITION = 'bench';
const text = 'x'.repeat(500);

/** What a completion says: valid for the form, and the condition after each step holds. */
export const ANSWER = { outcome: 'done', data: { decision: 'agree', score: 80, note: 'ok'.repeat(20), day: '2026-11-20' } };
export const STEPS = 3;
/** Cases that are completed before the clock: a process compiles its code with the first ones. */
export const WARM_UP = 200;

/**
 * The product's own runtime over the bench's package: a demo base of one organisation with eight people.
 *
 * @param {{ url: string, folder: string }} server
 * @param {import('../../../tools/start/undo-stack.mjs').UndoStack} undo
 */
export async function makeBase({ url, folder }, undo) {
  const root = fileURLToPath(new URL('package', import.meta.url));
  const { url: appUrl, role } = await prepareDatabase(url);
  const connection = { url: appUrl, ...(role !== undefined && { role }) };
  const store = await connectStore(connection);
  undo.push(() => store.close());
  const { accountsFile } = await loadDemoBase(store, { root, dataDir: folder, ...createRegistries() });
  if (accountsFile === null) throw new Error('The bench has no accounts');
  const passwords = await readDemoPasswords(accountsFile);
  const people = await Promise.all([...passwords].map(async ([login, password]) => ({ login, password, caller: callerOf(await findAccount(store, login)) })));
  return { store, connection, people, root };
}

function callerOf(account) {
  return /** @type {import('../../../libs/runtime/dist/index.js').Caller} */ ({ person: `person:${account.person}`, locale: 'ru', address: null });
}

/**
 * The runtime as the product runs it, background work included: what completions cost there is part of their price.
 *
 * @param {Awaited<ReturnType<typeof makeBase>>} base
 */
export async function openRuntime({ store, connection }) {
  const errors = [];
  const runtime = await createRuntime({ store, connection, log: { info: () => undefined, error: (event, fields) => errors.push({ event, ...fields }) } });
  await runtime.startBackground();
  return {
    runtime,
    async close() {
      await runtime.stop();
      if (errors.length > 0) throw new Error(`The runtime told of ${errors.length} errors, the first: ${JSON.stringify(errors[0])}`);
    },
  };
}

/**
 * Starts cases and gives the first task of each, with whom it is for.
 *
 * @param {import('../../../libs/runtime/dist/index.js').Runtime} runtime
 * @param {string} [definition] one without a start form
 */
export async function startCases(runtime, people, count, definition) {
  /** @type {{ task: string, person: typeof people[number] }[]} */
  const started = [];
  for (let from = 0; from < count; from += 200) {
    started.push(...(await Promise.all(Array.from({ length: Math.min(200, count - from) }, async (_, i) => {
      const person = people[(from + i) % people.length];
      const body = definition === undefined ? { definition: DEFINITION, data: { title: `Case ${from + i}`, text, sum: 200 } } : { definition };
      const answer = await runtime.startInstance(person.caller, { body, idempotencyKey: null });
      return { task: answerOf(answer).next[0].id, person };
    }))));
  }
  return started;
}

/** A refusal is an error here: the bench does only what must succeed. */
export function answerOf(answer) {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

/** Waits until the background has done what is due: what starting the cases left to it is not a completion's price. */
export async function settle(store) {
  const until = Date.now() + 60_000;
  for (;;) {
    const [{ waiting }] = await store.query({ text: 'select count(*)::int as waiting from outbox where due_at <= now()' });
    if (waiting === 0) return;
    if (Date.now() > until) throw new Error(`The background left ${waiting} messages in the outbox`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
