import type { CompletedTask, CompleteTask } from '@reglament/contracts';
import { createRegistries, createRuntime, verifyBase, type Answer, type Caller, type Recorder, type Runtime } from '@reglament/runtime';
import { findAccount, openTasksOf, type TaskListRow } from '@reglament/store';
import { testDatabase, type TestDatabase } from '@reglament/testing';
import { demoBase, demoPasswords } from './demo-base.js';
import { settle } from './settle.js';
import { untilWorkingMorning } from './working-morning.js';

/** A demo office with the repository's packages on a real PostgreSQL, and a runtime that does its background work in this process. */
export interface Office {
  readonly runtime: Runtime;
  readonly database: TestDatabase;
  /** The person who signs in with this login. */
  person(login: string): Promise<Caller>;
  password(login: string): string;
  /** Carries out everything that is due, until nothing is. */
  settle(): Promise<void>;
  /** The open tasks of a case and of its parts. */
  tasks(instance: string): Promise<readonly TaskListRow[]>;
  /** Completes the open task of a node, whoever it takes; throws with the refusal. */
  complete(who: string, instance: string, node: string, body: CompleteTask): Promise<CompletedTask>;
  close(): Promise<void>;
}

/** `realNow`: real time in milliseconds, for terms that a spec counts; default: it goes on from a working morning. */
export async function openOffice(record?: Recorder, realNow: () => number = fromWorkingMorning()): Promise<Office> {
  const database = await testDatabase(demoBase);
  const registries = createRegistries();
  const passwords = await demoPasswords();
  const failures: unknown[] = [];
  const runtime = await createRuntime({
    store: database.store, connection: { url: database.url }, registries, ...(record && { record }), realNow,
    log: { info: () => undefined, error: (event, fields) => { failures.push({ event, ...fields }); } },
  });
  await runtime.startBackground();

  const person = async (login: string): Promise<Caller> => {
    const account = await findAccount(database.store, login);
    if (!account) throw new Error(`nobody signs in as ${login}`);
    return { person: `person:${account.person}`, locale: 'ru', address: '127.0.0.1' };
  };
  const settled = (): Promise<void> => settle(database.store, runtime, () => {
    if (failures.length > 50) throw new Error(`nothing settles: ${JSON.stringify(failures.slice(0, 3))}`);
  });
  const tasks = async (instance: string): Promise<readonly TaskListRow[]> => {
    const children = await database.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1' }, [instance]);
    return openTasksOf(database.store, [instance, ...children.map(({ id }) => id)]);
  };
  return {
    runtime, database, person, tasks,
    settle: settled,
    password: (login) => passwords.get(login) ?? '',
    async complete(who, instance, node, body) {
      const caller = await person(who);
      const open = (await tasks(instance)).filter((task) => task.node === node);
      const own = open.find((task) => task.performers.includes(caller.person)) ?? open[0];
      if (!own) throw new Error(`no open task at ${node}; open: ${(await tasks(instance)).map((task) => task.node).join(', ')}; failures: ${JSON.stringify(failures)}`);
      return granted(await runtime.completeTask(caller, { task: own.id, body, idempotencyKey: null }));
    },
    async close() {
      await runtime.stop();
      const report = await verifyBase(database.store);
      await database.close();
      if (!report.clean) throw new Error(`the database is not clean: ${JSON.stringify(report)}`);
    },
  };
}

function fromWorkingMorning(): () => number {
  const ahead = untilWorkingMorning(Date.now());
  return () => Date.now() + ahead;
}

/** The value of an answer; a refusal is thrown with its words. */
export function granted<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(JSON.stringify(answer.refusal));
}
