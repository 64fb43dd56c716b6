import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { compileGraph } from '../compile/compile.js';
import type { Compiled } from '../compile/compiled.js';
import type { Instance } from '../instance.js';
import { begin, complete, contextAt, definitionOf, effectsOf, end, factsOf, give, role, startTo, task, taskAt, THURSDAY, type Scene } from '../spec-support/scene.js';
import { migrate } from './migrate.js';
import { PLAIN_MIGRATION, type Migrated, type Migration } from './migration.js';
import { undoMigration } from './undo-migration.js';

type Nodes = ProcessDefinition['nodes'];

const compiledOf = (nodes: Nodes, more: Partial<ProcessDefinition> = {}): Compiled => compileGraph(definitionOf(nodes, more), {});
const moved = (scene: Scene, after: Compiled, migration: Partial<Migration> = {}, now = scene.now): Migrated =>
  migrate(scene.compiled, after, scene.instance, { ...PLAIN_MIGRATION, ...migration }, { by: null, submission: null }, contextAt(now));
const migrated = (scene: Scene, after: Compiled, migration: Partial<Migration> = {}, now = scene.now): Extract<Migrated, { kind: 'migrated' }> => {
  const answer = moved(scene, after, migration, now);
  if (answer.kind === 'blocked') throw new Error(`blocked: ${JSON.stringify(answer.obstacles)}`);
  return answer;
};
const obstaclesOf = (scene: Scene, after: Compiled, migration: Partial<Migration> = {}): unknown => {
  const answer = moved(scene, after, migration);
  return answer.kind === 'blocked' ? answer.obstacles : [];
};
/** The case goes on under the version after. */
const onward = (scene: Scene, after: Compiled, instance: Instance): Scene => ({ ...scene, compiled: after, instance });

const working = (more: object = {}, others: Nodes = {}): Nodes => ({ begin: startTo('write'), write: task('done', { due: { workingDays: 3 }, ...more }), done: end(), ...others });

describe('a case that is taken to another version', () => {
  it('stands where it stood, with its task, and goes on by the new flows', () => {
    const scene = begin(working());
    const before = taskAt(scene.instance, 'write');
    const after = compiledOf({ ...working({ outcomes: { done: { title: 'Done', to: 'check' } } }), check: task('done') });
    const { instance, effects } = migrated(scene, after);
    expect(instance).toEqual({ ...scene.instance, definitionHash: after.hash });
    expect(taskAt(instance, 'write')).toEqual(before);
    expect(effects.map(({ type }) => type)).toEqual(['history']);
    expect(factsOf(effects, 'instanceMigrated')[0]?.data).toMatchObject({ from: scene.compiled.hash, to: after.hash });
    const later = onward(scene, after, instance);
    complete(later, 'write');
    expect(taskAt(later.instance, 'check')).toBeDefined();
  });

  it('is not changed itself', () => {
    const scene = begin(working());
    const kept = structuredClone(scene.instance);
    migrated(scene, compiledOf(working({ due: { workingDays: 9 } })), { terms: { write: 'recompute' } });
    expect(scene.instance).toEqual(kept);
  });

  it('follows a node to its new key, with what was decided there and by whom', () => {
    const nodes = (first: string, second: string): Nodes => ({ begin: startTo(first), [first]: task(second), [second]: task('done'), done: end() });
    const scene = begin(nodes('write', 'check'));
    complete(scene, 'write', { by: 5 });
    const { instance } = migrated(scene, compiledOf(nodes('draft', 'review')), { nodes: { write: 'draft', check: 'review' } });
    expect(instance).toMatchObject({ outcomes: { draft: 'done' }, tokens: [{ node: 'review', via: 'draft' }], activities: [{ node: 'review' }] });
    expect(Object.keys(instance.performedBy)).toEqual(expect.arrayContaining(['draft']));
    expect(Object.keys(instance.performedBy)).not.toContain('write');
  });

  it('that would strand a token stays where it is, and the token is named', () => {
    const scene = begin(working());
    expect(obstaclesOf(scene, compiledOf({ begin: startTo('done'), done: end() }))).toEqual([{ code: 'nodeGone', node: 'write', token: scene.instance.tokens[0]?.id }]);
    const service: FlowNode = { type: 'serviceTask', title: 'S', handler: 'post', next: 'done' };
    expect(obstaclesOf(scene, compiledOf({ begin: startTo('write'), write: service, done: end() }))).toEqual([{ code: 'nodeRetyped', node: 'write', to: 'write' }]);
    const inside: Nodes = { begin: startTo('part'), part: { type: 'subProcess', title: 'P', next: 'done' }, open: startTo('write', { in: 'part' }), write: task('over', { in: 'part' }), over: end(undefined, { in: 'part' }), done: end() };
    expect(obstaclesOf(scene, compiledOf(inside))).toEqual([{ code: 'scopeChanged', node: 'write', to: 'write' }]);
  });

  it('that has ended, or whose step repeats in another way now, is not moved', () => {
    const scene = begin(working());
    expect(obstaclesOf(scene, compiledOf(working({ forEach: { items: { value: [1] }, as: 'item', mode: 'sequential' } })))).toEqual([{ code: 'changedWhileOpen', node: 'write', to: 'write' }]);
    complete(scene, 'write');
    expect(obstaclesOf(scene, compiledOf(working()))).toEqual([{ code: 'caseEnded' }]);
  });

  it('waits for the service that it has asked, unless another one is meant now', () => {
    const asking = (handler: string, title: string): Nodes => ({ begin: startTo('ask'), ask: { type: 'serviceTask', title, handler, next: 'done' }, done: end() });
    const scene = begin(asking('post', 'A'));
    expect(migrated(scene, compiledOf(asking('post', 'B'))).effects.map(({ type }) => type)).toEqual(['history']);
    expect(obstaclesOf(scene, compiledOf(asking('other', 'A')))).toEqual([{ code: 'changedWhileOpen', node: 'ask', to: 'ask' }]);
  });
});

