import type { FlowNode } from '@reglament/contracts';
import type { Caller } from '@reglament/runtime';
import { putRoles } from '@reglament/store';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let worker: Caller;
let keeper: Caller;
let calls = 0;
let served = 0;

const forked: { [key: string]: FlowNode } = {
  fork: { type: 'parallelGateway', flows: [{ to: 'left' }, { to: 'right' }] },
  left: work('join', { title: 'Left', due: { workingDays: 5 } }), right: work('join', { title: 'Right' }),
  join: { type: 'parallelGateway', title: 'Meeting', flows: [{ to: 'after' }] }, after: work('done', { title: 'After' }), done: end,
};

beforeAll(async () => {
  office = await openSmallOffice({ handlers: [{
    type: 'spec.call', title: 'Call', input: { type: 'object', properties: { n: { type: ['number', 'null'] } }, additionalProperties: false }, output: { type: 'object' }, transactional: false,
    run: ({ n }: { n?: number | null }) => { calls += 1; if (n === 0) throw new Error('nothing to divide by'); served += 1; return Promise.resolve({ output: {} }); },
  }] });
  await putRoles(office.store, office.organisation, [
    { key: 'worker', title: 'worker', permissions: [] }, { key: 'boss', title: 'boss', permissions: ['seeAllCases'] }, { key: 'keeper', title: 'keeper', permissions: ['manageCases', 'seeIncidents', 'retryIncidents'] },
  ]);
  await office.runtime.shell.settings.refresh();
  worker = await office.person('worker');
  keeper = await office.person('keeper');
  await office.publish(definitionOf('line', { one: work('two', { title: 'One', due: { workingDays: 5 } }), two: work('done', { title: 'Two' }), done: end }, { variables: { count: { type: 'number', title: 'Count' } } }));
  await office.publish(definitionOf('forked', forked));
  await office.publish(definitionOf('parts', {
    all: { type: 'userTask', title: 'All', performers: [{ type: 'role', role: 'worker' }], forEach: { items: { value: [1, 2, 3] }, as: 'item', mode: 'parallel' }, due: { workingDays: 5 }, outcomes: { done: { title: 'Done', to: 'last' } } },
    last: work('done'), done: end,
  }));
  await office.publish(definitionOf('serving', { first: work('call'), call: { type: 'serviceTask', title: 'Call', handler: 'spec.call', input: { n: { variable: 'n' } }, retry: { attempts: 1, backoff: { type: 'fixed', seconds: 1 } }, next: 'last' } as FlowNode, last: work('done'), done: end }, { variables: { n: { type: 'number', title: 'N' } } }));
});
afterAll(() => office.close());

const remark = 'a complaint is looked into';
const complete = async (instance: string, node?: string) => {
  const task = (await office.tasks(instance)).find((each) => node === undefined || each.node === node);
  return office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null });
};
const asked = (instance: string) => ({ instance, body: { remark }, idempotencyKey: null });
const refusalOf = async (answer: Promise<{ ok: boolean }>): Promise<string> => { const given = await answer; return given.ok ? 'granted' : (given as unknown as { refusal: { code: string } }).refusal.code; };
const whyOf = async (task: string): Promise<readonly string[]> => granted(await office.runtime.viewTask(worker, task)).why;

