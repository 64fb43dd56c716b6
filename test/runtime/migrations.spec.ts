import type { FlowNode, MigrationBatchView, PlanMigration, ProcessDefinition } from '@reglament/contracts';
import { loadInstance } from '@reglament/store';
import type { Caller } from '@reglament/runtime';
import { definitionOf, end, work } from './definitions.js';
import { granted, openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let worker: Caller;
let chief: Caller;
beforeAll(async () => {
  office = await openSmallOffice({ roles: ['worker', 'boss', 'chief'], permissions: { chief: ['seeDefinitions', 'manageCases'] } });
  worker = await office.person('worker');
  chief = await office.person('chief');
});
// Throws unless every case, its history replayed over both versions, gives the snapshot that stands.
afterAll(() => office.close());

const snapshot = async (instance: string) => (await loadInstance(office.store, instance))!.snapshot;
const complete = async (instance: string): Promise<void> => {
  const [task] = await office.tasks(instance);
  granted(await office.runtime.completeTask(worker, { task: task!.id, body: { outcome: 'done' }, idempotencyKey: null }));
};
const row = async (instance: string) => (await office.store.query<{ definition_version: number; version: number }>({ text: 'select definition_version, version from process_instances where id = $1' }, [instance]))[0]!;
/** Two versions under one key, and cases of the first. */
const versions = async (before: ProcessDefinition, after: ProcessDefinition, cases = 1): Promise<readonly string[]> => {
  await office.publish(before);
  const ids: string[] = [];
  for (let n = 0; n < cases; n += 1) ids.push(await office.start(worker, before.key));
  await office.settle();
  await office.publish(after);
  return ids;
};
const plan = async (key: string, body: Partial<PlanMigration> = {}) => granted(await office.runtime.planCases(chief, { key, body: { from: 1, to: 2, ...body } }));
const moved = async (key: string, body: Partial<PlanMigration> = {}): Promise<MigrationBatchView> => {
  const { id } = granted(await office.runtime.startMigration(chief, { key, body: { from: 1, to: 2, remark: 'The rule has changed', ...body } }));
  return finished(key, id);
};
const finished = async (key: string, id: string): Promise<MigrationBatchView> => {
  for (let n = 0; n < 50; n += 1) {
    await office.settle();
    const batch = granted(await office.runtime.viewMigration(chief, { key, id }));
    if (batch.status === 'finished' || batch.status === 'undone') return batch;
  }
  throw new Error('the order does not end');
};
const undone = async (key: string, id: string): Promise<MigrationBatchView> => {
  granted(await office.runtime.undoMigrationBatch(chief, { key, id, body: { remark: 'Too early' } }));
  return finished(key, id);
};

const line = (key: string, more: object = {}, nodes: { readonly [key: string]: FlowNode } = {}): ProcessDefinition => definitionOf(key, { write: work('check', more), check: work('done'), ...nodes, done: end });

describe('living cases that are moved to another version', () => {
  it('stand where they stood, under the new words, with task, draft and assignee, and go on by the new flows', async () => {
    const [id] = await versions(line('moves'), definitionOf('moves', { draft: work('extra', { title: 'Draft it', priority: 70 }), extra: work('done', { title: 'Extra' }), done: end }));
    const [task] = await office.tasks(id!);
    granted(await office.runtime.claimTask(worker, task!.id));
    expect(await plan('moves')).toMatchObject({ total: 1, blocked: 1, questions: [{ kind: 'node', node: 'write', cases: 1, candidates: [{ node: 'draft', title: 'Draft it' }, { node: 'extra' }] }] });
    expect(await plan('moves', { nodes: { write: 'draft' } })).toMatchObject({ safe: 1, blocked: 0, questions: [] });
    expect(await moved('moves', { nodes: { write: 'draft' } })).toMatchObject({ status: 'finished', total: 1, done: 1, refused: 0 });
    const [open] = await office.tasks(id!);
    expect(open).toMatchObject({ id: task!.id, node: 'draft', title: 'Draft it', priority: 70, assignee: worker.person });
    expect(await row(id!)).toMatchObject({ definition_version: 2 });
    await complete(id!);
    expect((await office.tasks(id!)).map(({ node }) => node)).toEqual(['extra']);
  });

  it('say in their history and in the log who moved them', async () => {
    const [id] = await versions(line('told'), line('told', { title: 'Other words' }));
    await moved('told');
    const history = granted(await office.runtime.viewHistory(worker, id!));
    expect(history.map(({ text }) => text)).toContain('The case was moved to another version of the process');
    expect(await office.count(`audit where action = 'case.migrated' and object_id = $1 and actor = $2`, id, chief.person)).toBe(1);
    expect(await office.count(`history where instance = $1 and kind = 'instanceMigrated' and data::text like '%rule has changed%'`, id)).toBe(0);
    expect(await office.count(`submissions where instance = $1 and remark = 'The rule has changed'`, id)).toBe(1);
  });

  it('keep or count anew their terms, as was chosen, and fire the timers that they have then', async () => {
    const late = (days: number) => ({ due: { workingDays: days }, on: [{ type: 'timer', key: 'late', after: { workingDays: days }, interrupting: true, to: 'check' }] });
    const [kept] = await versions(line('terms', late(2)), line('terms', late(4)));
    expect(await plan('terms')).toMatchObject({ choice: 1, questions: [{ kind: 'terms', node: 'write', title: 'Work', cases: 1 }] });
    const before = (await office.tasks(kept!))[0]!.dueAt;
    await moved('terms', { terms: { write: 'keep' } });
    expect((await office.tasks(kept!))[0]!.dueAt).toEqual(before);

    const [anew] = await versions(line('terms-anew', late(2)), line('terms-anew', late(4)));
    await moved('terms-anew', { terms: { write: 'recompute' } });
    expect(Date.parse((await office.tasks(anew!))[0]!.dueAt!) - Date.parse(before!)).toBe(2 * 86_400_000);
    office.later(3 * 86_400);
    await office.settle();
    expect((await office.tasks(kept!)).map(({ node }) => node)).toEqual(['check']);
    expect((await office.tasks(anew!)).map(({ node }) => node)).toEqual(['write']);
  });

  it('get the data that the new version needs, and it is kept out of history', async () => {
    const variables = { amount: { type: 'number' as const, title: 'Amount' } };
    const [id] = await versions(line('data'), { ...line('data', {}, { check: { type: 'exclusiveGateway', flows: [{ to: 'big', when: { feel: 'amount > 5' } }, { to: 'done', default: true }] }, big: work('done') }), variables });
    // A step that was done by people decides by itself now: nobody stands there, so nothing is in the way.
    expect(await plan('data')).toMatchObject({ choice: 1, questions: [{ kind: 'data', variable: 'amount', node: 'check' }] });
    await moved('data', { variables: { amount: 7 } });
    await complete(id!);
    expect((await office.tasks(id!)).map(({ node }) => node)).toEqual(['big']);
    expect(await office.count(`history where instance = $1 and data::text like '%amount%'`, id)).toBe(0);
  });

  it('stay where they are, each by itself, when a token would be stranded, and the step is named', async () => {
    const [first, second] = await versions(line('stays'), definitionOf('stays', { write: work('done'), done: end }), 2);
    await complete(second!);
    const batch = await moved('stays');
    expect(batch).toMatchObject({ total: 2, done: 1, refused: 1, stayed: [{ id: second, text: expect.stringContaining('which the new version does not have') as string }] });
    expect([(await row(first!)).definition_version, (await row(second!)).definition_version]).toEqual([2, 1]);
  });
});

describe('a case with parts', () => {
  const parted = (title: string): ProcessDefinition => definitionOf('parted', {
    parts: { type: 'subProcess', title: 'Parts', next: 'last', forEach: { items: { value: ['a', 'b'] }, as: 'part', mode: 'parallel' } },
    open: { type: 'startEvent', in: 'parts', next: 'one' }, one: work('closed', { in: 'parts', title }), closed: { type: 'endEvent', in: 'parts' }, last: work('done'), done: end,
  });

  it('moves with them in one commit, and comes to its end', async () => {
    const [id] = await versions(parted('One'), parted('Another'));
    const parts = (await office.store.query<{ id: string }>({ text: 'select id from process_instances where parent = $1' }, [id])).map((each) => each.id);
    expect(parts).toHaveLength(2);
    expect(await plan('parted')).toMatchObject({ total: 1, safe: 1 });
    await moved('parted');
    for (const part of parts) {
      expect(await row(part)).toMatchObject({ definition_version: 2 });
      expect((await office.tasks(part))[0]).toMatchObject({ title: 'Another' });
      await complete(part);
    }
    await office.settle();
    expect((await office.tasks(id!)).map(({ node }) => node)).toEqual(['last']);
  });
});

describe('a move that is taken back', () => {
  it('leaves the case as it was, with its timers, once', async () => {
    const timed = (days: number) => line('back', { title: `Within ${days}`, due: { workingDays: days }, remind: [{ before: { workingDays: 1 } }] });
    const [id] = await versions(timed(3), timed(6));
    const before = await snapshot(id!);
    const batch = await moved('back', { terms: { write: 'recompute' } });
    expect((await snapshot(id!)).definitionHash).not.toBe(before.definitionHash);
    expect(await undone('back', batch.id)).toMatchObject({ status: 'undone', undone: 1, kept: 0 });
    const after = await snapshot(id!);
    expect(after).toEqual({ ...before, nextId: after.nextId });
    expect((await office.tasks(id!))[0]).toMatchObject({ title: 'Within 3' });
    expect(await row(id!)).toMatchObject({ definition_version: 1 });
    expect((await office.runtime.undoMigrationBatch(chief, { key: 'back', id: batch.id, body: { remark: 'Again' } })).ok).toBe(false);
    await complete(id!);
    expect((await office.tasks(id!)).map(({ node }) => node)).toEqual(['check']);
  });

  it('is refused in words where the case has gone on', async () => {
    const [moving, still] = await versions(line('gone-on'), line('gone-on', { title: 'Other' }), 2);
    const batch = await moved('gone-on');
    await complete(moving!);
    expect(await undone('gone-on', batch.id)).toMatchObject({ undone: 1, kept: 1, stayed: [{ id: moving, text: 'It cannot be undone: the case has gone on since it was moved.' }] });
    expect([(await row(moving!)).definition_version, (await row(still!)).definition_version]).toEqual([2, 1]);
    const alone = await office.runtime.undoCaseMigration(chief, { instance: moving!, body: { remark: 'Try' } });
    expect(alone).toMatchObject({ ok: false, refusal: { status: 409, code: 'cannotUndo' } });
  });
});

describe('an operation on a case that was moved', () => {
  it('is taken back under the version in which the case is now', async () => {
    const variables = { amount: { type: 'number' as const, title: 'Amount' } };
    const [id] = await versions({ ...line('operated'), variables }, { ...line('operated', { title: 'Other' }), variables });
    await moved('operated');
    granted(await office.runtime.modifyCase(chief, { instance: id!, body: { changes: [{ kind: 'setVariables', values: { amount: 3 } }], remark: 'A slip' }, idempotencyKey: null }));
    expect((await snapshot(id!)).variables).toEqual({ amount: 3 });
    granted(await office.runtime.undoOperation(chief, { instance: id!, body: { remark: 'It was none' }, idempotencyKey: null }));
    expect(await snapshot(id!)).toMatchObject({ variables: {}, activities: [{ node: 'write' }] });
    expect(await row(id!)).toMatchObject({ definition_version: 2 });
  });
});

describe('who may move cases', () => {
  it('is whoever manages them: others are told nothing, and a case is never moved without a reason', async () => {
    await versions(line('rights'), line('rights', { title: 'Other' }));
    const body = { from: 1, to: 2, remark: 'why' };
    expect(await office.runtime.planCases(worker, { key: 'rights', body })).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await office.runtime.startMigration(worker, { key: 'rights', body })).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await office.runtime.startMigration(chief, { key: 'rights', body: { ...body, remark: ' ' } })).toMatchObject({ ok: false, refusal: { code: 'remarkRequired' } });
    expect(await office.runtime.startMigration(chief, { key: 'rights', body: { ...body, nodes: { write: 'nowhere' } } })).toMatchObject({ ok: false, refusal: { code: 'unknownNode' } });
    expect(await office.runtime.planCases(chief, { key: 'rights', body: { from: 1, to: 9 } })).toMatchObject({ ok: false, refusal: { status: 404 } });
  });
});

describe('two versions side by side', () => {
  it('are told in words, with a diagram of each', async () => {
    await versions(line('compared', { due: { workingDays: 3 } }), line('compared', { due: { workingDays: 5 } }));
    const comparison = granted(await office.runtime.compareVersions(chief, { key: 'compared', from: 1, to: 2 }));
    expect(comparison.changes).toEqual([{ kind: 'deadlineChanged', node: 'write', text: 'Step “Work”: term 3 working days → 5 working days' }]);
    expect(comparison.before.nodes.map(({ key }) => key)).toEqual(comparison.after.nodes.map(({ key }) => key));
    expect(await office.runtime.compareVersions(worker, { key: 'compared', from: 1, to: 2 })).toMatchObject({ ok: false, refusal: { status: 404 } });
  });
});
