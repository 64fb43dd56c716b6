import type { FlowNode } from '@reglament/contracts';
import { start } from '../start.js';
import { actor, advanced, begin, compiledOf, complete, contextAt, end, factsOf, give, startInput, startTo, task, type Scene, THURSDAY } from '../spec-support/scene.js';
import { explainFlow } from './explain-flow.js';
import { listenToFlows, type AskedGateway } from './listen-to-flows.js';

const paper = { variable: 'order.kind', operator: 'equals', value: 'paper' } as const;
const nodes = {
  begin: startTo('weigh'),
  weigh: {
    type: 'exclusiveGateway', title: 'How much',
    flows: [{ to: 'small', title: 'Small', when: { all: [{ variable: 'order.sum', operator: 'less', value: 10 }, paper] } }, { to: 'large', title: 'Large', when: { variable: 'order.sum', operator: 'greater', value: 100 } }, { to: 'done', default: true }],
  } as FlowNode,
  small: task('weigh'), large: task('weigh'), done: end(),
};
const order = { sum: 250, kind: 'paper' };

function listened(): { readonly scene: Scene; readonly asked: readonly AskedGateway[] } {
  const asked: AskedGateway[] = [];
  const compiled = listenToFlows(compiledOf(nodes), (each) => { asked.push(each); });
  const { instance, effects } = advanced(start(compiled, { ...startInput, variables: { order } }, contextAt()));
  return { scene: { compiled, instance, effects: [...effects], now: THURSDAY }, asked };
}

describe('a definition that is listened to', () => {
  test('goes the way of the one that is not', () => {
    const [plain, { scene }] = [begin(nodes, { order }), listened()];
    complete(plain, 'large', { outcome: 'done' });
    complete(scene, 'large', { outcome: 'done' });
    expect([scene.instance, scene.effects]).toEqual([plain.instance, plain.effects]);
  });

  test('tells what the conditions read each time that they were asked, as it was then', () => {
    const { scene, asked } = listened();
    const now = { sum: 5, kind: 'paper' };
    give(scene, { type: 'modifyInstance', changes: [{ kind: 'setVariables', values: { order: now } }], by: actor(1), remark: true, submission: null });
    complete(scene, 'large', { outcome: 'done' });
    expect(asked).toEqual([{ node: 'weigh', values: { order }, moment: expect.anything() }, { node: 'weigh', values: { order: now }, moment: expect.anything() }]);
    expect(factsOf(scene.effects, 'flowTaken').filter(({ node }) => node === 'weigh')).toHaveLength(asked.length);
  });

  test('lets the route be told with the values that decided, and with no others', () => {
    const { scene, asked } = listened();
    const { definition } = scene.compiled;
    const fact = factsOf(scene.effects, 'flowTaken').find(({ node }) => node === 'weigh')!;
    const told = (values: AskedGateway['values']): string | undefined => explainFlow(definition, fact, values, { valueLabel: (path, value) => (path === 'order.sum' ? `${String(value)} roubles` : undefined) })[1]?.en;
    expect(told(asked[0]!.values)).toContain('250 roubles');
    expect(told({ order: { sum: 5 } })).toBe('The condition of the way "Large" holds');
  });
});
