import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { diagramOf } from '../diagram/diagram-of.js';
import { advance } from '../advance.js';
import { start, startChild } from '../start.js';
import { advanced, begin, compiledOf, complete, completionOf, contextAt, definitionOf, effectsOf, end, factsOf, give, OFFICE, openNodes, refusalOf, startInput, startTo, task, taskAt, type Scene } from '../spec-support/scene.js';

const around = (node: object, more: { readonly [key: string]: FlowNode } = {}): { readonly [key: string]: FlowNode } => ({ begin: startTo('again'), again: node as FlowNode, after: task('done'), done: end(), ...more });
const service = (more: object): object => ({ type: 'serviceTask', title: 'S', handler: 'post', input: { n: { variable: 'n' } }, output: { last: { variable: 'result.n' } }, next: 'after', ...more });
const each = (items: unknown, more: object = {}): object => ({ forEach: { items: { value: items }, as: 'n', mode: 'sequential', ...more } });
const innermost = (scene: Scene) => scene.instance.activities.findLast(({ node }) => node === 'again')?.id ?? -1;
const served = (scene: Scene, n: number) => give(scene, { type: 'completeServiceTask', activity: innermost(scene), result: { n } });

describe('a service that is called for each item in turn', () => {
  test('is called anew when the call before has ended, and its activity holds all of them', () => {
    const scene = begin(around(service({ ...each(['a', 'b'], { counters: 'counted' }), on: [{ type: 'action', key: 'stop', title: 'Stop', interrupting: true, to: 'done' }] })));
    expect(openNodes(scene.instance)).toEqual(['again', 'again']);
    expect(refusalOf(scene, { type: 'completeServiceTask', activity: scene.instance.activities[0]?.id ?? -1, result: {} })).toMatchObject({ code: 'activityNotOpen' });
    expect(effectsOf(served(scene, 1), 'callService').map(({ input }) => input)).toEqual([{ n: 'b' }]);
    served(scene, 2);
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toMatchObject({ last: 2, counted: { total: 2, completed: 2, active: 0 } });
    expect(factsOf(scene.effects, 'flowTaken').map(({ data }) => data['to'])).toEqual(['again', 'after']);
  });

  test('is cancelled with its activity: one service, once', () => {
    const scene = begin(around(service({ ...each(['a', 'b']), on: [{ type: 'action', key: 'stop', title: 'Stop', interrupting: true, to: 'done' }] })));
    const effects = give(scene, { type: 'triggerAction', activity: scene.instance.activities[0]?.id ?? -1, action: 'stop', by: null, data: null, submission: null, remark: false });
    expect(effectsOf(effects, 'cancelService')).toHaveLength(1);
    expect(scene.instance).toMatchObject({ status: 'completed', tokens: [], activities: [] });
  });

  test('ends early when "until" holds, and with no items goes on at once', () => {
    const scene = begin(around(service(each(3, { until: { feel: 'completed >= 2' } }))));
    served(scene, 1);
    served(scene, 2);
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(openNodes(begin(around(service(each(0)))).instance)).toEqual(['after']);
    expect(openNodes(begin(around(service(each([])))).instance)).toEqual(['after']);
  });
});

describe('a number of items', () => {
  test('gives the items from 1 to that number', () => {
    const scene = begin(around(service(each(2))));
    expect(effectsOf(scene.effects, 'callService')[0]?.input).toEqual({ n: 1 });
    expect(effectsOf(served(scene, 1), 'callService')[0]?.input).toEqual({ n: 2 });
  });

  test.each([-1, 1.5])('that is %p is a fault that names node and expression', (items) => {
    const compiled = compiledOf(around(service({ forEach: { items: { variable: 'count' }, as: 'n', mode: 'sequential' } })));
    expect(() => start(compiled, { ...startInput, variables: { count: items } }, contextAt())).toThrow(expect.objectContaining({
      code: 'engine.unusableValue', details: expect.objectContaining({ node: 'again', found: 'forEach items count: a negative or fractional number' }) as unknown,
    }) as Error);
  });

  test('beyond what is allowed is refused before any list is made', () => {
    const compiled = compiledOf(around(service(each(Number.MAX_SAFE_INTEGER))));
    expect(start(compiled, startInput, contextAt())).toMatchObject({ kind: 'refused', refusal: { code: 'budgetExceeded', what: 'children' } });
  });
});

describe('an activity that runs as children of a parallel forEach', () => {
  const nodes = around(service(each(['a', 'b'], { mode: 'parallel', counters: 'counted' })));

  test('starts one for each item, each of which calls the service and ends', () => {
    const scene = begin(nodes);
    const [started] = effectsOf(scene.effects, 'startChildren');
    expect(started?.items.map(({ variables }) => variables)).toEqual([{ n: 'a' }, { n: 'b' }]);
    const activity = started?.activity ?? -1;
    const child = advanced(startChild(scene.compiled, { id: 'child', parent: { instance: 'case', activity, index: 0 }, node: 'again', organisation: OFFICE, starter: null, variables: { n: 'a' } }, contextAt()));
    expect(effectsOf(child.effects, 'callService').map(({ input }) => input)).toEqual([{ n: 'a' }]);
    const ended = advanced(advance(scene.compiled, child.instance, { type: 'completeServiceTask', activity: child.instance.activities[0]?.id ?? -1, result: {} }, contextAt()));
    expect(ended.instance).toMatchObject({ status: 'completed', result: null, tokens: [], activities: [] });
    give(scene, { type: 'childrenChanged', activity, completed: 2, cancelled: 0, results: {} });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toMatchObject({ counted: { total: 2, completed: 2 } });
  });

  test('gives a child of an approval the outcome of its round as its result', () => {
    const approval = around({
      type: 'approvalTask', title: 'A', performers: [{ type: 'role', role: 'head' }], order: 'parallel', quorum: 'all', outcomes: { approved: { title: 'A', to: 'after' }, rejected: { title: 'R', to: 'after' } },
      ...each(['a'], { mode: 'parallel' }),
    });
    const { compiled } = begin(approval);
    const child = advanced(startChild(compiled, { id: 'child', parent: { instance: 'case', activity: 3, index: 0 }, node: 'again', organisation: OFFICE, starter: null, variables: {} }, contextAt()));
    const ended = advanced(advance(compiled, child.instance, completionOf(taskAt(child.instance, 'again').id, { outcome: 'rejected', remark: true }), contextAt()));
    expect(ended.instance).toMatchObject({ status: 'completed', result: 'rejected' });
    expect(effectsOf(ended.effects, 'childEnded')).toMatchObject([{ result: 'rejected' }]);
  });
});

