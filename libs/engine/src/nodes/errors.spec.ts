import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import type { Scene } from '../spec-support/scene.js';
import { begin, complete, definitionOf, effectsOf, end, factsOf, give, openNodes, refusalOf, startTo, task } from '../spec-support/scene.js';

const split = (...to: readonly string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((each) => ({ to: each })) });
const inside = (node: FlowNode, scope = 'part'): FlowNode => ({ ...node, in: scope });
const part = (more: object = {}): FlowNode => ({ type: 'subProcess', title: 'Part', next: 'after', ...more }) as FlowNode;
const failing = (code: string): FlowNode => end(undefined, { event: { type: 'error', code, data: { why: { value: 'no paper' } } } });
const onError = (to: string, more: object = {}) => ({ type: 'error', key: `to-${to}`, interrupting: true, to, ...more });
const service = (more: object = {}): FlowNode => ({ type: 'serviceTask', title: 'Service', handler: 'post', next: 'after', ...more }) as FlowNode;
const codes = (nodes: { readonly [key: string]: FlowNode }) => {
  const answer = checkDefinition(definitionOf(nodes));
  return (answer.kind === 'broken' ? answer.problems : answer.warnings).map(({ code }) => code);
};
const fail = (scene: Scene, node: string, code: string) => ({ type: 'failServiceTask', activity: scene.instance.activities.find((activity) => activity.node === node)?.id ?? 0, code, data: { n: 1 } }) as const;

/** A sub-process in which two things are under way; `fail` ends with an error. */
const failingPart = (on: readonly object[], more: { readonly [key: string]: FlowNode } = {}) => ({
  begin: startTo('part'), part: part({ on }), after: task('done'), caught: task('done'), other: task('done'), done: end('done'),
  start: inside(startTo('fork')), fork: inside(split('work', 'beside')), work: inside(task('fail')), beside: inside(task('finish')), fail: inside(failing('paper.out')), finish: inside(end()), ...more,
});

describe('an error at the end of a path', () => {
  test('interrupts the sub-process that catches it on its border, and brings its code and data', () => {
    const scene = begin(failingPart([onError('caught', { variable: 'problem' })]));
    const effects = complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['caught']);
    expect(scene.instance.variables).toMatchObject({ problem: { code: 'paper.out', data: { why: 'no paper' } } });
    expect(factsOf(effects, 'errorThrown')).toMatchObject([{ node: 'fail', data: { code: 'paper.out' } }]);
    expect(JSON.stringify(factsOf(effects))).not.toContain('no paper');
  });

  test('goes to the one that names its code before the one that takes any, and not to another code', () => {
    const scene = begin(failingPart([onError('caught'), onError('other', { code: 'paper.out' })]));
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['other']);
    const unnamed = begin(failingPart([onError('caught'), onError('other', { code: 'ink.out' })]));
    complete(unnamed, 'work');
    expect(openNodes(unnamed.instance)).toEqual(['caught']);
  });

  test('starts the event sub-process of its own scope before it comes to the border', () => {
    const scene = begin(failingPart([onError('caught')], {
      mend: inside({ type: 'subProcess', title: 'Mend', event: { type: 'error', interrupting: true } }), mendStart: inside(startTo('mending'), 'mend'), mending: inside(task('mended'), 'mend'), mended: inside(end(), 'mend'),
    }));
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['mend', 'mending', 'part']);
    complete(scene, 'mending');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('goes out through every scope until somebody catches it', () => {
    const scene = begin({
      begin: startTo('outer'), outer: part({ on: [onError('caught', { code: 'paper.out' })] }), after: task('done'), caught: task('done'), done: end(),
      outerStart: inside(startTo('part'), 'outer'), part: inside(part({ next: 'innerDone', on: [onError('innerDone', { code: 'ink.out' })] }), 'outer'), innerDone: inside(end(), 'outer'),
      start: inside(startTo('work')), work: inside(task('fail')), fail: inside(failing('paper.out')),
    });
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['caught']);
  });

  test('caught by nobody ends the case with its code', () => {
    const scene = begin(failingPart([]));
    const effects = complete(scene, 'work');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'paper.out', error: { code: 'paper.out', data: { why: 'no paper' } }, tokens: [], activities: [] });
    expect(factsOf(effects).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['errorUncaught', 'instanceCompleted']));
    expect(effectsOf(effects, 'closeTask').filter(({ status }) => status === 'cancelled').map(({ node }) => node)).toEqual(['beside']);
  });
});

