import type { FlowNode } from '@reglament/contracts';
import fc from 'fast-check';
import { advance } from '../advance.js';
import type { Change, Command } from '../command.js';
import type { Instance } from '../instance.js';
import { stuckJoins } from '../look/stuck-joins.js';
import { start } from '../start.js';
import { actor, advanced, begin, compiledOf, complete, contextAt, effectsOf, end, factsOf, give, openNodes, refusalOf, startInput, startTo, task, taskAt, type Scene } from '../spec-support/scene.js';

const modify = (...changes: readonly Change[]): Command => ({ type: 'modifyInstance', changes, by: actor(9), remark: true, submission: 'hash' });
const undo = (to: Instance): Command => ({ type: 'restoreInstance', to, version: 1, by: actor(9), remark: true, submission: null });
const idOf = (scene: Scene, node: string): number => scene.instance.activities.find((activity) => activity.node === node)?.id ?? -1;

const line = { begin: startTo('one'), one: task('two', { due: { workingDays: 5 } }), two: task('done'), done: end('done') };
const forked = {
  begin: startTo('fork'), fork: { type: 'parallelGateway', flows: [{ to: 'left' }, { to: 'right' }] } as FlowNode,
  left: task('join'), right: task('join'), join: { type: 'parallelGateway', flows: [{ to: 'after' }] } as FlowNode, after: task('done'), done: end('done'),
};
const nested = {
  begin: startTo('inner'), inner: { type: 'subProcess', title: 'Inner', next: 'last' } as FlowNode,
  'inner-start': startTo('inside', { in: 'inner' }), inside: task('inner-end', { in: 'inner' }), other: task('inner-end', { in: 'inner' }), 'inner-end': end(undefined, { in: 'inner' }),
  last: task('done'), done: end('done'),
};

