import { advance, compile, start, startChild, type Compiled, type Context, type Instance, type Outcome } from '@reglament/engine';
import type { RecordedTransition } from '@reglament/runtime';
import { loadInstances } from '@reglament/store';
import { granted, openOffice, type Office } from './office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: Office;
const recorded: RecordedTransition[] = [];
beforeAll(async () => { office = await openOffice((transition) => { recorded.push(transition); }); }, 60_000);
afterAll(() => office.close());

function advanced(outcome: Outcome): Instance {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.instance;
}

/** The snapshot that the recorded commands give, from nothing. */
function replay(compiled: Compiled, before: Instance | null, { beginning, commands }: RecordedTransition, context: Context): Instance {
  const begun = beginning === null ? before : advanced(beginning.type === 'start' ? start(compiled, beginning.input, context) : startChild(compiled, beginning.input, context));
  return commands.reduce<Instance>((instance, command) => advanced(advance(compiled, instance, command, context)), begun!);
}

/** An order that is returned once, signed by a substitute's side, numbered, read by one and reported on by another. */
async function liveCase(): Promise<string> {
  const [methodist, head, lawyer, specialist, deputy] = await Promise.all(['methodist', 'head', 'lawyer', 'specialist', 'deputy'].map(office.person));
  const { instance } = granted(await office.runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
  const order = (title: string) => ({
    kind: 'order-main', title, preamble: 'В целях проверки приказываю:', basis: [{ document: 'План работы', number: '1', date: '2026-01-12' }],
    clauses: [
      { id: 'c1', type: 'task', text: 'Провести проверку.', executor: specialist!.person, due: '2027-03-01' },
      { id: 'c2', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' },
    ],
    visas: [lawyer!.person], signer: head!.person, controller: deputy!.person, acquaint: [specialist!.person, lawyer!.person],
  });
  const submit = async (node: string, title: string): Promise<void> => {
    const task = (await office.tasks(instance)).find((each) => each.node === node)!;
    const { findings } = granted(await office.runtime.checkTask(methodist!, { task: task.id, data: order(title) }));
    await office.complete('methodist', instance, node, { outcome: 'submit', data: order(title), warningReasons: Object.fromEntries(findings.map(({ code }) => [code, 'учебный пример'])) });
  };
  await submit('draft', 'О проверке');
  await office.complete('lawyer', instance, 'visas', { outcome: 'returned', remark: 'Уточните название' });
  await submit('rework', 'О проверке школ');
  await office.complete('lawyer', instance, 'visas', { outcome: 'approved' });
  await office.complete('head', instance, 'signing', { outcome: 'signed', password: office.password('head') });
  await office.complete('clerk', instance, 'registration', { outcome: 'registered', data: { date: office.runtime.shell.clock.localDate('Asia/Krasnoyarsk') } });
  await office.settle();
  await office.complete('specialist', instance, 'read', { outcome: 'seen', data: { seen: true } });
  const executing = (await office.tasks(instance)).find(({ node }) => node === 'execute')!;
  const [ask] = granted(await office.runtime.viewTask(specialist!, executing.id)).actions;
  granted(await office.runtime.triggerAction(specialist!, { instance: executing.instance, activity: ask!.activity, action: ask!.key, idempotencyKey: null, body: { data: { newDue: '2027-03-08' }, remark: 'Нужна ещё неделя' } }));
  await office.settle();
  granted(await office.runtime.moveClock(await office.person('admin'), { workingDays: 4 }));
  await office.settle();
  return instance;
}

describe('commands that were recorded', () => {
  it('give the same snapshots again, one by one, and the one that stands in the database', async () => {
    await liveCase();
    const instances = new Map<string, Instance>();
    const compiled = new Map<string, Compiled>();
    for (const transition of recorded) {
      const live = await office.runtime.shell.definitions.get(transition.definitionHash);
      // Compiled anew: a replay years later has only the definition's text.
      const known = compiled.get(live.hash) ?? compile(live.definition, { hash: live.hash, forms: live.compiled.forms });
      compiled.set(live.hash, known);
      const context = office.runtime.shell.organisations.context(transition.now);
      const after = replay(known, instances.get(transition.instance) ?? null, transition, context);
      expect(after).toEqual(transition.after);
      instances.set(transition.instance, after);
    }
    const stored = await loadInstances(office.database.store, [...instances.keys()]);
    expect(instances.size).toBeGreaterThan(2);
    for (const [id, instance] of instances) expect(stored.get(id)!.snapshot).toEqual(JSON.parse(JSON.stringify(instance)));
    const kinds = new Set(recorded.flatMap(({ commands }) => commands.map(({ type }) => type)));
    expect([...kinds]).toEqual(expect.arrayContaining(['completeTask', 'completeServiceTask', 'fireTimer', 'childrenChanged']));
  }, 120_000);
});
