import type { FlowNode } from '@reglament/contracts';
import { advance } from '../advance.js';
import { startChild } from '../start.js';
import { advanced, begin, compiledOf, complete, contextAt, effectsOf, end, factsOf, give, OFFICE, openNodes, person, refusalOf, startInput, startTo, task, taskAt, tasksAt, completionOf } from '../spec-support/scene.js';
import { start } from '../start.js';

const people = [person(2), person(3), person(4)];
const repeated = (forEach: object, more: object = {}) => ({
  begin: startTo('read'), after: task('done'), done: end(),
  read: task('after', {
    performers: [{ type: 'reference', variable: 'reader' }], forEach: { items: { variable: 'readers' }, as: 'reader', ...forEach },
    outcomes: { done: { title: 'D', to: 'after' }, refused: { title: 'R', to: 'after' } }, prefill: { title: { variable: 'order.title' } }, ...more,
  }),
});
const control = (forEach: object = {}) => ({
  begin: startTo('control'), after: task('done'), done: end(),
  control: { type: 'subProcess', title: 'Control', next: 'after', forEach: { items: { variable: 'clauses' }, as: 'clause', mode: 'parallel', itemTitle: { variable: 'clause.title' }, ...forEach }, input: { due: { variable: 'clause.due' }, title: { variable: 'order.title' } } } as FlowNode,
  'control-start': startTo('execute', { in: 'control' }),
  execute: task('control-end', { in: 'control', performers: [{ type: 'reference', variable: 'clause.executor' }], due: { date: { variable: 'due' } } }),
  'control-end': end('executed', { in: 'control' }),
});
const clauses = [2, 3].map((n) => ({ title: `Clause ${n}`, executor: person(n), due: '2026-12-01' }));

describe('a parallel forEach', () => {
  test('starts a child per item, each with its item and only what its node reads', () => {
    const scene = begin(repeated({ mode: 'parallel' }), { readers: people, order: { title: 'О' }, other: 1 });
    expect(effectsOf(scene.effects, 'startChildren').map(({ node, items }) => ({ node, items }))).toEqual([{
      node: 'read', items: people.map((reader, index) => ({ index, variables: { reader, order: { title: 'О' } }, title: null })),
    }]);
    expect(scene.instance.activities).toMatchObject([{ node: 'read', tasks: [], children: { total: 3, active: 3, completed: 0, cancelled: 0 }, items: null }]);
  });

  test('gives each child of a sub-process the input that its own item makes', () => {
    const scene = begin(control(), { clauses, order: { title: 'О' } });
    expect(effectsOf(scene.effects, 'startChildren')[0]?.items).toEqual(clauses.map((clause, index) => ({ index, title: clause.title, variables: { clause, due: '2026-12-01', title: 'О' } })));
  });

  test('starts and names many children in effects of at most 500', () => {
    const scene = begin(repeated({ mode: 'parallel' }), { readers: Array.from({ length: 1201 }, () => person(2)) });
    expect(effectsOf(scene.effects, 'startChildren').map(({ items }) => items.length)).toEqual([500, 500, 201]);
  });

  test('goes on when the store has counted that all have ended', () => {
    const scene = begin(repeated({ mode: 'parallel', counters: 'reading' }), { readers: people });
    const { id } = scene.instance.activities[0] ?? { id: 0 };
    give(scene, { type: 'childrenChanged', activity: id, completed: 2, cancelled: 0, results: { done: 2 } });
    expect(openNodes(scene.instance)).toEqual(['read']);
    give(scene, { type: 'childrenChanged', activity: id, completed: 2, cancelled: 1, results: { done: 2 } });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(effectsOf(scene.effects, 'cancelChildren')).toEqual([]);
    expect(scene.instance.variables['reading']).toEqual({ total: 3, active: 0, completed: 2, cancelled: 1, results: { done: 2 } });
  });

  test('cancels the rest as soon as `until` holds', () => {
    const scene = begin(repeated({ mode: 'parallel', until: { feel: 'completed >= total / 2' } }), { readers: people });
    const { id } = scene.instance.activities[0] ?? { id: 0 };
    const effects = give(scene, { type: 'childrenChanged', activity: id, completed: 2, cancelled: 0, results: {} });
    expect(effectsOf(effects, 'cancelChildren')).toEqual([{ type: 'cancelChildren', activity: id }]);
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('is not set back by an older count', () => {
    const scene = begin(repeated({ mode: 'parallel' }), { readers: people });
    const { id } = scene.instance.activities[0] ?? { id: 0 };
    give(scene, { type: 'childrenChanged', activity: id, completed: 2, cancelled: 0, results: {} });
    const effects = give(scene, { type: 'childrenChanged', activity: id, completed: 1, cancelled: 0, results: {} });
    expect(effects).toEqual([]);
    expect(scene.instance.activities[0]?.children).toMatchObject({ completed: 2, active: 1 });
  });

  test('of nobody is done at once', () => {
    expect(openNodes(begin(repeated({ mode: 'parallel' }), { readers: [] }).instance)).toEqual(['after']);
    expect(openNodes(begin(repeated({ mode: 'parallel' })).instance)).toEqual(['after']);
  });

  test('of more items than allowed is refused whole', () => {
    const compiled = compiledOf(repeated({ mode: 'parallel' }));
    const outcome = start(compiled, { ...startInput, variables: { readers: people } }, contextAt(undefined, { maxChildren: 2 }));
    expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'budgetExceeded', what: 'children', limit: 2 } });
  });

  test('is a fault where its items are not a list', () => {
    expect(() => begin(repeated({ mode: 'parallel' }), { readers: 'all' })).toThrow('engine.unusableValue');
  });

  test('cancels its children with the case', () => {
    const scene = begin(repeated({ mode: 'parallel' }), { readers: people });
    const effects = give(scene, { type: 'cancelInstance', by: null, remark: false });
    expect(effectsOf(effects, 'cancelChildren')).toHaveLength(1);
    expect(scene.instance).toMatchObject({ status: 'cancelled', tokens: [], activities: [] });
  });
});

