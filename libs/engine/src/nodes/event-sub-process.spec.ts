import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { availableActions } from '../look/look.js';
import { stuckJoins } from '../look/stuck-joins.js';
import { actor, begin, complete, contextAt, definitionOf, effectsOf, end, factsOf, give, openNodes, refusalOf, startTo, task, taskAt } from '../spec-support/scene.js';

const pause = (event: object, more: object = {}): { [key: string]: FlowNode } => ({
  pause: { type: 'subProcess', title: 'Pause', event, ...more } as FlowNode,
  'pause-start': startTo('resume', { in: 'pause' }),
  resume: task('pause-end', { in: 'pause', title: 'Resume' }),
  'pause-end': end(undefined, { in: 'pause' }),
});
const asked = { type: 'action', title: 'Suspend', performers: [{ type: 'starter' }], remark: 'required', interrupting: false };
const main = { begin: startTo('work'), work: task('done', { due: { workingDays: 5 }, remind: [{ before: { workingDays: 1 } }], escalate: [{ after: { workingDays: 1 }, to: [{ type: 'role', role: 'head' }] }], on: [{ type: 'timer', key: 'stale', after: { workingDays: 20 }, interrupting: false, to: 'note' }] }), note: end(), done: end('done') };
const listener = (scene: ReturnType<typeof begin>, node = 'pause') => scene.instance.activities.find((activity) => activity.node === node && activity.listening)?.id ?? -1;
const ask = (scene: ReturnType<typeof begin>) => ({ type: 'triggerAction' as const, activity: listener(scene), action: 'pause', by: actor(1), data: null, submission: null, remark: true });

describe('an event sub-process', () => {
  test('listens while its scope is open, and holds nobody back', () => {
    const scene = begin({ ...main, ...pause(asked) });
    expect(availableActions(scene.compiled, scene.instance, contextAt())).toMatchObject([{ action: 'pause', title: 'Suspend', performers: [actor(1).person], remark: 'required', interrupting: false }]);
    expect(factsOf(scene.effects).some(({ node }) => node === 'pause')).toBe(false);
    complete(scene, 'work');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'done', activities: [] });
  });

  test('runs beside the rest as often as it is asked for; the scope ends when everything has ended', () => {
    const scene = begin({ ...main, ...pause(asked) });
    give(scene, ask(scene));
    give(scene, ask(scene));
    complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['pause', 'pause', 'pause', 'resume', 'resume']);
    complete(scene, 'resume');
    complete(scene, 'resume');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'done', activities: [], tokens: [] });
  });

  test('that interrupts takes the place of everything in its scope', () => {
    const scene = begin({ ...main, ...pause({ ...asked, interrupting: true }) });
    const effects = give(scene, ask(scene));
    expect(openNodes(scene.instance)).toEqual(['pause', 'resume']);
    expect(effectsOf(effects, 'closeTask')).toMatchObject([{ node: 'work', status: 'cancelled' }]);
    expect(availableActions(scene.compiled, scene.instance, contextAt())).toEqual([]);
    complete(scene, 'resume');
    expect(scene.instance.status).toBe('completed');
  });

  test('is started by a timer or a message too, and stops listening with its scope', () => {
    const timed = begin({ ...main, ...pause({ type: 'timer', after: { workingDays: 2 }, interrupting: false }) });
    const timer = timed.instance.activities.find(({ listening }) => listening)?.timers[0];
    give(timed, { type: 'fireTimer', timer: timer?.id ?? '' });
    expect(openNodes(timed.instance)).toEqual(['pause', 'pause', 'resume', 'work']);

    const told = begin({ ...main, ...pause({ type: 'message', name: 'stop', correlation: { feel: 'case.id' }, variable: 'why', interrupting: true }) });
    const [subscription] = effectsOf(told.effects, 'subscribe');
    expect(effectsOf(complete(begin({ ...main, ...pause({ type: 'message', name: 'stop', correlation: { feel: 'case.id' }, interrupting: true }) }), 'work'), 'unsubscribe')).toHaveLength(1);
    give(told, { type: 'receiveMessage', subscription: subscription?.subscription.id ?? '', data: { reason: 'overload' } });
    expect(openNodes(told.instance)).toEqual(['pause', 'resume']);
    expect(told.instance.variables).toEqual({ why: { reason: 'overload' } });
  });

  test('inside a sub-process listens only while that one is open', () => {
    const inner = Object.fromEntries(Object.entries(pause(asked)).map(([key, node]) => [key, key === 'pause' ? { ...node, in: 'part' } as FlowNode : node]));
    const scene = begin({
      begin: startTo('first'), first: task('part'), part: { type: 'subProcess', title: 'Part', next: 'after' } as FlowNode,
      'part-start': startTo('inside', { in: 'part' }), inside: task('part-end', { in: 'part' }), 'part-end': end(undefined, { in: 'part' }), ...inner, after: task('done'), done: end(),
    });
    const actions = () => availableActions(scene.compiled, scene.instance, contextAt()).map(({ action }) => action);
    expect(actions()).toEqual([]);
    complete(scene, 'first');
    expect(actions()).toEqual(['pause']);
    complete(scene, 'inside');
    expect(actions()).toEqual([]);
  });

  test('that only listens does not keep a join from being seen as stuck', () => {
    const scene = begin({
      begin: startTo('choose'), choose: { type: 'exclusiveGateway', flows: [{ to: 'join', when: { feel: 'true' } }, { to: 'other', default: true }] } as FlowNode,
      other: task('join'), join: { type: 'parallelGateway', flows: [{ to: 'done' }] } as FlowNode, done: end(), ...pause(asked),
    });
    expect(stuckJoins(scene.compiled, scene.instance)).toMatchObject([{ node: 'join' }]);
  });

  test.each([
    [{ event: undefined }, 'node.nextMissing', '/nodes/pause'], [{ next: 'done' }, 'node.notForEvent', '/nodes/pause/next'],
    [{ event: { ...asked, interrupting: true }, freezes: true }, 'node.notForEvent', '/nodes/pause/freezes'],
  ])('%j is an error of the definition', (more, code, pointer) => {
    const { event, ...rest } = { event: asked, ...more } as { event: object | undefined };
    const answer = checkDefinition(definitionOf({ ...main, ...(event === undefined ? { ...pause(asked), pause: { type: 'subProcess', title: 'Pause' } as FlowNode } : pause(event, rest)) }));
    expect(answer.kind === 'broken' ? answer.problems : []).toEqual(expect.arrayContaining([expect.objectContaining({ code, pointer })]));
  });
});

