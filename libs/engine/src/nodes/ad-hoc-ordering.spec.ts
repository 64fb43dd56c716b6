import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { availableActions } from '../look/look.js';
import { actor, begin, complete, contextAt, definitionOf, effectsOf, end, factsOf, give, openNodes, refusalOf, startTo, task, type Scene } from '../spec-support/scene.js';

const nodes = (more: object): { [key: string]: FlowNode } => ({
  begin: startTo('practice'), practice: { type: 'adHocSubProcess', title: 'Practice', next: 'after', ...more } as FlowNode, after: task('done'), done: end(),
  first: task('first-end', { in: 'practice' }), 'first-end': end('first', { in: 'practice' }), second: task('second-end', { in: 'practice' }), 'second-end': end('second', { in: 'practice' }),
});
const part = (scene: Scene, action: string) => ({ type: 'triggerAction' as const, activity: scene.instance.activities.find(({ node }) => node === 'practice')?.id ?? -1, action, by: actor(1), data: null, submission: null, remark: false });
const offered = (scene: Scene) => availableActions(scene.compiled, scene.instance, contextAt()).map(({ action }) => action);

describe('an ad-hoc sub-process whose parts follow one another', () => {
  test('lets no part begin while another is under way', () => {
    const scene = begin(nodes({ ordering: 'sequential', until: { feel: 'completed >= 2' } }));
    give(scene, part(scene, 'second'));
    expect(offered(scene)).toEqual([]);
    expect(refusalOf(scene, part(scene, 'first'))).toEqual({ code: 'conditionNotMet', action: 'first' });
    complete(scene, 'second');
    expect(offered(scene)).toEqual(['first', 'second']);
    give(scene, part(scene, 'second'));
    complete(scene, 'second');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });
});

describe('an ad-hoc sub-process that lets what is under way end', () => {
  test('begins nothing more once its condition holds, and goes on with the last part', () => {
    const scene = begin(nodes({ until: { feel: 'results.first = 1' }, cancelRemaining: false }));
    for (const action of ['first', 'second', 'second']) give(scene, part(scene, action));
    const effects = complete(scene, 'first');
    expect(effectsOf(effects, 'closeTask')).toHaveLength(1);
    expect(offered(scene)).toEqual([]);
    expect(refusalOf(scene, part(scene, 'first'))).toMatchObject({ code: 'conditionNotMet' });
    complete(scene, 'second');
    expect(openNodes(scene.instance)).toEqual(['practice', 'second']);
    complete(scene, 'second');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });
});

describe('an ad-hoc sub-process whose parts the system begins', () => {
  test('begins each once, all together, and ends with the last', () => {
    const scene = begin(nodes({ begin: 'system' }));
    expect(openNodes(scene.instance)).toEqual(['first', 'practice', 'second']);
    expect(offered(scene)).toEqual([]);
    expect(refusalOf(scene, part(scene, 'first'))).toMatchObject({ code: 'conditionNotMet' });
    complete(scene, 'second');
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('begins them one after another as they are written', () => {
    const scene = begin(nodes({ begin: 'system', ordering: 'sequential' }));
    expect(openNodes(scene.instance)).toEqual(['first', 'practice']);
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['practice', 'second']);
    complete(scene, 'second');
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(factsOf(scene.effects, 'nodeEntered').filter(({ node }) => node === 'practice')).toHaveLength(1);
  });

  test('ends before the last when its condition holds', () => {
    const scene = begin(nodes({ begin: 'system', until: { feel: 'completed >= 1' } }));
    complete(scene, 'first');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('may have parts that no person begins, and needs no condition', () => {
    const problems = (more: object) => {
      const answer = checkDefinition(definitionOf({ ...nodes(more), first: { type: 'serviceTask', title: 'S', handler: 'post', in: 'practice', next: 'first-end' } as FlowNode }));
      return answer.kind === 'broken' ? answer.problems.map(({ code }) => code) : [];
    };
    expect(problems({ begin: 'system' })).toEqual([]);
    expect(problems({})).toEqual(['node.notForEvent', 'flow.noWayOut']);
  });
});