describe('a child', () => {
  const parent = { instance: 'case', activity: 3, index: 1 };

  test('runs one task, whose outcome is its result', () => {
    const compiled = compiledOf(repeated({ mode: 'parallel' }, { on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'after' }] }));
    const child = advanced(startChild(compiled, { id: 'child', parent, node: 'read', organisation: OFFICE, starter: person(1), variables: { reader: person(3) } }, contextAt()));
    expect(effectsOf(child.effects, 'openTask')).toMatchObject([{ node: 'read', task: { performers: [person(3)] } }]);
    expect(effectsOf(child.effects, 'setTimer')).toEqual([]);
    const ended = advanced(advance(compiled, child.instance, completionOf(taskAt(child.instance, 'read').id, { outcome: 'refused', by: 3 }), contextAt()));
    expect(ended.instance).toMatchObject({ status: 'completed', result: 'refused', tokens: [], activities: [] });
    expect(effectsOf(ended.effects, 'childEnded')).toEqual([{ type: 'childEnded', parent, result: 'refused', status: 'completed' }]);
  });

  test('runs one sub-process, whose end names its result', () => {
    const compiled = compiledOf(control());
    const child = advanced(startChild(compiled, { id: 'child', parent, node: 'control', organisation: OFFICE, starter: null, variables: { clause: clauses[0] ?? null, due: '2026-12-01' } }, contextAt()));
    expect(taskAt(child.instance, 'execute')).toMatchObject({ performers: [person(2)], dueAt: '2026-12-01T15:00:00.000Z' });
    const ended = advanced(advance(compiled, child.instance, completionOf(taskAt(child.instance, 'execute').id, { by: 2 }), contextAt()));
    expect(ended.instance).toMatchObject({ status: 'completed', result: 'executed' });
  });

  test('tells its parent when it is cancelled', () => {
    const compiled = compiledOf(control());
    const child = advanced(startChild(compiled, { id: 'child', parent, node: 'control', organisation: OFFICE, starter: null, variables: { clause: clauses[0] ?? null } }, contextAt()));
    const ended = advanced(advance(compiled, child.instance, { type: 'cancelInstance', by: null, remark: false }, contextAt()));
    expect(effectsOf(ended.effects, 'childEnded')).toMatchObject([{ status: 'cancelled' }]);
    expect(effectsOf(ended.effects, 'closeTask')).toMatchObject([{ status: 'cancelled' }]);
  });
});

describe('a sequential forEach', () => {
  test('asks one person after another inside the case', () => {
    const scene = begin(repeated({ mode: 'sequential', counters: 'reading' }), { readers: people });
    for (const [slot, reader] of people.entries()) {
      expect(tasksAt(scene.instance, 'read')).toMatchObject([{ slot, performers: [reader] }]);
      complete(scene, 'read', { outcome: slot === 1 ? 'refused' : 'done', by: slot + 2 });
    }
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables['reading']).toEqual({ total: 3, active: 0, completed: 3, cancelled: 0, results: { done: 2, refused: 1 } });
    expect(scene.instance.performedBy['read']).toEqual(people);
    expect(effectsOf(scene.effects, 'startChildren')).toEqual([]);
  });

  test('ends early when `until` holds', () => {
    const scene = begin(repeated({ mode: 'sequential', until: { variable: 'results.refused', operator: 'equals', value: 1 }, counters: 'reading' }), { readers: people });
    complete(scene, 'read', { outcome: 'refused', by: 2 });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables['reading']).toMatchObject({ completed: 1, cancelled: 2 });
  });

  test('runs a sub-process once per item and shows it the item', () => {
    const nodes = control({ mode: 'sequential', counters: 'control' });
    const scene = begin({ ...nodes, execute: task('control-end', { in: 'control', performers: [{ type: 'reference', variable: 'clause.executor' }] }) }, { clauses });
    expect(tasksAt(scene.instance, 'execute')).toMatchObject([{ performers: [person(2)] }]);
    complete(scene, 'execute', { by: 2 });
    expect(tasksAt(scene.instance, 'execute')).toMatchObject([{ performers: [person(3)] }]);
    complete(scene, 'execute', { by: 3 });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables['control']).toMatchObject({ completed: 2, results: { executed: 2 } });
  });

  test('has no children for the store to count', () => {
    const scene = begin(repeated({ mode: 'sequential' }), { readers: people });
    const { id } = scene.instance.activities[0] ?? { id: 0 };
    expect(refusalOf(scene, { type: 'childrenChanged', activity: id, completed: 3, cancelled: 0, results: {} })).toEqual({ code: 'activityNotOpen', activity: id });
    expect(factsOf(scene.effects, 'childrenStarted')).toEqual([]);
  });
});