describe('a modification', () => {
  test('moves a token: what held it is cancelled, the node elsewhere is entered, and the case goes on from there', () => {
    const scene = begin(line);
    const effects = give(scene, modify({ kind: 'cancelActivity', activity: idOf(scene, 'one') }, { kind: 'startBefore', node: 'two', scope: null }));
    expect(openNodes(scene.instance)).toEqual(['two']);
    expect(effectsOf(effects, 'closeTask')).toMatchObject([{ node: 'one', status: 'cancelled' }]);
    complete(scene, 'two');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'done' });
  });

  test('that would leave nothing alive is refused, and the case is untouched', () => {
    const scene = begin(line);
    expect(refusalOf(scene, modify({ kind: 'cancelActivity', activity: idOf(scene, 'one') }))).toEqual({ code: 'nothingLeft', node: null });
    const inside = begin(nested);
    expect(refusalOf(inside, modify({ kind: 'cancelActivity', activity: idOf(inside, 'inside') }))).toEqual({ code: 'nothingLeft', node: 'inner' });
  });

  test('starts only where a scope is open, and only what may be entered', () => {
    const scene = begin(nested);
    const inner = idOf(scene, 'inner');
    expect(refusalOf(scene, modify({ kind: 'startBefore', node: 'other', scope: null }))).toEqual({ code: 'scopeNotOpen', node: 'other' });
    expect(refusalOf(scene, modify({ kind: 'startBefore', node: 'last', scope: inner }))).toEqual({ code: 'scopeNotOpen', node: 'last' });
    expect(refusalOf(scene, modify({ kind: 'startBefore', node: 'begin', scope: null }))).toEqual({ code: 'mayNotStart', node: 'begin' });
    expect(refusalOf(scene, modify({ kind: 'startBefore', node: 'nowhere', scope: null }))).toEqual({ code: 'unknownNode', node: 'nowhere' });
    give(scene, modify({ kind: 'startBefore', node: 'other', scope: inner }));
    complete(scene, 'inside');
    expect(openNodes(scene.instance)).toEqual(['inner', 'other']);
    complete(scene, 'other');
    expect(openNodes(scene.instance)).toEqual(['last']);
  });

  test('helps a join that waits in vain by a token on the flow that is missing', () => {
    const scene = begin(forked);
    complete(scene, 'left');
    const waiting = scene.instance.tokens.find(({ node }) => node === 'join');
    give(scene, modify({ kind: 'cancelActivity', activity: idOf(scene, 'right') }));
    expect(stuckJoins(scene.compiled, scene.instance)).toMatchObject([{ node: 'join', missing: ['right'] }]);
    give(scene, modify({ kind: 'startBefore', node: 'join', scope: null }));
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(waiting).toBeDefined();
  });

  test('takes away a token that waits at a join, and none that an activity holds', () => {
    const scene = begin(forked);
    complete(scene, 'left');
    const waiting = scene.instance.tokens.find(({ node }) => node === 'join')?.id ?? -1;
    const held = scene.instance.tokens.find(({ node }) => node === 'right')?.id ?? -1;
    expect(refusalOf(scene, modify({ kind: 'cancelToken', token: held }))).toEqual({ code: 'tokenNotOpen', token: held });
    give(scene, modify({ kind: 'cancelToken', token: waiting }));
    expect(scene.instance.tokens.map(({ node }) => node)).toEqual(['right']);
  });

  test('sets variables by their declared types, and history names them without what they hold', () => {
    const compiled = compiledOf(line, { variables: { count: { type: 'number', title: 'Count' }, on: { type: 'date', title: 'On' } } });
    const { instance } = advanced(start(compiled, { ...startInput, variables: { count: 1, free: 'x' } }, contextAt()));
    const scene: Scene = { compiled, instance, effects: [], now: contextAt().now };
    expect(refusalOf(scene, modify({ kind: 'setVariables', values: { count: 'two' } }))).toEqual({ code: 'wrongType', variable: 'count', expected: 'number' });
    expect(refusalOf(scene, modify({ kind: 'setVariables', values: { surname: 'Иванов' } }))).toEqual({ code: 'unknownVariable', variable: 'surname' });
    expect(refusalOf(scene, modify({ kind: 'setVariables', values: { case: {} } }))).toEqual({ code: 'unknownVariable', variable: 'case' });
    give(scene, modify({ kind: 'setVariables', values: { count: 2, on: '2026-12-01', free: 'secret' } }));
    expect(scene.instance.variables).toEqual({ count: 2, on: '2026-12-01', free: 'secret' });
    const [fact] = factsOf(scene.effects, 'instanceModified');
    expect(fact?.data).toMatchObject({ changes: [{ kind: 'setVariables', variables: ['count', 'on', 'free'] }], submission: 'hash' });
    expect(JSON.stringify(fact)).not.toContain('secret');
  });

  test('needs a reason', () => {
    const scene = begin(line);
    expect(refusalOf(scene, { ...modify({ kind: 'startBefore', node: 'two', scope: null }), remark: false } as Command)).toEqual({ code: 'remarkRequired', outcome: 'modify' });
  });

  test('of any kind, on any case, is refused or leaves a case in which nothing is held by nobody; it never throws', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('cancelActivity' as const), activity: fc.integer({ min: 0, max: 14 }) }),
      fc.record({ kind: fc.constant('cancelToken' as const), token: fc.integer({ min: 0, max: 14 }) }),
      fc.record({ kind: fc.constant('startBefore' as const), node: fc.constantFrom('left', 'right', 'join', 'after', 'done', 'fork', 'inside', 'inner', 'last', 'x'), scope: fc.option(fc.integer({ min: 0, max: 14 })) }),
    );
    fc.assert(fc.property(fc.constantFrom(forked, nested), fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (nodes, steps) => {
      const scene = begin(nodes);
      for (const changes of steps) {
        const outcome = advance(scene.compiled, scene.instance, modify(...changes), contextAt());
        if (outcome.kind === 'refused') continue;
        const before = scene.instance;
        scene.instance = outcome.instance;
        const tokens = new Set(scene.instance.tokens.map(({ id }) => id));
        for (const activity of scene.instance.activities) expect(tokens.has(activity.token)).toBe(true);
        for (const { scope } of scene.instance.tokens) expect(scope === null || scene.instance.activities.some(({ id }) => id === scope)).toBe(true);
        if (scene.instance.status === 'active') expect(scene.instance.tokens.length).toBeGreaterThan(0);
        const { nextId, ...back } = advanced(advance(scene.compiled, scene.instance, undo(before), contextAt())).instance;
        expect(back).toEqual({ ...before, nextId: undefined });
        expect(nextId).toBeGreaterThanOrEqual(before.nextId);
      }
    }), { numRuns: 200 });
  });
});

describe('taking an operation back', () => {
  test('opens the very task again that a cancellation closed, with its timers', () => {
    const scene = begin({ ...line, one: task('two', { due: { workingDays: 5 }, remind: [{ before: { workingDays: 1 } }] }) });
    const before = scene.instance;
    give(scene, { type: 'cancelInstance', by: actor(9), remark: true });
    const effects = give(scene, undo(before));
    expect(effectsOf(effects, 'reopenTask')).toMatchObject([{ task: { id: taskAt(before, 'one').id } }]);
    expect(effectsOf(effects, 'setTimer')).toHaveLength(1);
    expect(scene.instance).toEqual({ ...before, nextId: scene.instance.nextId });
    complete(scene, 'one');
    expect(openNodes(scene.instance)).toEqual(['two']);
  });

  test('takes away what the operation has opened, and gives no id out twice', () => {
    const scene = begin(line);
    const before = scene.instance;
    give(scene, modify({ kind: 'startBefore', node: 'two', scope: null }));
    const opened = taskAt(scene.instance, 'two').id;
    expect(effectsOf(give(scene, undo(before)), 'closeTask')).toMatchObject([{ task: opened, status: 'cancelled' }]);
    complete(scene, 'one');
    expect(taskAt(scene.instance, 'two').id).not.toBe(opened);
  });
});
