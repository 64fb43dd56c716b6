import type { FlowNode, FormDefinition, ProcessDefinition } from '@reglament/contracts';
import type { ServiceTaskHandler } from '@reglament/handlers';
import { createCaseDryRun, createRegistries, prepareDraft, type Caller } from '@reglament/runtime';
import { putRoles } from '@reglament/store';
import { definitionOf, end } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(120_000);

const anything = { type: 'object' } as const;
const weigh: ServiceTaskHandler = { type: 'weigh', title: 'Weigh', input: anything, output: anything, transactional: false, run: (input) => Promise.resolve({ output: { weight: Number((input as { of?: number }).of) * 10 } }) };

const work = (outcomes: Readonly<Record<string, string>>, more: object = {}): FlowNode => ({
  type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'worker' }], outcomes: Object.fromEntries(Object.entries(outcomes).map(([key, to]) => [key, { title: key, to }])), ...more,
} as FlowNode);
const late = (days: number): object => ({ on: [{ type: 'timer', key: 'late', title: 'Late', after: { calendarDays: days }, interrupting: true, to: 'chase' }] });
const visas = (quorum: string): FlowNode => ({ type: 'approvalTask', title: 'Visas', performers: [{ type: 'role', role: 'worker' }, { type: 'role', role: 'boss' }], order: 'parallel', quorum, outcomes: { approved: { title: 'Yes', to: 'parts' }, returned: { title: 'No', to: 'check' } } } as FlowNode);
const limitAt = (limit: number): FlowNode => ({ type: 'exclusiveGateway', flows: [{ to: 'visas', when: { feel: `weight > ${limit}` } }, { to: 'parts', default: true }] });

const form = (required: readonly string[]): FormDefinition => ({ format: 1, key: 'paper', title: 'Paper', schema: { type: 'object', properties: { size: { type: 'number', title: 'Size' }, note: { type: 'string', title: 'Note' } }, required, additionalProperties: false }, ui: { sections: [{ key: 'paper', title: 'Paper', fields: [{ path: 'size', widget: 'number', label: 'Size' }, { path: 'note', widget: 'text', label: 'Note' }] }] } });
const variables = Object.fromEntries(['paper', 'weight', 'part'].map((name) => [name, { type: name === 'paper' ? 'object' : name === 'weight' ? 'number' : 'string', title: name }])) as ProcessDefinition['variables'];
const nodes = {
  write: work({ done: 'check' }, { form: 'paper', variable: 'paper' }),
  check: work({ done: 'weigh', drop: 'dropped' }, late(3)),
  chase: work({ done: 'weigh' }),
  weigh: { type: 'serviceTask', title: 'Weigh', handler: 'weigh', input: { of: { variable: 'paper.size' } }, output: { weight: { variable: 'result.weight' } }, next: 'limit' } as FlowNode,
  limit: limitAt(40), visas: visas('all'),
  parts: work({ done: 'both' }, { forEach: { items: { value: ['a', 'b'] }, as: 'part', mode: 'parallel' } }),
  both: { type: 'parallelGateway', flows: [{ to: 'left' }, { to: 'right' }] } as FlowNode,
  left: work({ done: 'join' }), right: work({ done: 'join' }), join: { type: 'parallelGateway', flows: [{ to: 'done' }] } as FlowNode,
  done: end, dropped: end,
};
const versionWith = (changed: object): ProcessDefinition => definitionOf('papers', Object.fromEntries(Object.entries({ ...nodes, ...changed }).filter(([, node]) => node !== undefined)) as Record<string, FlowNode>, { variables });
const { dropped: _, ...withoutDropped } = nodes;

const EDITS: readonly { readonly name: string; readonly definition: ProcessDefinition; readonly paper?: FormDefinition }[] = [
  { name: 'nothing', definition: versionWith({}) },
  { name: 'the limit', definition: versionWith({ limit: limitAt(70) }) },
  { name: 'a step that comes in between', definition: versionWith({ chase: work({ done: 'again' }), again: work({ done: 'weigh' }) }) },
  { name: 'an outcome that is no more', definition: definitionOf('papers', { ...withoutDropped, check: work({ done: 'weigh' }, late(3)) }, { variables }) },
  { name: 'a shorter term', definition: versionWith({ check: work({ done: 'weigh', drop: 'dropped' }, late(1)) }) },
  { name: 'a longer term', definition: versionWith({ check: work({ done: 'weigh', drop: 'dropped' }, late(9)) }) },
  { name: 'a smaller quorum', definition: versionWith({ visas: visas('one') }) },
  { name: 'a field that must be filled in', definition: versionWith({}), paper: form(['size', 'note']) },
];

