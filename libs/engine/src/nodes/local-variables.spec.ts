import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { prefillOf } from '../look/look.js';
import { begin, complete, contextAt, definitionOf, effectsOf, end, give, openNodes, startTo, task } from '../spec-support/scene.js';

const part = (more: object): FlowNode => ({ type: 'subProcess', title: 'P', next: 'after', ...more }) as FlowNode;
const nodes = (more: object = {}, inner: { readonly [key: string]: FlowNode } = {}): { [key: string]: FlowNode } => ({
  begin: startTo('part'), part: part({ input: { plan: { variable: 'draft' }, count: { value: 0 } }, output: { result: { feel: '"kept " + plan.text' } }, ...more }), after: task('done'), done: end(),
  'part-start': startTo('work', { in: 'part' }), work: task('part-end', { in: 'part', form: 'plan', variable: 'plan', output: { seen: { feel: 'form.text + string(count)' } } }), 'part-end': end(undefined, { in: 'part' }),
  ...inner,
});

describe('a sub-process with variables of its own', () => {
  test('reads them inside by their names, writes them there, and keeps what its output says', () => {
    const scene = begin(nodes(), { draft: { text: 'a' }, plan: 'outer' });
    const [holder, work] = scene.instance.activities;
    expect(holder?.variables).toEqual({ plan: { text: 'a' }, count: 0 });
    expect(prefillOf(scene.compiled, scene.instance, work?.id ?? -1, contextAt())).toEqual({ text: 'a' });
    complete(scene, 'work', { data: { text: 'b' } });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toEqual({ draft: { text: 'a' }, plan: 'outer', seen: 'b0', result: 'kept b' });
  });

  test('leaves everything outside as it was when it is interrupted', () => {
    const scene = begin(nodes({ on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'after' }] }), { draft: { text: 'a' } });
    give(scene, { type: 'fireTimer', timer: scene.instance.activities[0]?.timers[0]?.id ?? '' });
    expect(scene.instance.variables).toEqual({ draft: { text: 'a' } });
  });

  test('is found from inside outwards where several are nested, and writes go to the one that has the name', () => {
    const scene = begin(nodes({ output: { result: { variable: 'plan' }, number: { variable: 'count' } } }, {
      'part-start': startTo('inner', { in: 'part' }), inner: part({ in: 'part', next: 'part-end', input: { plan: { feel: '{text: plan.text + "!"}' } }, output: { count: { feel: 'count + 1' } } }),
      'inner-start': startTo('work', { in: 'inner' }), work: task('inner-end', { in: 'inner', form: 'plan', variable: 'plan' }), 'inner-end': end(undefined, { in: 'inner' }),
    }), { draft: { text: 'a' } });
    complete(scene, 'work', { data: { text: 'innermost' } });
    expect(scene.instance.variables).toEqual({ draft: { text: 'a' }, result: { text: 'a' }, number: 1 });
  });

  test('begins each run of a loop with new ones', () => {
    const scene = begin(nodes({ input: { plan: { value: { text: 'new' } }, count: { variable: 'rounds' } }, output: { rounds: { feel: 'count + 1' } }, loop: { while: { feel: 'rounds < 2' } } }), { rounds: 0 });
    complete(scene, 'work', { data: { text: 'changed' } });
    expect(scene.instance.activities.find(({ variables }) => variables)?.variables).toEqual({ plan: { text: 'new' }, count: 1 });
    complete(scene, 'work', { data: { text: 'changed' } });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toMatchObject({ rounds: 2 });
  });

  test('gives them to services and rules inside', () => {
    const scene = begin(nodes({}, { work: { type: 'serviceTask', title: 'S', handler: 'post', in: 'part', input: { text: { variable: 'plan.text' } }, output: { plan: { variable: 'result' } }, next: 'part-end' } as FlowNode }), { draft: { text: 'a' } });
    expect(effectsOf(scene.effects, 'callService')[0]?.input).toEqual({ text: 'a' });
    give(scene, { type: 'completeServiceTask', activity: scene.instance.activities[1]?.id ?? -1, result: { text: 'served' } });
    expect(scene.instance.variables).toEqual({ draft: { text: 'a' }, result: 'kept served' });
  });

  test('cannot keep anything of items', () => {
    const answer = checkDefinition(definitionOf(nodes({ forEach: { items: { value: [1] }, as: 'item', mode: 'parallel' } })));
    expect(answer).toMatchObject({ kind: 'broken', problems: expect.arrayContaining([expect.objectContaining({ code: 'node.outputBesideForEach', pointer: '/nodes/part/output' })]) as unknown });
  });
});
