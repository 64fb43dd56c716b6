import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { explainTask } from '../explain/explain-task.js';
import { begin, complete, definitionOf, effectsOf, end, factsOf, give, openNodes, startTo, task } from '../spec-support/scene.js';

const message = (name: string, next: string, more: object = {}): FlowNode => ({ type: 'catchEvent', title: name, event: { type: 'message', name, correlation: { value: 'one' } }, next, ...more }) as FlowNode;
const nodes = {
  begin: startTo('first'),
  first: { type: 'eventBasedGateway', flows: [{ to: 'yes' }, { to: 'late' }] } as FlowNode,
  yes: message('yes', 'agreed'), late: { type: 'catchEvent', title: { ru: 'Срок вышел', en: 'Too late' }, event: { type: 'timer', after: { workingDays: 2 } }, next: 'remind' } as FlowNode,
  agreed: task('done'), remind: task('done'), done: end(),
};

describe('an event-based gateway', () => {
  test('waits for all its events and goes on behind the first; the others are withdrawn', () => {
    const scene = begin(nodes);
    expect(openNodes(scene.instance)).toEqual(['late', 'yes']);
    expect(factsOf(scene.effects, 'flowTaken')).toHaveLength(1);
    const subscription = scene.instance.activities[0]?.subscriptions?.[0]?.id ?? '';
    const effects = give(scene, { type: 'receiveMessage', subscription, data: {} });
    expect(openNodes(scene.instance)).toEqual(['agreed']);
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(1);
    expect(factsOf(effects, 'flowTaken').map(({ node, data }) => [node, data['to'], data['flow']])).toEqual([['first', 'yes', 0], ['yes', 'agreed', null]]);
    expect(factsOf(effects, 'nodeLeft')).toMatchObject([{ node: 'yes', data: {} }, { node: 'late', data: { cancelled: true } }]);
    complete(scene, 'agreed');
    expect(scene.instance).toMatchObject({ status: 'completed', tokens: [], activities: [] });
  });

  test('takes the timer where it comes first, and says so to whoever gets the task', () => {
    const scene = begin(nodes);
    const timer = scene.instance.activities[1]?.timers[0]?.id ?? '';
    const effects = give(scene, { type: 'fireTimer', timer });
    expect(openNodes(scene.instance)).toEqual(['remind']);
    expect(effectsOf(effects, 'unsubscribe')).toHaveLength(1);
    const [opened] = effectsOf(effects, 'openTask');
    expect(opened && explainTask(definitionOf(nodes), opened.why).map(({ ru }) => ru)).toContain('Первым наступило «Срок вышел»');
  });

  test('opens nothing any more once one of its events has happened at once', () => {
    const scene = begin({ ...nodes, late: { type: 'catchEvent', title: 'L', event: { type: 'timer', after: { date: { variable: 'when' } } }, next: 'remind' } as FlowNode }, { when: null });
    expect(openNodes(scene.instance)).toEqual(['remind']);
    expect(scene.instance.activities.flatMap(({ subscriptions }) => subscriptions ?? [])).toEqual([]);
  });

  test('in a loop races anew each time', () => {
    const scene = begin({ ...nodes, remind: task('first') });
    for (let i = 0; i < 3; i++) {
      give(scene, { type: 'fireTimer', timer: scene.instance.activities.find(({ node }) => node === 'late')?.timers[0]?.id ?? '' });
      complete(scene, 'remind');
    }
    expect(openNodes(scene.instance)).toEqual(['late', 'yes']);
    expect(scene.instance.tokens).toHaveLength(2);
  });

  test('may lead to events alone, without events of their own on their borders', () => {
    const found = (more: { readonly [key: string]: FlowNode }) => {
      const answer = checkDefinition(definitionOf({ ...nodes, ...more }));
      return answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : [];
    };
    expect(found({})).toEqual([]);
    expect(found({ yes: task('agreed') })).toEqual([['gateway.notAnEvent', '/nodes/first/flows/0/to']]);
    expect(found({ yes: message('yes', 'agreed', { on: [{ type: 'action', key: 'drop', title: 'D', interrupting: true, to: 'remind' }] }) })).toEqual([['gateway.notAnEvent', '/nodes/first/flows/0/to']]);
  });
});
