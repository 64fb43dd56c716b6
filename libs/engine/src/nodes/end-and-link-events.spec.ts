import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { actor, begin, complete, definitionOf, effectsOf, end, factsOf, give, openNodes, startTo, task } from '../spec-support/scene.js';

const split = (...to: readonly string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((each) => ({ to: each })) });
const terminate = (result?: string, more: object = {}): FlowNode => end(result, { event: { type: 'terminate' }, ...more });
const sub = (more: object = {}): FlowNode => ({ type: 'subProcess', title: 'Part', next: 'after', ...more }) as FlowNode;
const inside = (node: FlowNode): FlowNode => ({ ...node, in: 'part' });
const link = (name: string, more: object = {}): FlowNode => ({ type: 'throwEvent', title: 'On', event: { type: 'link', name }, ...more }) as FlowNode;
const landing = (name: string, next: string, more: object = {}): FlowNode => ({ type: 'catchEvent', title: 'From', event: { type: 'link', name }, next, ...more }) as FlowNode;
const codes = (nodes: { readonly [key: string]: FlowNode }) => {
  const answer = checkDefinition(definitionOf(nodes));
  return answer.kind === 'broken' ? answer.problems.map(({ code }) => code) : [];
};

describe('an end that terminates', () => {
  const nodes = { begin: startTo('split'), split: split('first', 'second'), first: task('stop'), second: task('done'), stop: terminate('stopped'), done: end('done') };

  test('ends the whole case with its result, whatever else is open', () => {
    const scene = begin(nodes);
    const effects = complete(scene, 'first');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'stopped', tokens: [], activities: [] });
    expect(effectsOf(effects, 'closeTask').map(({ node, status }) => [node, status])).toEqual([['first', 'completed'], ['second', 'cancelled']]);
    expect(factsOf(effects, 'instanceCompleted')).toHaveLength(1);
  });

  test('ends the sub-process that holds it, which goes on as after any end', () => {
    const scene = begin({
      begin: startTo('split'), split: split('part', 'beside'), part: sub(), beside: task('done'), after: task('done'), done: end(),
      start: inside(startTo('fork')), fork: inside(split('first', 'second')), first: inside(task('stop')), second: inside(task('finish')), stop: inside(terminate()), finish: inside(end()),
    });
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['after', 'beside']);
  });

  test('ends one item of a sequential sub-process; the next one begins', () => {
    const scene = begin({
      begin: startTo('part'), part: sub({ forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential' } }), after: task('done'), done: end(),
      start: inside(startTo('fork')), fork: inside(split('first', 'second')), first: inside(task('stop')), second: inside(task('finish')), stop: inside(terminate('cut')), finish: inside(end()),
    });
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['first', 'part', 'second']);
    expect(scene.instance.activities.find(({ node }) => node === 'part')?.children).toMatchObject({ completed: 1, results: { cut: 1 } });
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('ends an ad-hoc sub-process with everything that was begun in it', () => {
    const scene = begin({
      begin: startTo('part'), part: { type: 'adHocSubProcess', title: 'Any order', until: { feel: 'completed > 9' }, next: 'after' }, after: task('done'), done: end(),
      first: inside(task('stop')), second: inside(task('finish')), stop: inside(terminate()), finish: inside(end()),
    });
    const activity = scene.instance.activities[0]?.id ?? 0;
    for (const action of ['first', 'second']) give(scene, { type: 'triggerAction', activity, action, by: actor(1), data: null, submission: null, remark: false });
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });
});

describe('an event that throws nothing', () => {
  test('marks a place and is passed at once', () => {
    const scene = begin({ begin: startTo('reached'), reached: { type: 'throwEvent', title: 'Reached', next: 'after' }, after: task('done'), done: end() });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(factsOf(scene.effects, 'nodeEntered').map(({ node }) => node)).toEqual(['begin', 'reached', 'after']);
  });

  test('must lead somewhere', () => {
    expect(codes({ begin: startTo('reached'), reached: { type: 'throwEvent', title: 'Reached' }, done: end() })).toContain('node.nextMissing');
  });
});

describe('a link', () => {
  const nodes = { begin: startTo('split'), split: split('one', 'two'), one: link('on'), two: link('on'), landed: landing('on', 'after'), after: task('done'), done: end() };

  test('leads every token that is thrown to the event that catches it', () => {
    const scene = begin(nodes);
    expect(openNodes(scene.instance)).toEqual(['after', 'after']);
    expect(factsOf(scene.effects, 'flowTaken').filter(({ node }) => node === 'one').map(({ data }) => data['to'])).toEqual(['landed']);
    expect(codes(nodes)).toEqual([]);
  });

  test('is counted as a flow by the join behind it', () => {
    const joined = { begin: startTo('split'), split: split('one', 'work'), one: link('on'), landed: landing('on', 'join'), work: task('join'), join: split('done'), done: end() };
    expect(codes(joined)).toEqual([]);
    const scene = begin(joined);
    complete(scene, 'work');
    expect(scene.instance.status).toBe('completed');
  });

  test('needs one pair in its own scope, and no way of its own', () => {
    expect(codes({ ...nodes, landed: landing('elsewhere', 'after') })).toContain('event.linkWithoutPair');
    expect(codes({ ...nodes, again: landing('on', 'after') })).toContain('event.linkTwice');
    expect(codes({ ...nodes, one: link('on', { next: 'after' }) })).toContain('node.notForEvent');
    expect(codes({ ...nodes, landed: landing('on', 'after', { on: [{ type: 'action', key: 'stop', title: 'Stop', interrupting: true, to: 'done' }] }) })).toContain('node.notForEvent');
    expect(codes({ ...nodes, part: sub(), start: inside(startTo('inner')), inner: inside(landing('on', 'finish')), finish: inside(end()), one: link('on'), landed: landing('other', 'part') })).toContain('event.linkWithoutPair');
  });
});
