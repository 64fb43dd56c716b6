import type { FlowNode } from '@reglament/contracts';
import { actor, begin, complete, effectsOf, end, factsOf, give, openNodes, refusalOf, startTo, task, taskAt } from '../spec-support/scene.js';

const action = { type: 'action', key: 'withdraw', title: 'Withdraw', remark: 'required', interrupting: true, to: 'withdrawn' };
const parallel = (...to: string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((key) => ({ to: key })) });

/** Two tasks and a service at once in a sub-process that can be withdrawn. */
const nodes = {
  begin: startTo('part'),
  part: { type: 'subProcess', title: 'Part', next: 'after', on: [action] } as FlowNode,
  'part-start': startTo('split', { in: 'part' }),
  split: { ...parallel('a', 'b', 'machine'), in: 'part' },
  a: task('part-end', { in: 'part', due: { workingDays: 1 }, remind: [{ before: { workingDays: 0 } }] }),
  b: task('part-end', { in: 'part' }),
  machine: { type: 'serviceTask', title: 'M', handler: 'post', in: 'part', next: 'part-end' } as FlowNode,
  'part-end': end('part-result', { in: 'part' }),
  after: task('done'), done: end('agreed'), withdrawn: end('withdrawn'),
};
const activityAt = (scene: ReturnType<typeof begin>, node: string) => scene.instance.activities.find((activity) => activity.node === node)?.id ?? -1;
const withdraw = (scene: ReturnType<typeof begin>) => ({ type: 'triggerAction' as const, activity: activityAt(scene, 'part'), action: 'withdraw', by: actor(1), data: null, submission: null, remark: true });

describe('a sub-process', () => {
  test('ends when its last token has ended, and the case goes on behind it', () => {
    const scene = begin(nodes);
    complete(scene, 'a');
    complete(scene, 'b');
    expect(openNodes(scene.instance)).toEqual(['machine', 'part']);
    give(scene, { type: 'completeServiceTask', activity: activityAt(scene, 'machine'), result: {} });
    expect(openNodes(scene.instance)).toEqual(['after']);
    complete(scene, 'after');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'agreed' });
  });

  test('when interrupted, cancels everything in it: tasks, timers, services', () => {
    const scene = begin(nodes);
    complete(scene, 'b');
    const effects = give(scene, withdraw(scene));
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'withdrawn', tokens: [], activities: [] });
    expect(effectsOf(effects, 'closeTask')).toMatchObject([{ status: 'cancelled', node: 'a' }]);
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(1);
    expect(effectsOf(effects, 'cancelService')).toHaveLength(1);
    expect(factsOf(effects, 'actionTriggered')).toMatchObject([{ node: 'part', by: actor(1).person, data: { action: 'withdraw', interrupting: true, remark: true } }]);
  });

  test('does not take a result of its scope for the result of the case', () => {
    const scene = begin({ ...nodes, after: end() });
    complete(scene, 'a');
    complete(scene, 'b');
    give(scene, { type: 'completeServiceTask', activity: activityAt(scene, 'machine'), result: {} });
    expect(scene.instance).toMatchObject({ status: 'completed', result: null });
  });

  test('lets an action be triggered only while it is open, with a remark where one is asked for', () => {
    const scene = begin(nodes);
    expect(refusalOf(scene, { ...withdraw(scene), remark: false })).toEqual({ code: 'remarkRequired', outcome: 'withdraw' });
    expect(refusalOf(scene, { ...withdraw(scene), action: 'annul' })).toEqual({ code: 'unknownAction', action: 'annul' });
    expect(refusalOf(scene, { ...withdraw(scene), activity: 99 })).toEqual({ code: 'activityNotOpen', activity: 99 });
  });

  test('cancels a nested sub-process with all that is in it', () => {
    const scene = begin({
      ...nodes, begin: startTo('outer'), outer: { type: 'subProcess', title: 'Outer', next: 'done', on: [{ ...action, to: 'withdrawn' }] } as FlowNode,
      'outer-start': startTo('part', { in: 'outer' }), part: { ...nodes.part, in: 'outer', next: 'outer-end', on: [] } as FlowNode, 'outer-end': end(undefined, { in: 'outer' }),
    });
    const effects = give(scene, { ...withdraw(scene), activity: activityAt(scene, 'outer') });
    expect(effectsOf(effects, 'closeTask').map(({ node }) => node)).toEqual(['a', 'b']);
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'withdrawn', tokens: [], activities: [] });
  });

  test('stops a loop of empty sub-processes at the budget', () => {
    const looping = {
      begin: startTo('part'), part: { type: 'subProcess', title: 'P', next: 'again' } as FlowNode, 'part-start': startTo('part-end', { in: 'part' }), 'part-end': end(undefined, { in: 'part' }),
      again: { type: 'exclusiveGateway', flows: [{ to: 'part', when: { feel: 'true' } }, { to: 'done', default: true }] } as FlowNode, done: end(),
    };
    expect(() => begin(looping)).toThrow('budgetExceeded');
  });
});

describe('a boundary action', () => {
  const side = (more: object = {}) => ({
    begin: startTo('work'), extra: task('extra-end'), 'extra-end': end(), done: end(),
    work: task('done', { on: [{ type: 'action', key: 'ask', title: 'Ask', form: 'question', variable: 'question', interrupting: false, to: 'extra', ...more }] }),
  });
  const ask = (scene: ReturnType<typeof begin>) => ({ type: 'triggerAction' as const, activity: activityAt(scene, 'work'), action: 'ask', by: actor(2), data: { text: '?' }, submission: 's', remark: false });

  test('that does not interrupt starts a second path beside the activity, as often as it is triggered', () => {
    const scene = begin(side());
    give(scene, ask(scene));
    give(scene, ask(scene));
    expect(openNodes(scene.instance)).toEqual(['extra', 'extra', 'work']);
    expect(scene.instance.variables).toEqual({ question: { text: '?' } });
    complete(scene, 'work');
    expect(scene.instance.status).toBe('active');
    complete(scene, 'extra');
    complete(scene, 'extra');
    expect(scene.instance.status).toBe('completed');
  });

  test('needs its form and its condition', () => {
    const scene = begin(side({ when: { variable: 'open', operator: 'equals', value: true } }), { open: false });
    expect(refusalOf(scene, ask(scene))).toEqual({ code: 'conditionNotMet', action: 'ask' });
    const open = begin(side());
    expect(refusalOf(open, { ...ask(open), data: null })).toEqual({ code: 'formRequired', form: 'question' });
  });

  test('of a task that was just completed is refused', () => {
    const scene = begin(side());
    const command = ask(scene);
    const { id } = taskAt(scene.instance, 'work');
    expect(id).toBeTruthy();
    give(scene, command);
    complete(scene, 'work');
    expect(refusalOf(scene, command)).toMatchObject({ code: 'activityNotOpen' });
  });
});