describe('a service that fails with an error', () => {
  const nodes = (on: readonly object[]) => ({ begin: startTo('call'), call: service({ on }), after: task('done'), caught: task('done'), done: end() });

  test('is left by the error on its border', () => {
    const scene = begin(nodes([onError('caught', { code: 'paper.out', variable: 'problem' })]));
    const effects = give(scene, fail(scene, 'call', 'paper.out'));
    expect(openNodes(scene.instance)).toEqual(['caught']);
    expect(effectsOf(effects, 'cancelService')).toHaveLength(1);
    expect(scene.instance.variables).toMatchObject({ problem: { code: 'paper.out', data: { n: 1 } } });
  });

  test('is refused where nobody catches it, so that an operator is told and nothing is lost', () => {
    const scene = begin(nodes([onError('caught', { code: 'ink.out' })]));
    expect(refusalOf(scene, fail(scene, 'call', 'paper.out'))).toEqual({ code: 'errorNotCaught', error: 'paper.out' });
    expect(openNodes(scene.instance)).toEqual(['call']);
  });
});

describe('a called case that ended by an error', () => {
  const nodes = (on: readonly object[]) => ({ begin: startTo('call'), call: { type: 'callActivity', title: 'Call', process: 'other', next: 'after', on } as FlowNode, after: task('done'), caught: task('done'), done: end() });
  const ended = (scene: Scene) => ({ type: 'callEnded', activity: scene.instance.activities[0]?.id ?? 0, status: 'completed', result: 'paper.out', variables: {}, error: { code: 'paper.out', data: {} } }) as const;

  test('is caught on the border of the call; where nobody does, the call has ended like any other', () => {
    const scene = begin(nodes([onError('caught')]));
    const effects = give(scene, ended(scene));
    expect(openNodes(scene.instance)).toEqual(['caught']);
    expect(effectsOf(effects, 'cancelChildren')).toEqual([]);
    const uncaught = begin(nodes([]));
    give(uncaught, ended(uncaught));
    expect(openNodes(uncaught.instance)).toEqual(['after']);
    expect(uncaught.instance.outcomes).toEqual({ call: 'paper.out' });
  });

  test('among many takes the others with it', () => {
    const scene = begin({
      begin: startTo('part'), part: part({ forEach: { items: { value: [1, 2, 3] }, as: 'item', mode: 'parallel' }, on: [onError('caught')] }), after: task('done'), caught: task('done'), done: end(),
      start: inside(startTo('fail')), fail: inside(failing('paper.out')),
    });
    const effects = give(scene, { type: 'childrenChanged', activity: scene.instance.activities[0]?.id ?? 0, completed: 1, cancelled: 0, results: {}, error: { code: 'paper.out', data: {} } });
    expect(openNodes(scene.instance)).toEqual(['caught']);
    expect(effectsOf(effects, 'cancelChildren')).toHaveLength(1);
  });
});