describe('a suspended case', () => {
  it('refuses work in words, tells who suspended it and why, and goes on with the time it had left', async () => {
    const instance = await office.start(worker, 'line');
    const [before] = await office.tasks(instance);
    expect(await refusalOf(office.runtime.suspendCase(worker, asked(instance)))).toBe('forbidden');
    granted(await office.runtime.suspendCase(keeper, asked(instance)));
    expect(await complete(instance)).toMatchObject({ ok: false, refusal: { status: 409, code: 'suspended' } });
    expect(granted(await office.runtime.viewInstance(worker, instance))).toMatchObject({ status: 'active', suspended: { remark, by: { reference: keeper.person } }, mayManage: false });
    expect(granted(await office.runtime.listInstances(keeper, { status: 'suspended' }, {})).items.map(({ id }) => id)).toEqual([instance]);
    expect((await office.tasks(instance))[0]?.dueAt).toBeNull();
    expect((await whyOf(before!.id)).at(-1)).toMatch(/^(The term stands still since \d|Срок стоит с \d)/);
    office.later(3 * 86_400);
    const view = granted(await office.runtime.resumeCase(keeper, asked(instance)));
    expect(view.suspendedAt).toBeNull();
    const [after] = await office.tasks(instance);
    expect(Date.parse(after!.dueAt!) - Date.parse(before!.dueAt!)).toBe(3 * 86_400_000);
    expect((await whyOf(before!.id)).slice(-2)).toEqual([expect.stringMatching(/3 (days|дня)\.$/), expect.stringMatching(/^(That moved the due date from|Поэтому срок перенесён с) \d/)]);
    granted(await complete(instance));
    expect(granted(await office.runtime.viewHistory(keeper, instance)).filter(({ kind }) => kind.startsWith('instanceSus') || kind.startsWith('instanceRes')).map((row) => row.remark)).toEqual([remark, remark]);
    expect(await office.count(`audit where object_id = $1 and action in ('case.suspended', 'case.resumed')`, instance)).toBe(2);
  });

  it('keeps what it had to call until it is resumed', async () => {
    const instance = await office.start(worker, 'serving');
    await office.settle();
    const done = calls;
    granted(await complete(instance));
    granted(await office.runtime.suspendCase(keeper, asked(instance)));
    // Whether it was called in the moment before is the relay's affair: what waits now is not called.
    await office.settle();
    const soFar = calls;
    office.later(7200);
    await office.settle();
    expect(calls).toBe(soFar);
    granted(await office.runtime.resumeCase(keeper, asked(instance)));
    await office.settle();
    expect(calls).toBe(done + 1);
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['last']);
  });

  it('takes its parts with it, those of their own suspension excepted when it goes on', async () => {
    const instance = await office.start(worker, 'parts');
    await office.settle();
    const parts = (await office.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1 order by parent_index' }, [instance])).map(({ id }) => id);
    granted(await office.runtime.suspendCase(keeper, asked(parts[0]!)));
    granted(await office.runtime.suspendCase(keeper, asked(instance)));
    await office.settle();
    expect(await office.count('process_instances where parent = $1 and suspended_at is not null', instance)).toBe(3);
    expect(await complete(parts[1]!)).toMatchObject({ ok: false, refusal: { code: 'suspended' } });
    expect(await refusalOf(office.runtime.resumeCase(keeper, asked(parts[1]!)))).toBe('suspendedWithParent');
    granted(await office.runtime.resumeCase(keeper, asked(instance)));
    await office.settle();
    expect(await office.count('process_instances where parent = $1 and suspended_at is not null', instance)).toBe(1);
    granted(await complete(parts[1]!));
    granted(await office.runtime.resumeCase(keeper, asked(parts[0]!)));
    for (const part of [parts[0]!, parts[2]!]) granted(await complete(part));
    await office.settle();
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['last']);
  });
});