describe('an event sub-process that freezes', () => {
  const nodes = { ...main, ...pause(asked, { freezes: true }) };
  /** Thursday 5.11; five working days: the 12th. Reminder on the 11th, the ladder on the 13th, the boundary timer on 3.12. */
  const timersOf = (scene: ReturnType<typeof begin>) => scene.instance.activities.flatMap(({ timers }) => timers.map(({ kind, at }) => `${kind} ${at.slice(0, 10)}`)).sort();

  test('makes the terms of everything else stand still: no due moment, no timers, no completion', () => {
    const scene = begin(nodes);
    const effects = give(scene, ask(scene));
    expect(timersOf(scene)).toEqual([]);
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(3);
    expect(effectsOf(effects, 'updateTask')).toMatchObject([{ task: { dueAt: null } }]);
    expect(refusalOf(scene, { type: 'completeTask', task: taskAt(scene.instance, 'work').id, outcome: 'done', by: actor(1), data: null, submission: null, remark: false, facts: null })).toEqual({ code: 'suspended', node: 'work' });
    expect(taskAt(scene.instance, 'resume')).toBeDefined();
  });

  test('gives them back the time they had left: nine days later everything is nine days later', () => {
    const scene = begin(nodes);
    expect(timersOf(scene)).toEqual(['boundary 2026-12-03', 'escalation 2026-11-13', 'reminder 2026-11-11']);
    scene.now = '2026-11-06T07:00:00.000Z';
    give(scene, ask(scene));
    scene.now = '2026-11-16T07:00:00.000Z';
    const effects = complete(scene, 'resume');
    expect(timersOf(scene)).toEqual(['boundary 2026-12-11', 'escalation 2026-11-23', 'reminder 2026-11-19']);
    expect(taskAt(scene.instance, 'work').dueAt?.slice(0, 10)).toBe('2026-11-20');
    expect(effectsOf(effects, 'updateTask')).toMatchObject([{ task: { dueAt: '2026-11-20T15:00:00.000Z' } }]);
    complete(scene, 'work');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'done' });
  });

  test('gives no time back to what was overdue, and rings no bell twice', () => {
    const scene = begin(nodes);
    const reminder = scene.instance.activities.flatMap(({ timers }) => timers).find(({ kind }) => kind === 'reminder');
    scene.now = '2026-11-11T06:00:00.000Z';
    give(scene, { type: 'fireTimer', timer: reminder?.id ?? '' });
    scene.now = '2026-11-13T05:00:00.000Z';
    give(scene, ask(scene));
    scene.now = '2026-11-20T07:00:00.000Z';
    complete(scene, 'resume');
    expect(taskAt(scene.instance, 'work').dueAt).toBe('2026-11-12T15:00:00.000Z');
    expect(timersOf(scene).map((timer) => timer.split(' ')[0])).toEqual(['boundary', 'escalation']);
  });

  test('ends with the case that is cancelled meanwhile', () => {
    const scene = begin(nodes);
    give(scene, ask(scene));
    give(scene, { type: 'cancelInstance', by: actor(1), remark: true });
    expect(scene.instance).toMatchObject({ status: 'cancelled', activities: [], tokens: [] });
  });
});