describe('an escalation', () => {
  const escalate = { type: 'escalation', code: 'late' } as const;
  const nodes = (on: readonly object[], thrower: FlowNode = { type: 'throwEvent', title: 'Late', event: escalate, next: 'more' }) => ({
    begin: startTo('part'), part: part({ on }), after: task('done'), caught: task('done'), done: end(),
    start: inside(startTo('work')), work: inside(task('tell')), tell: inside(thrower), more: inside(task('finish')), finish: inside(end()),
  });

  test('that is caught without interrupting goes on beside what catches it', () => {
    const scene = begin(nodes([{ type: 'escalation', key: 'late', code: 'late', interrupting: false, to: 'caught' }]));
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['caught', 'more', 'part']);
  });

  test('may interrupt the path that throws it', () => {
    const scene = begin(nodes([{ type: 'escalation', key: 'late', interrupting: true, to: 'caught', variable: 'what' }]));
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['caught']);
    expect(scene.instance.variables).toMatchObject({ what: { code: 'late', data: {} } });
  });

  test('that nobody catches changes nothing, thrown on the way or at the end', () => {
    const scene = begin(nodes([]));
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['more', 'part']);
    const atEnd = begin(nodes([], end(undefined, { event: escalate })));
    complete(atEnd, 'work');
    expect(openNodes(atEnd.instance)).toEqual(['after']);
  });

  test('starts an event sub-process of its scope', () => {
    const scene = begin({
      ...nodes([]), look: inside({ type: 'subProcess', title: 'Look', event: { type: 'escalation', code: 'late', interrupting: true } }), lookStart: inside(startTo('looking'), 'look'), looking: inside(task('looked'), 'look'), looked: inside(end(), 'look'),
    });
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['look', 'looking', 'part']);
  });
});

describe('an escalation out of a called case', () => {
  const caller = (on: readonly object[]): { readonly [key: string]: FlowNode } => ({ begin: startTo('call'), call: { type: 'callActivity', title: 'Call', process: 'other', next: 'after', on } as FlowNode, after: task('done'), caught: task('done'), done: end() });
  const called = { begin: startTo('late'), late: end(undefined, { event: { type: 'escalation', code: 'late', data: { n: { value: 1 } } } }) };

  test('is sent to the case that has called it, which hears it as long as the call is open', () => {
    const scene = begin(caller([{ type: 'escalation', key: 'late', code: 'late', interrupting: false, to: 'caught', variable: 'what' }]));
    const [subscribed] = effectsOf(scene.effects, 'subscribe');
    const child = begin(called, {}, { id: 'child', parent: { instance: 'case', activity: subscribed?.activity ?? 0, index: 0 } });
    const [sent] = effectsOf(child.effects, 'sendMessage');
    expect(sent).toMatchObject({ message: subscribed?.subscription.message, correlation: subscribed?.subscription.correlation });
    for (let n = 0; n < 2; n++) give(scene, { type: 'receiveMessage', subscription: subscribed?.subscription.id ?? '', data: sent?.data ?? {} });
    expect(openNodes(scene.instance)).toEqual(['call', 'caught', 'caught']);
    expect(scene.instance.variables).toMatchObject({ what: { code: 'late', data: { n: 1 } } });
  });

  test('is listened to by nobody whose definition catches none', () => {
    expect(effectsOf(begin(caller([])).effects, 'subscribe')).toEqual([]);
  });
});

describe('the check of what catches', () => {
  test('refuses an error that does not interrupt, and two that take the same code', () => {
    expect(codes(failingPart([onError('caught', { interrupting: false })]))).toContain('event.mustInterrupt');
    expect(codes(failingPart([onError('caught', { code: 'x' }), onError('other', { code: 'x' })]))).toContain('event.caughtTwice');
    expect(codes(failingPart([onError('caught'), onError('other', { code: 'x' })]))).toEqual([]);
    const listening = (key: string): { readonly [key: string]: FlowNode } => ({ [key]: { type: 'subProcess', title: key, event: { type: 'error', code: 'x', interrupting: true } }, [`${key}-start`]: inside(startTo(`${key}-end`), key), [`${key}-end`]: inside(end(), key) });
    expect(codes({ begin: startTo('done'), done: end(), ...listening('one'), ...listening('two') })).toEqual(['event.caughtTwice']);
  });

  test('warns of one that can never come', () => {
    expect(codes({ begin: startTo('work'), work: task('done', { on: [onError('caught')] }), caught: task('done'), done: end() })).toEqual(['event.neverComes']);
  });
});
