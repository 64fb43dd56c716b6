import { randomUUID } from 'node:crypto';
import { contentHash, type DecisionTable, type FormDefinition, type Permission, type ProcessDefinition, type WorkingCalendar } from '@reglament/contracts';
import type { ServiceTaskHandler } from '@reglament/handlers';
import { addPeople, addRoleAssignments, inTransaction, openTasksOf, publishConfigurationItem, publishDefinition, publishForm, putRoles, type Store, type TaskListRow } from '@reglament/store';
import { organisationIn, testDatabase, type TestDatabase } from '@reglament/testing';
import { createRegistries, createRuntime, verifyBase, type Answer, type Caller, type MailSettings, type Runtime, type WakeUpQueue } from '@reglament/runtime';
import { settle } from '../replay/settle.js';
import { untilWorkingMorning } from '../replay/working-morning.js';

/** Every day of the years is worked, so that terms of a spec are easy to count. */
const calendar: WorkingCalendar = {
  format: 1, id: 'daily', title: 'Daily', timeZone: 'Europe/Moscow', week: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  years: Object.fromEntries([2025, 2026, 2027, 2028, 2029].map((year) => [String(year), { status: 'approved', basis: 'a spec', days: {} }])),
};

type Pins = Readonly<Record<string, string>>;

export interface SmallOffice {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly organisation: string;
  readonly runtime: Runtime;
  /** What failed in the background, as it was logged. */
  readonly failures: { readonly event: string; readonly fields: Readonly<Record<string, unknown>> }[];
  /** A second process on the same database. */
  another(): Promise<Runtime>;
  /** Somebody who holds the roles. */
  person(...roles: string[]): Promise<Caller>;
  /** @param pins versions that the definition refers to: hash by key. */
  publish(definition: ProcessDefinition, pins?: { readonly decisions?: Pins; readonly calls?: Pins; readonly forms?: Pins }): Promise<string>;
  /** Publishes a form and gives its hash. */
  form(form: FormDefinition): Promise<string>;
  /** Publishes a decision table and gives its hash. */
  decide(table: DecisionTable): Promise<string>;
  /** Starts a case and gives its id. */
  start(who: Caller, definition: string): Promise<string>;
  tasks(instance: string): Promise<TaskListRow[]>;
  /** Moves this process's clock on, and carries out what is due. */
  later(seconds: number): void;
  /** Looks for work until nothing that is due is left. */
  settle(): Promise<void>;
  count(sql: string, ...values: unknown[]): Promise<number>;
  /** Throws unless the database keeps every promise. */
  close(): Promise<void>;
}

export interface SmallOfficeOptions {
  readonly handlers?: readonly ServiceTaskHandler[];
  readonly roles?: readonly string[];
  /** Of roles that have others than usual. */
  readonly permissions?: Readonly<Record<string, readonly Permission[]>>;
  /** Carries the jobs. Default: the process itself. */
  readonly queue?: (database: TestDatabase) => WakeUpQueue;
  /** Where mail goes out. Default: nowhere. */
  readonly mail?: MailSettings;
  readonly beforeRuntime?: (database: TestDatabase) => Promise<void>;
}

export async function openSmallOffice(options: SmallOfficeOptions = {}): Promise<SmallOffice> {
  const database = await testDatabase();
  await options.beforeRuntime?.(database);
  const { store } = database;
  const { id: organisation } = await organisationIn(store, { calendar: 'daily' });
  await putRoles(store, organisation, (options.roles ?? ['worker', 'boss']).map((key) => ({ key, title: key, permissions: [...(options.permissions?.[key] ?? (key === 'boss' ? ['seeAllCases', 'seeIncidents', 'retryIncidents'] : []))] })));
  await inTransaction(store, (tx) => publishConfigurationItem(tx, 'calendar', { organisation, key: 'daily', hash: contentHash(calendar), title: 'Daily', content: calendar, origin: 'package', package: 'spec', publishedBy: null }));
  const failures: { event: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const registries = createRegistries({ handlers: options.handlers ?? [] });
  let ahead = untilWorkingMorning(Date.now());
  const runtimes: Runtime[] = [];
  const open = async (on: Store): Promise<Runtime> => {
    const runtime = await createRuntime({
      store: on, connection: { url: database.url }, registries, ...(options.queue && { queue: options.queue(database) }), ...(options.mail && { mail: options.mail }), realNow: () => Date.now() + ahead,
      log: { info: () => undefined, error: (event, fields = {}) => { failures.push({ event, fields }); } },
    });
    runtimes.push(runtime);
    return runtime;
  };
  const runtime = await open(store);
  const count = async (sql: string, ...values: unknown[]): Promise<number> => (await store.query<{ n: number }>({ text: `select count(*)::int as n from ${sql}` }, values))[0]!.n;
  return {
    database, store, organisation, runtime, failures, count,
    another: async () => open(await database.connect()),
    async person(...roles) {
      const id = randomUUID();
      await addPeople(store, [{ id, organisation, surname: `Person ${id.slice(0, 4)}`, givenName: 'A', patronymic: null, gender: null }]);
      await addRoleAssignments(store, roles.map((role) => ({ id: randomUUID(), person: id, organisation, role, from: null, to: null })));
      return { person: `person:${id}`, locale: 'en', address: null };
    },
    async decide(table) {
      const hash = contentHash(table);
      await inTransaction(store, (tx) => publishConfigurationItem(tx, 'decision-table', { organisation, key: table.key, hash, title: table.title, content: table, origin: 'package', package: 'spec', publishedBy: null }));
      return hash;
    },
    async form(form) {
      const hash = contentHash(form);
      await inTransaction(store, (tx) => publishForm(tx, { organisation, key: form.key, hash, title: form.title, content: form, origin: 'package', package: 'spec', publishedBy: null }, ''));
      return hash;
    },
    async publish(definition, pins = {}) {
      await inTransaction(store, (tx) => publishDefinition(tx, { organisation, key: definition.key, hash: contentHash(definition), title: definition.title, content: definition, origin: 'package', package: 'spec', publishedBy: null }, { forms: {}, ...pins }, null));
      return definition.key;
    },
    async start(who, definition) {
      return granted(await runtime.startInstance(who, { body: { definition }, idempotencyKey: null })).instance;
    },
    tasks: (instance) => openTasksOf(store, [instance]),
    later(seconds) { ahead += seconds * 1000; },
    async settle() {
      if (!runtime.background) await runtime.startBackground();
      await settle(store, runtime);
    },
    async close() {
      await Promise.all(runtimes.map((each) => each.stop()));
      const report = await verifyBase(store);
      await database.close();
      if (!report.clean) throw new Error(`not clean: ${JSON.stringify(report)}`);
    },
  };
}

export function granted<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new Error(JSON.stringify(answer.refusal));
}