/** What somebody did to a case: on which day, at which step, with what. */
interface Done { readonly day: number; readonly node: string; readonly outcome: string; readonly data?: object }
interface Lived { readonly instance: string; readonly done: Done[]; deviation: { readonly kind: 'anotherWay' | 'stops'; readonly at: string } | null }

let office: SmallOffice;
let worker: Caller;
let boss: Caller;
let recorded: readonly Lived[];
const DAYS = 6;

beforeAll(async () => {
  office = await openSmallOffice({ handlers: [weigh] });
  [worker, boss] = [await office.person('worker'), await office.person('boss')];
  await office.publish(versionWith({}), { forms: { paper: await office.form(form(['size'])) } });
  recorded = await live(stories());
});
afterAll(() => office.close());

/** Ten people of different habits; the same ones on every run. */
function stories(): readonly ((node: string, day: number) => Omit<Done, 'day' | 'node'> | null)[] {
  return Array.from({ length: 10 }, (_unused, n) => (node: string, day: number) => {
    if (node === 'write') return { outcome: 'done', data: { size: n % 10, ...(n % 3 === 0 && { note: 'seen' }) } };
    if (node === 'check') return day < (n % 5) ? null : { outcome: n % 7 === 3 ? 'drop' : 'done' };
    if (node === 'left') return n % 4 === 1 ? null : { outcome: 'done' };
    return { outcome: node === 'visas' ? 'approved' : 'done' };
  });
}

/** Cases as they come about: day by day everybody does what their habit says. */
async function live(habits: ReturnType<typeof stories>): Promise<readonly Lived[]> {
  const cases: Lived[] = [];
  for (let n = 0; n < habits.length; n++) cases.push({ instance: await office.start(worker, 'papers'), done: [], deviation: null });
  for (let day = 0; day < DAYS; day++) {
    for (const [n, each] of cases.entries()) {
      for (let again = true; again;) {
        await office.settle();
        again = false;
        for (const { id, node } of await tasksOf(each.instance)) {
          const answer = habits[n]!(node, day);
          if (!answer) continue;
          await complete(id, node, answer);
          each.done.push({ day, node, ...answer });
          again = true;
          break;
        }
      }
    }
    office.later(86_400);
    await office.settle();
  }
  return cases;
}

/** The same doings on the version that is now published, as soon as the step is there; up to the first difference. */
async function relive(): Promise<readonly Lived[]> {
  const cases: Lived[] = [];
  for (const { done } of recorded) cases.push({ instance: await office.start(worker, 'papers'), done: [...done], deviation: null });
  const then = await Promise.all(recorded.map(({ instance }) => exitsOf(instance)));
  const look = async (n: number): Promise<void> => { cases[n]!.deviation ??= differenceIn(then[n]!, await exitsOf(cases[n]!.instance), false); };
  for (let day = 0; day < 12; day++) {
    for (const [n, each] of cases.entries()) {
      for (let again = true; again && !each.deviation;) {
        await office.settle();
        await look(n);
        again = false;
        const open = await tasksOf(each.instance);
        const next = each.done.find((doing) => doing.day <= day && open.some(({ node }) => node === doing.node));
        const task = open.find(({ node }) => node === next?.node);
        if (!next || !task || each.deviation) continue;
        each.done.splice(each.done.indexOf(next), 1);
        if (!await complete(task.id, task.node, next, true)) each.deviation = { kind: 'stops', at: task.node };
        again = true;
      }
    }
    office.later(86_400);
    await office.settle();
    // What is open in the record was looked at after its last day; what has ended goes on to its end.
    for (const [n] of cases.entries()) if (day < DAYS || await ended(recorded[n]!.instance)) await look(n);
  }
  for (const [n, each] of cases.entries()) each.deviation ??= differenceIn(then[n]!, await exitsOf(each.instance), true);
  return cases;
}

const tasksOf = async (instance: string): Promise<readonly { id: string; node: string }[]> =>
  office.store.query<{ id: string; node: string }>({ text: `select t.id, t.node from tasks t join process_instances i on i.id = t.instance where (i.id = $1 or i.parent = $1) and t.status = 'open' order by t.node, t.id` }, [instance]);
const ended = async (instance: string): Promise<boolean> => (await office.count(`process_instances where id = $1 and status <> 'active'`, instance)) > 0;