describe('terms of a case that is moved', () => {
  const reminded = (days: number): Nodes => working({ due: { workingDays: days }, remind: [{ before: { workingDays: 1 } }] });
  const overdue = (days: number): object => ({ on: [{ type: 'timer', key: 'late', after: { workingDays: days }, interrupting: true, to: 'done' }] });

  it('stay, with the timers under their ids, where nothing about them has changed', () => {
    const scene = begin(reminded(5));
    const { instance, effects } = migrated(scene, compiledOf({ ...reminded(5), more: task('done') }), {}, '2026-11-06T07:00:00.000Z');
    expect(instance.activities).toEqual(scene.instance.activities);
    expect(effectsOf(effects, 'setTimer')).toEqual([]);
  });

  it('keep the time they have left where they have changed and nobody says otherwise', () => {
    const scene = begin(reminded(5));
    const { instance, effects } = migrated(scene, compiledOf(reminded(9)));
    expect(instance.activities).toEqual(scene.instance.activities);
    expect(effects.map(({ type }) => type)).toEqual(['history']);
  });

  it('are counted anew from when the step was entered, as on the new version, where that is chosen', () => {
    const scene = begin(reminded(5));
    const after = compiledOf(reminded(9));
    const { instance } = migrated(scene, after, { terms: { write: 'recompute' } }, '2026-11-06T07:00:00.000Z');
    const asNew = begin(reminded(9)).instance.activities[0];
    expect(instance.activities[0]?.tasks).toEqual(asNew?.tasks);
    expect(instance.activities[0]?.timers.map(({ at, ref, kind }) => ({ at, ref, kind }))).toEqual(asNew?.timers.map(({ at, ref, kind }) => ({ at, ref, kind })));
  });

  it('lose only what nothing would answer to any more', () => {
    const scene = begin(working({ ...overdue(4), remind: [{ before: { workingDays: 1 } }, { every: { workingDays: 1 } }] }));
    const { instance, effects } = migrated(scene, compiledOf(working({ remind: [{ before: { workingDays: 2 } }] })));
    expect(instance.activities[0]?.timers.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(['reminder 0']);
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(2);
  });

  it('of a moment that is waited for go on as they were', () => {
    const waiting = (days: number): Nodes => ({ begin: startTo('wait'), wait: { type: 'catchEvent', title: 'W', event: { type: 'timer', after: { workingDays: days } }, next: 'done' }, done: end() });
    const scene = begin(waiting(2));
    expect(migrated(scene, compiledOf(waiting(7))).instance.activities).toEqual(scene.instance.activities);
    const anew = migrated(scene, compiledOf(waiting(7)), { terms: { wait: 'recompute' } }).instance.activities[0]?.timers;
    expect(anew?.map(({ at }) => at)).toEqual(begin(waiting(7)).instance.activities[0]?.timers.map(({ at }) => at));
  });
});

describe('what a moved case waits for', () => {
  const listening = (name: string, extra: readonly object[] = []): Nodes => working({ on: [{ type: 'message', key: 'news', name, correlation: { feel: 'case.id' }, interrupting: true, to: 'done' }, ...extra] });

  it('is heard under the same subscription where it is the same message', () => {
    const scene = begin(listening('told'));
    const { effects } = migrated(scene, compiledOf(listening('told', [{ type: 'action', key: 'ask', title: 'Ask', interrupting: false, to: 'done' }])));
    expect(effects.map(({ type }) => type)).toEqual(['history']);
  });

  it('is the message of the new version where that is another', () => {
    const scene = begin(listening('told'));
    const { instance, effects } = migrated(scene, compiledOf(listening('heard')));
    expect(effectsOf(effects, 'unsubscribe')).toHaveLength(1);
    expect(effectsOf(effects, 'subscribe').map(({ subscription }) => subscription.message)).toEqual(['heard']);
    expect(instance.activities[0]?.subscriptions?.map(({ message }) => message)).toEqual(['heard']);
  });

  it('includes an event sub-process that came, and not one that went', () => {
    const withEvent: Nodes = { ...working(), ask: { type: 'subProcess', title: 'E', event: { type: 'action', title: 'Ask', interrupting: true, performers: role('clerk') } } as FlowNode, 'ask-begin': startTo('ask-done', { in: 'ask' }), 'ask-done': end('asked', { in: 'ask' }) };
    const scene = begin(working());
    const after = compiledOf(withEvent);
    const came = migrated(scene, after);
    expect(came.instance.activities.filter(({ listening: hears }) => hears).map(({ node }) => node)).toEqual(['ask']);
    const later = onward(scene, after, came.instance);
    const back = migrated(later, scene.compiled);
    expect(back.instance.activities).toEqual(scene.instance.activities);
  });
});

describe('what was done and can be undone', () => {
  const booked = (step: string, handler: string): Nodes => ({
    begin: startTo(step), [step]: task('last', { compensate: handler }), [handler]: { type: 'userTask', title: 'Undo', performers: role('clerk'), outcomes: { done: { title: 'Done', to: 'undone' } } } as FlowNode, undone: end(), last: task('done'), done: end(),
  });

  it('is under its new key, and can be undone in no other way', () => {
    const start = booked('book', 'cancel');
    const scene = begin(start);
    complete(scene, 'book');
    expect(scene.instance.compensable?.map(({ node }) => node)).toEqual(['book']);
    const after = compiledOf(JSON.parse(JSON.stringify(start).replaceAll('"book"', '"reserve"')) as Nodes);
    expect(migrated(scene, after, { nodes: { book: 'reserve' } }).instance.compensable?.map(({ node }) => node)).toEqual(['reserve']);
    expect(obstaclesOf(scene, compiledOf({ ...start, book: task('last') }))).toEqual([{ code: 'changedWhileOpen', node: 'book', to: 'book' }]);
  });
});

describe('a token that waits at a join', () => {
  const forked = (branches: readonly string[]): Nodes => ({
    begin: startTo('split'), split: { type: 'parallelGateway', flows: branches.map((to) => ({ to })) }, ...Object.fromEntries(branches.map((key) => [key, task('join')])),
    join: { type: 'parallelGateway', flows: [{ to: 'last' }] }, last: task('done'), done: end(),
  });

  it('goes on at once where the new version waits for no more', () => {
    const scene = begin(forked(['a', 'b']));
    complete(scene, 'a');
    const after = compiledOf({ ...forked(['a', 'b']), b: task('done') });
    const { instance } = migrated(scene, after);
    expect(instance.activities.map(({ node }) => node).sort()).toEqual(['b', 'last']);
  });

  it('is found again by its flow, though the flows of the split are in another order', () => {
    const direct = (flows: readonly string[]): Nodes => ({ ...forked(['a', 'b']), split: { type: 'parallelGateway', flows: flows.map((to) => ({ to })) } });
    const scene = begin(direct(['join', 'a', 'b']));
    const after = compiledOf(direct(['a', 'b', 'join']));
    const later = onward(scene, after, migrated(scene, after).instance);
    complete(later, 'a');
    complete(later, 'b');
    expect(taskAt(later.instance, 'last')).toBeDefined();
  });

  it('is named where the flow by which it came is no more', () => {
    const scene = begin(forked(['a', 'b', 'c']));
    complete(scene, 'a');
    expect(obstaclesOf(scene, compiledOf({ ...forked(['b', 'c']), a: task('done') }))).toEqual([{ code: 'flowGone', node: 'join', via: 'a' }]);
  });
});

describe('a move that is taken back', () => {
  it('leaves the case as it was, with its timers and what it waits for, and gives out no id twice', () => {
    const scene = begin(working({ remind: [{ before: { workingDays: 1 } }] }));
    const { instance } = migrated(scene, compiledOf(working({ due: { workingDays: 9 }, remind: [{ before: { workingDays: 2 } }] })), { terms: { write: 'recompute' } });
    const undone = undoMigration(instance, scene.instance, { by: null, submission: null });
    expect(undone.instance).toEqual({ ...scene.instance, nextId: instance.nextId });
    expect(effectsOf(undone.effects, 'cancelTimer').map(({ timer }) => timer)).toEqual(instance.activities[0]?.timers.map(({ id }) => id));
    expect(effectsOf(undone.effects, 'setTimer').map(({ timer }) => timer)).toEqual(scene.instance.activities[0]?.timers);
    const later = onward(scene, scene.compiled, undone.instance);
    expect(give(later, { type: 'fireTimer', timer: scene.instance.activities[0]?.timers[0]?.id ?? '' }).length).toBeGreaterThan(0);
    expect(later.now).toBe(THURSDAY);
  });
});