describe('a modification', () => {
  it('is shown before and after, and applied as it was shown', async () => {
    const instance = await office.start(worker, 'line');
    const { places, starts, variables } = granted(await office.runtime.viewManagement(keeper, instance));
    expect(places).toMatchObject([{ node: 'one', title: 'One', scope: null }]);
    expect(starts.map(({ node }) => node).sort()).toEqual(['done', 'one', 'two']);
    expect(variables).toMatchObject([{ name: 'count', type: 'number', value: null }]);
    const changes = [{ kind: 'cancelActivity' as const, activity: places[0]!.activity! }, { kind: 'startBefore' as const, node: 'two', scope: null }, { kind: 'setVariables' as const, values: { count: 3 } }];
    const preview = granted(await office.runtime.previewModification(keeper, { instance, body: { changes } }));
    const counts = (diagram: typeof preview.before) => Object.fromEntries(diagram.nodes.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));
    expect([counts(preview.before), counts(preview.after)]).toEqual([{ one: 1 }, { two: 1 }]);
    expect(preview.effects).toEqual(['The task is withdrawn: “One”', 'A task is given: “Two”']);
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['one']);
    granted(await office.runtime.modifyCase(keeper, { instance, body: { changes, remark }, idempotencyKey: 'once' }));
    granted(await office.runtime.modifyCase(keeper, { instance, body: { changes, remark }, idempotencyKey: 'once' }));
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['two']);
    expect(granted(await office.runtime.viewInstance(keeper, instance)).variables).toEqual({ count: 3 });
    expect(await office.count(`history where instance = $1 and data::text like '%"values"%' and kind = 'instanceModified'`, instance)).toBe(0);
  });

  it('that would strand the case is refused in the preview as it is when applied; a join that would wait in vain is said', async () => {
    const instance = await office.start(worker, 'forked');
    const { places } = granted(await office.runtime.viewManagement(keeper, instance));
    const cancel = places.map(({ activity }) => ({ kind: 'cancelActivity' as const, activity: activity! }));
    expect(await refusalOf(office.runtime.previewModification(keeper, { instance, body: { changes: cancel } }))).toBe('nothingLeft');
    expect(await refusalOf(office.runtime.modifyCase(keeper, { instance, body: { changes: cancel, remark }, idempotencyKey: null }))).toBe('nothingLeft');
    granted(await complete(instance, 'left'));
    const one = [{ kind: 'cancelActivity' as const, activity: places.find(({ node }) => node === 'right')!.activity! }];
    expect(granted(await office.runtime.previewModification(keeper, { instance, body: { changes: one } })).warnings).toEqual([expect.stringContaining('Right')]);
    expect(await refusalOf(office.runtime.previewModification(worker, { instance, body: { changes: one } }))).toBe('forbidden');
  });

  it('is taken back while nothing has happened since, and not twice', async () => {
    const instance = await office.start(worker, 'line');
    const [task] = await office.tasks(instance);
    const { places } = granted(await office.runtime.viewManagement(keeper, instance));
    granted(await office.runtime.modifyCase(keeper, { instance, body: { changes: [{ kind: 'cancelActivity', activity: places[0]!.activity! }, { kind: 'startBefore', node: 'two', scope: null }], remark }, idempotencyKey: null }));
    expect(granted(await office.runtime.viewManagement(keeper, instance)).undo).toMatchObject({ kind: 'modified', obstacle: null });
    granted(await office.runtime.undoOperation(keeper, asked(instance)));
    expect((await office.tasks(instance)).map(({ id }) => id)).toEqual([task!.id]);
    expect(await refusalOf(office.runtime.undoOperation(keeper, asked(instance)))).toBe('nothingToUndo');
    granted(await complete(instance));
  });

  it('is not taken back once the case has moved, and a cancellation is while nobody has heard of it', async () => {
    const instance = await office.start(worker, 'line');
    const changes = [{ kind: 'startBefore' as const, node: 'two', scope: null }];
    granted(await office.runtime.modifyCase(keeper, { instance, body: { changes, remark }, idempotencyKey: null }));
    granted(await complete(instance, 'two'));
    expect(granted(await office.runtime.viewManagement(keeper, instance)).undo?.obstacle).toBe('The case has moved on since.');
    expect(await refusalOf(office.runtime.undoOperation(keeper, asked(instance)))).toBe('cannotUndo');
    granted(await office.runtime.cancelInstance(keeper, asked(instance)));
    const back = granted(await office.runtime.undoOperation(keeper, asked(instance)));
    expect(back).toMatchObject({ status: 'active', endedAt: null });
    granted(await complete(instance, 'one'));
  });
});

describe('a failed step', () => {
  it('is tried again with data that were put right first', async () => {
    const instance = await office.start(worker, 'serving');
    granted(await office.runtime.modifyCase(keeper, { instance, body: { changes: [{ kind: 'setVariables', values: { n: 0 } }], remark }, idempotencyKey: null }));
    granted(await complete(instance));
    await office.settle();
    const incident = granted(await office.runtime.listIncidents(keeper, { status: 'open' }, {})).items.find((each) => each.instance === instance);
    const before = served;
    granted(await office.runtime.retryIncident(keeper, incident!.id, { values: { n: 2 } }));
    await office.settle();
    expect(served).toBe(before + 1);
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['last']);
  });
});
