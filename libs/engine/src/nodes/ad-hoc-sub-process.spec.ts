import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { availableActions } from '../look/look.js';
import { actor, begin, complete, contextAt, definitionOf, effectsOf, end, give, openNodes, refusalOf, startTo, task } from '../spec-support/scene.js';

const practice = (more: object = {}): FlowNode => ({ type: 'adHocSubProcess', title: 'Practice', until: { feel: 'results.product = 1' }, next: 'after', ...more }) as FlowNode;
const nodes = (more: object = {}): { [key: string]: FlowNode } => ({
  begin: startTo('practice'), practice: practice(more), after: task('done'), late: end('late'), done: end(),
  meeting: task('met', { in: 'practice', title: 'Meeting', variable: 'meeting' }), met: end('meeting', { in: 'practice' }),
  product: task('check', { in: 'practice', title: 'Product' }), check: task('handed-in', { in: 'practice' }), 'handed-in': end('product', { in: 'practice' }),
});
const place = (scene: ReturnType<typeof begin>) => scene.instance.activities.find(({ node }) => node === 'practice')?.id ?? -1;
const part = (scene: ReturnType<typeof begin>, action: string) => ({ type: 'triggerAction' as const, activity: place(scene), action, by: actor(1), data: null, submission: null, remark: false });

describe('an ad-hoc sub-process', () => {
  test('offers its parts to their performers, and waits', () => {
    const scene = begin(nodes());
    expect(openNodes(scene.instance)).toEqual(['practice']);
    expect(availableActions(scene.compiled, scene.instance, contextAt()).map(({ action, title }) => [action, title])).toEqual([['meeting', 'Meeting'], ['product', 'Product']]);
  });

  test('lets a part be done any number of times, several at once, in any order', () => {
    const scene = begin(nodes());
    for (const action of ['meeting', 'product', 'meeting']) give(scene, part(scene, action));
    complete(scene, 'meeting');
    give(scene, part(scene, 'meeting'));
    complete(scene, 'product');
    expect(openNodes(scene.instance)).toEqual(['check', 'meeting', 'meeting', 'practice']);
    expect(scene.instance.activities.find(({ node }) => node === 'practice')?.runs).toEqual({ completed: 1, results: { meeting: 1 } });
  });

  test('ends when its condition holds, and what is still under way in it is cancelled', () => {
    const scene = begin(nodes());
    for (const action of ['meeting', 'product']) give(scene, part(scene, action));
    complete(scene, 'product');
    const effects = complete(scene, 'check');
    expect(effectsOf(effects, 'closeTask')).toEqual(expect.arrayContaining([expect.objectContaining({ node: 'meeting', status: 'cancelled' })]));
    expect(openNodes(scene.instance)).toEqual(['after']);
    complete(scene, 'after');
    expect(scene.instance).toMatchObject({ status: 'completed', tokens: [], activities: [] });
  });

  test('does not end because nothing is under way in it', () => {
    const scene = begin(nodes());
    give(scene, part(scene, 'meeting'));
    complete(scene, 'meeting');
    expect(openNodes(scene.instance)).toEqual(['practice']);
  });

  test('begins nothing that is no part of it, and nothing after its end', () => {
    const scene = begin(nodes());
    expect(refusalOf(scene, part(scene, 'check'))).toEqual({ code: 'unknownAction', action: 'check' });
    expect(refusalOf(scene, part(scene, 'after'))).toEqual({ code: 'unknownAction', action: 'after' });
  });

  test('is ended by a boundary event', () => {
    const scene = begin(nodes({ on: [{ type: 'timer', key: 'late', after: { workingDays: 20 }, interrupting: true, to: 'late' }] }));
    give(scene, part(scene, 'meeting'));
    give(scene, { type: 'fireTimer', timer: effectsOf(scene.effects, 'setTimer')[0]?.timer.id ?? '' });
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'late', tokens: [] });
  });

  test('is sound to the check, and unsound without parts, without an end, or with parts that nobody begins', () => {
    const { late: _, ...sound } = nodes();
    const codes = (given: { [key: string]: FlowNode }) => {
      const answer = checkDefinition(definitionOf(given));
      return answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : [];
    };
    const variables = { meeting: { type: 'object' as const, title: 'M' } };
    expect(checkDefinition(definitionOf(sound, { variables }))).toMatchObject({ kind: 'sound' });
    expect(codes({ ...sound, practice: { type: 'adHocSubProcess', title: 'P', next: 'after' } as FlowNode })).toEqual([['flow.noWayOut', '/nodes/practice']]);
    expect(codes({ begin: startTo('practice'), practice: practice(), after: task('done'), done: end() })).toEqual(expect.arrayContaining([['scope.startMissing', '/nodes/practice']]));
    expect(codes({ ...sound, robot: { type: 'serviceTask', title: 'R', handler: 'post', in: 'practice', next: 'met' } as FlowNode })).toEqual([['node.notForEvent', '/nodes/robot/type']]);
  });
});