describe('a standard loop', () => {
  const looped = (loop: object, more: object = {}) => around(task('after', { loop, ...more }));

  test('runs again while its condition holds after a run', () => {
    const scene = begin(looped({ while: { feel: 'loopCounter < 3' } }));
    for (const round of [1, 2, 3]) {
      expect(scene.instance.activities[0]).toMatchObject({ node: 'again', round });
      complete(scene, 'again');
    }
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(effectsOf(scene.effects, 'openTask').map(({ node }) => node)).toEqual(['again', 'again', 'again', 'after']);
  });

  test('with testBefore may not run at all', () => {
    expect(openNodes(begin(looped({ while: { variable: 'more', operator: 'equals', value: true }, testBefore: true }), { more: false }).instance)).toEqual(['after']);
    expect(openNodes(begin(looped({ while: { variable: 'more', operator: 'equals', value: true }, testBefore: true }), { more: true }).instance)).toEqual(['again', 'again']);
  });

  test('runs no more often than "max"', () => {
    const scene = begin(looped({ while: { feel: 'true' }, max: 2 }));
    complete(scene, 'again');
    complete(scene, 'again');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('goes on by the outcome of its last run', () => {
    const scene = begin(around(task('after', { outcomes: { done: { title: 'D', to: 'after' }, away: { title: 'A', to: 'done' } }, loop: { while: { variable: 'outcome.again', operator: 'equals', value: 'done' } } })));
    complete(scene, 'again');
    complete(scene, 'again', { outcome: 'away' });
    expect(scene.instance.status).toBe('completed');
  });

  test('of a sub-process begins it anew; what is on its border ends all runs', () => {
    const scene = begin({
      ...around({ type: 'subProcess', title: 'P', next: 'after', loop: { while: { feel: 'loopCounter < 9' } }, on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'done' }] }),
      'part-start': startTo('inner', { in: 'again' }), inner: task('part-end', { in: 'again' }), 'part-end': end(undefined, { in: 'again' }),
    });
    complete(scene, 'inner');
    expect(openNodes(scene.instance)).toEqual(['again', 'again', 'inner']);
    const [timer] = scene.instance.activities.flatMap(({ timers }) => timers);
    expect(effectsOf(scene.effects, 'setTimer')).toHaveLength(1);
    give(scene, { type: 'fireTimer', timer: timer?.id ?? '' });
    expect(scene.instance).toMatchObject({ status: 'completed', tokens: [], activities: [] });
  });

  test('that waits for nothing is stopped at the budget', () => {
    const decision = { type: 'subProcess', title: 'P', next: 'after', loop: { while: { feel: 'true' } } };
    expect(() => begin({ ...around(decision), 'part-start': startTo('part-end', { in: 'again' }), 'part-end': end(undefined, { in: 'again' }) })).toThrow('budgetExceeded');
  });

  test('is drawn as one', () => {
    expect(diagramOf(definitionOf(looped({ while: { feel: 'true' } }))).nodes.find(({ key }) => key === 'again')).toMatchObject({ repeated: 'loop' });
  });
});

describe('the check of what is repeated', () => {
  const codes = (node: object) => {
    const answer = checkDefinition(definitionOf(around(node)));
    return answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : [];
  };
  const two = { outcomes: { done: { title: 'D', to: 'after' }, away: { title: 'A', to: 'done' } } };

  test('refuses two ways of repeating, outcomes that part, and names that are not there', () => {
    expect(codes(service({ ...each([1]), loop: { while: { feel: 'true' } } }))).toEqual([['node.loopBesideForEach', '/nodes/again/loop']]);
    expect(codes(task('after', { ...two, ...each([1]) }))).toEqual([['node.outcomesDiffer', '/nodes/again/outcomes']]);
    expect(codes(task('after', { ...two, loop: { while: { feel: 'true' }, testBefore: true } }))).toEqual([['node.outcomesDiffer', '/nodes/again/outcomes']]);
    expect(codes(task('after', { ...two, loop: { while: { feel: 'loopCounter < 2' } } }))).toEqual([]);
    expect(codes(task('after', { loop: { while: { feel: 'lopCounter < 2' } } }))).toEqual([['expression.broken', '/nodes/again/loop/while/feel']]);
    expect(codes(task('after', { loop: { while: { feel: 'true' }, max: 0 } }))).toEqual([['definition.wrongValue', '/nodes/again/loop/max']]);
  });
});
