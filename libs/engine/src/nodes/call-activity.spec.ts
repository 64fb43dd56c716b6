import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { actor, advanced, begin, compiledOf, contextAt, definitionOf, effectsOf, end, factsOf, give, openNodes, refusalOf, startInput, startTo, task } from '../spec-support/scene.js';
import { starterOfCall } from '../look/look.js';
import { start } from '../start.js';

const call = (more: object = {}): FlowNode => ({ type: 'callActivity', title: 'Order', process: 'order', next: 'after', ...more }) as FlowNode;
const calling = (more: object = {}) => ({ begin: startTo('call'), call: call(more), after: task('done'), late: end('late'), done: end('done') });
const activityOf = (scene: ReturnType<typeof begin>) => scene.instance.activities.find(({ node }) => node === 'call')?.id ?? -1;

describe('a call activity', () => {
  const mapping = { input: { title: { variable: 'plan.title' } }, output: { order: { variable: 'result.variables.document' }, how: { variable: 'result.status' } } };

  test('starts the other process with its input and waits', () => {
    const scene = begin(calling(mapping), { plan: { title: 'On pairs' } });
    expect(effectsOf(scene.effects, 'startChildren')).toMatchObject([{ node: 'call', items: [{ index: 0, variables: { title: 'On pairs' } }] }]);
    expect(openNodes(scene.instance)).toEqual(['call']);
  });

  test('is started in the name of the person whom it names, else of whoever started this case, and of nobody else', () => {
    const starterOf = (more: object, variables = {}) => {
      const scene = begin(calling(more), variables);
      return starterOfCall(scene.compiled, scene.instance, activityOf(scene), contextAt());
    };
    expect(starterOf({})).toBe(actor(1).person);
    expect(starterOf({ starter: 'author' }, { author: actor(7).person })).toBe(actor(7).person);
    for (const nobody of [null, 'role:clerk@x', 5]) expect(() => starterOf({ starter: 'author' }, { author: nobody })).toThrow(/engine\.unusableValue/);
  });

  test('goes on at its end with what its output takes of the result', () => {
    const scene = begin(calling(mapping));
    const effects = give(scene, { type: 'callEnded', activity: activityOf(scene), status: 'completed', result: 'registered', variables: { document: { number: '110а' }, secret: 1 } });
    expect(scene.instance.variables).toEqual({ order: { number: '110а' }, how: 'completed' });
    expect(scene.instance.outcomes).toEqual({ call: 'registered' });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(effectsOf(effects, 'cancelChildren')).toEqual([]);
    expect(JSON.stringify(factsOf(effects))).not.toContain('110а');
  });

  test('goes on where the called case was cancelled too, and says so', () => {
    const scene = begin(calling(mapping));
    give(scene, { type: 'callEnded', activity: activityOf(scene), status: 'cancelled', result: null, variables: {} });
    expect(scene.instance.variables).toEqual({ order: null, how: 'cancelled' });
    expect(scene.instance.outcomes).toEqual({ call: 'cancelled' });
  });

  test('when interrupted, cancels the called case', () => {
    const scene = begin(calling({ on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'late' }] }));
    const [timer] = effectsOf(scene.effects, 'setTimer');
    expect(effectsOf(give(scene, { type: 'fireTimer', timer: timer?.timer.id ?? '' }), 'cancelChildren')).toHaveLength(1);
    expect(refusalOf(begin(calling()), { type: 'callEnded', activity: 99, status: 'completed', result: null, variables: {} })).toEqual({ code: 'activityNotOpen', activity: 99 });
  });

  test('for each item starts one case, counts them and cancels the rest', () => {
    const scene = begin(calling({ forEach: { items: { variable: 'districts' }, as: 'district', mode: 'parallel', until: { feel: 'completed >= 2' } }, input: { name: { variable: 'district' } } }), { districts: ['a', 'b', 'c'] });
    expect(effectsOf(scene.effects, 'startChildren')[0]?.items.map(({ variables }) => variables)).toEqual([{ name: 'a', district: 'a' }, { name: 'b', district: 'b' }, { name: 'c', district: 'c' }]);
    give(scene, { type: 'childrenChanged', activity: activityOf(scene), completed: 1, cancelled: 0, results: {} });
    expect(effectsOf(give(scene, { type: 'childrenChanged', activity: activityOf(scene), completed: 2, cancelled: 0, results: {} }), 'cancelChildren')).toHaveLength(1);
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('of a process that is not there is an error of the definition', () => {
    const codes = (more: object) => {
      const { late: _, ...nodes } = calling(more);
      const answer = checkDefinition(definitionOf(nodes), { calls: new Map([['order', 'hash']]) });
      return answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : [];
    };
    expect(codes({})).toEqual([]);
    expect(codes({ version: { exact: 2 } })).toEqual([['reference.unknownProcess', '/nodes/call/process']]);
    expect(codes({ version: 'latest', process: 'any' })).toEqual([]);
    expect(codes({ process: 'ordre' })).toEqual([['reference.unknownProcess', '/nodes/call/process']]);
  });

  test('of a list in turn begins the next case when the one before has ended', () => {
    const scene = begin(calling({ forEach: { items: { value: ['a', 'b'] }, as: 'n', mode: 'sequential', counters: 'counted' }, input: { name: { variable: 'n' } } }));
    const inner = () => scene.instance.activities.findLast(({ node }) => node === 'call')?.id ?? -1;
    const end = () => give(scene, { type: 'callEnded', activity: inner(), status: 'completed', result: 'signed', variables: {} });
    expect(effectsOf(scene.effects, 'startChildren').map(({ items }) => items[0]?.variables)).toEqual([{ name: 'a' }]);
    expect(refusalOf(scene, { type: 'callEnded', activity: scene.instance.activities[0]?.id ?? -1, status: 'completed', result: null, variables: {} })).toMatchObject({ code: 'activityNotOpen' });
    expect(effectsOf(end(), 'startChildren').map(({ items }) => items[0]?.variables)).toEqual([{ name: 'b' }]);
    end();
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toMatchObject({ counted: { total: 2, completed: 2, results: { signed: 2 } } });
  });
});

describe('a called case', () => {
  test('knows its parent and tells it how it ended', () => {
    const compiled = compiledOf({ begin: startTo('done'), done: end('registered') });
    const parent = { instance: 'parent', activity: 3, index: 0 };
    const { instance, effects } = advanced(start(compiled, { ...startInput, starter: null, parent, variables: { title: 'On pairs' } }, contextAt()));
    expect(instance).toMatchObject({ parent, scopeNode: null, status: 'completed', variables: { title: 'On pairs' } });
    expect(effectsOf(effects, 'childEnded')).toEqual([{ type: 'childEnded', parent, result: 'registered', status: 'completed' }]);
  });
});