async function complete(task: string, node: string, { outcome, data }: { outcome: string; data?: object }, mayFail = false): Promise<boolean> {
  // The boss is asked for the second visa: the first one that may takes it.
  for (const who of [worker, boss]) {
    const answer = await office.runtime.completeTask(who, { task, body: { outcome, ...(data && { data: data as never }) }, idempotencyKey: null });
    if (answer.ok) return true;
    if (answer.refusal.code !== 'notFound' && !String(answer.refusal.code).startsWith('forbidden')) {
      if (mayFail) return false;
      throw new Error(`${node}: ${JSON.stringify(answer.refusal)}`);
    }
  }
  throw new Error(`nobody may complete ${node}`);
}

type Exits = ReadonlyMap<string, readonly string[]>;

async function exitsOf(instance: string): Promise<Exits> {
  const rows = await office.store.query<{ node: string; to: string }>({ text: `select h.node, h.data->>'to' as "to" from history h join process_instances i on i.id = h.instance where (i.id = $1 or i.parent = $1) and h.kind = 'flowTaken' order by h.recorded_at, h.seq` }, [instance]);
  const exits = new Map<string, string[]>();
  for (const { node, to } of rows) exits.set(node, [...(exits.get(node) ?? []), to]);
  return exits;
}

function differenceIn(then: Exits, now: Exits, whole: boolean): Lived['deviation'] {
  for (const [node, exits] of now) if (exits.some((to, i) => then.get(node)?.[i] !== to)) return { kind: 'anotherWay', at: node };
  if (whole) for (const [node, exits] of then) if ((now.get(node)?.length ?? 0) < exits.length) return { kind: 'anotherWay', at: node };
  return null;
}

describe('a dry run over what the database keeps', () => {
  it('is for who sees definitions, shows cases of their organisations page by page, and refuses a draft with errors', async () => {
    await putRoles(office.store, office.organisation, [{ key: 'methodist', title: 'Methodist', permissions: ['seeDefinitions', 'seeAllCases'] }, { key: 'reader', title: 'Reader', permissions: ['seeDefinitions'] }]);
    const definition = versionWith({ limit: limitAt(70) }) as unknown as Record<string, unknown>;
    const methodist = await office.person('methodist');
    const first = granted(await office.runtime.dryRunCases(methodist, { definition, limit: 6 }));
    const second = granted(await office.runtime.dryRunCases(methodist, { definition, limit: 6, after: first.endCursor! }));
    expect([first.cases.length, second.cases.length, second.endCursor, first.total]).toEqual([6, 4, null, 10]);
    expect([...first.cases, ...second.cases].filter(({ verdict }) => verdict === 'anotherWay').map(({ at, text }) => [at, text])).toContainEqual(['limit', 'At «limit» it would go another way: it was → «Visas», it would be → «Work»']);
    expect(granted(await office.runtime.dryRunCases(methodist, { definition, to: '2020-01-01' })).total).toBe(0);
    expect(granted(await office.runtime.dryRunCases(await office.person('reader'), { definition })).total).toBe(0);
    expect((await office.runtime.dryRunCases(worker, { definition })).ok).toBe(false);
    expect(await office.runtime.dryRunCases(methodist, { definition: { ...definition, nodes: { ...nodes, limit: limitAt(1), check: work({ done: 'nowhere' }) } } })).toMatchObject({ ok: false, refusal: { status: 422, code: 'draftInvalid' } });
  });

  it.each(EDITS)('tells of every case what really becomes of it when the same is done on the draft: $name', async ({ name, definition, paper }) => {
    const { store, organisation, runtime: { shell } } = office;
    const around = { store, organisation, definitions: shell.definitions, ...createRegistries({ handlers: [weigh] }) };
    const draft = await prepareDraft(around, { definition, ...(paper !== undefined && { forms: new Map([['paper', paper]]) }) });
    if ('problems' in draft) throw new Error(JSON.stringify(draft.problems));
    const before = await office.count('history');
    const verdicts = await (await createCaseDryRun(store, shell.definitions, draft, shell.clock.now()))(recorded.map(({ instance }) => instance));
    expect(await office.count('history')).toBe(before);

    await office.publish({ ...definition, description: name }, { forms: { paper: await office.form(paper ?? form(['size'])) } });
    const real = await relive();
    const told = recorded.map(({ instance }) => { const verdict = verdicts.get(instance)!; return verdict.kind === 'sameWay' ? null : { kind: verdict.kind, at: 'at' in verdict ? verdict.at : '' }; });
    expect(told).toEqual(real.map(({ deviation }) => deviation));
    if (name === 'nothing') expect(told.every((each) => each === null)).toBe(true);
    else if (name !== 'a smaller quorum' && name !== 'a longer term') expect(new Set(told.map((each) => each?.kind)).size).toBeGreaterThan(1);
  });
});
