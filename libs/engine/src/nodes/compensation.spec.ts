import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import type { Scene } from '../spec-support/scene.js';
import { begin, complete, definitionOf, effectsOf, end, factsOf, give, openNodes, startTo, task } from '../spec-support/scene.js';

const inside = (node: FlowNode, scope = 'part'): FlowNode => ({ ...node, in: scope });
const part = (more: object = {}): FlowNode => ({ type: 'subProcess', title: 'Part', next: 'undo', ...more }) as FlowNode;
const handler = (): FlowNode => ({ type: 'serviceTask', title: 'Undo', handler: 'post' });
const undo = (more: object = {}): FlowNode => ({ type: 'throwEvent', title: 'Undo', event: { type: 'compensation', ...more }, next: 'after' }) as FlowNode;
const service = (scene: Scene, node: string) => give(scene, { type: 'completeServiceTask', activity: scene.instance.activities.find((activity) => activity.node === node)?.id ?? 0, result: {} });
const codes = (nodes: { readonly [key: string]: FlowNode }) => {
  const answer = checkDefinition(definitionOf(nodes));
  return answer.kind === 'broken' ? answer.problems.map(({ code }) => code) : [];
};

/** Two steps that can be undone, one after the other. */
const steps = (last: FlowNode = undo()): { readonly [key: string]: FlowNode } => ({
  begin: startTo('one'), one: task('two', { compensate: 'undo-one' }), two: task('undo', { compensate: 'undo-two' }), undo: last, after: task('done'), done: end('done'), 'undo-one': handler(), 'undo-two': handler(),
});

describe('compensation', () => {
  test('undoes what has been completed, the last first, waits for each handler and goes on', () => {
    const scene = begin(steps());
    complete(scene, 'one');
    expect(scene.instance.compensable).toMatchObject([{ node: 'one', scope: null }]);
    const effects = complete(scene, 'two');
    expect(openNodes(scene.instance)).toEqual(['undo', 'undo-two']);
    expect(factsOf(effects, 'compensationThrown')).toMatchObject([{ node: 'undo', data: { activities: ['two', 'one'] } }]);
    service(scene, 'undo-two');
    expect(openNodes(scene.instance)).toEqual(['undo', 'undo-one']);
    service(scene, 'undo-one');
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect('compensable' in scene.instance).toBe(false);
  });

  test('undoes one activity alone where it names one, and nothing twice', () => {
    const nodes = { ...steps(undo({ activity: 'one' })), after: task('again'), again: { ...undo(), next: 'done' } as FlowNode };
    const scene = begin(nodes);
    for (const node of ['one', 'two']) complete(scene, node);
    service(scene, 'undo-one');
    complete(scene, 'after');
    expect(openNodes(scene.instance)).toEqual(['again', 'undo-two']);
    service(scene, 'undo-two');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'done' });
  });

  test('at the end of a path comes before the end', () => {
    const scene = begin(steps(end('undone', { event: { type: 'compensation' } })));
    for (const node of ['one', 'two']) complete(scene, node);
    service(scene, 'undo-two');
    expect(scene.instance.status).toBe('active');
    service(scene, 'undo-one');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'undone' });
  });

  test('of what nobody has completed is done at once', () => {
    const scene = begin({ begin: startTo('undo'), undo: undo(), after: task('done', { compensate: 'undo-one' }), 'undo-one': handler(), done: end() });
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('of a completed sub-process runs the handlers of what was done in it, or its own handler instead', () => {
    const nodes = (more: object, extra: { readonly [key: string]: FlowNode } = {}): { readonly [key: string]: FlowNode } => ({
      begin: startTo('part'), part: part(more), undo: undo(), after: task('done'), done: end(), ...extra,
      start: inside(startTo('one')), one: inside(task('two', { compensate: 'undo-one' })), two: inside(task('finish', { compensate: 'undo-two' })), finish: inside(end()), 'undo-one': inside(handler()), 'undo-two': inside(handler()),
    });
    const inner = begin(nodes({}));
    for (const node of ['one', 'two']) complete(inner, node);
    expect(openNodes(inner.instance)).toEqual(['part', 'undo', 'undo-two']);
    service(inner, 'undo-two');
    service(inner, 'undo-one');
    expect(openNodes(inner.instance)).toEqual(['after']);
    const whole = begin(nodes({ compensate: 'undo-part' }, { 'undo-part': handler() }));
    for (const node of ['one', 'two']) complete(whole, node);
    expect(openNodes(whole.instance)).toEqual(['undo', 'undo-part']);
    expect(codes(nodes({}))).toEqual([]);
  });

  test('of a completed sub-process is left to its compensation event sub-process, which may undo the rest in turn', () => {
    const nodes: { readonly [key: string]: FlowNode } = {
      begin: startTo('part'), part: part(), undo: undo(), after: task('done'), done: end(),
      start: inside(startTo('one')), one: inside(task('finish', { compensate: 'undo-one' })), finish: inside(end()), 'undo-one': inside(handler()),
      own: inside({ type: 'subProcess', title: 'Own', event: { type: 'compensation' } }), ownStart: inside(startTo('look'), 'own'), look: inside(task('rest'), 'own'), rest: inside(end(undefined, { event: { type: 'compensation' } }), 'own'),
    };
    expect(codes({ ...nodes, 'own-start': nodes['ownStart'] as FlowNode })).not.toContain('event.notHere');
    const scene = begin(nodes);
    complete(scene, 'one');
    expect(openNodes(scene.instance)).toEqual(['look', 'own', 'part', 'undo']);
    complete(scene, 'look');
    expect(openNodes(scene.instance)).toEqual(['own', 'part', 'rest', 'undo', 'undo-one']);
    service(scene, 'undo-one');
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('knows nothing of what was interrupted', () => {
    const scene = begin({
      begin: startTo('part'), part: part({ on: [{ type: 'action', key: 'stop', title: 'Stop', interrupting: true, to: 'undo' }] }), undo: undo(), after: task('done'), done: end(),
      start: inside(startTo('one')), one: inside(task('two', { compensate: 'undo-one' })), two: inside(task('finish')), finish: inside(end()), 'undo-one': inside(handler()),
    });
    complete(scene, 'one');
    give(scene, { type: 'triggerAction', activity: scene.instance.activities.find(({ node }) => node === 'part')?.id ?? 0, action: 'stop', by: null, data: null, submission: null, remark: false });
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('undoes what a repeated activity has done once, and a message by another', () => {
    const news = { type: 'message', name: 'news', correlation: { value: 'k' } } as const;
    const scene = begin({
      begin: startTo('tell'), tell: { type: 'sendTask', title: 'Tell', event: news, next: 'each', compensate: 'recall' }, recall: { type: 'sendTask', title: 'Recall', event: { ...news, name: 'recalled' } },
      each: task('undo', { compensate: 'undo-one', forEach: { items: { value: [1, 2] }, as: 'item', mode: 'sequential' } }), 'undo-one': handler(), undo: undo(), after: task('done'), done: end(),
    });
    for (const node of ['each', 'each']) complete(scene, node);
    service(scene, 'undo-one');
    expect(effectsOf(scene.effects, 'sendMessage').map(({ message }) => message)).toEqual(['news', 'recalled']);
    expect(openNodes(scene.instance)).toEqual(['after']);
  });
});

describe('a transaction that is cancelled', () => {
  const nodes: { readonly [key: string]: FlowNode } = {
    begin: startTo('part'), part: part({ transaction: true, next: 'after', on: [{ type: 'cancel', key: 'given-up', interrupting: true, to: 'undone' }] }), after: task('done'), undone: task('done'), done: end(),
    start: inside(startTo('one')), one: inside(task('split', { compensate: 'undo-one' })), 'undo-one': inside(handler()), split: inside({ type: 'parallelGateway', flows: [{ to: 'two' }, { to: 'beside' }] }),
    two: inside(task('give-up')), beside: inside(task('finish')), 'give-up': inside(end(undefined, { event: { type: 'cancel' } })), finish: inside(end()),
  };

  test('ends what is open in it, undoes what was completed, and is left by its cancel event', () => {
    const scene = begin(nodes);
    complete(scene, 'one');
    complete(scene, 'two');
    expect(openNodes(scene.instance)).toEqual(['give-up', 'part', 'undo-one']);
    service(scene, 'undo-one');
    expect(openNodes(scene.instance)).toEqual(['undone']);
    expect(codes(nodes)).toEqual([]);
  });

  test('is left at once where nothing in it can be undone', () => {
    const scene = begin({
      begin: startTo('part'), part: part({ transaction: true, next: 'after', on: [{ type: 'cancel', key: 'given-up', interrupting: true, to: 'undone' }] }), after: task('done'), undone: task('done'), done: end(),
      start: inside(startTo('one')), one: inside(task('give-up')), 'give-up': inside(end(undefined, { event: { type: 'cancel' } })),
    });
    complete(scene, 'one');
    expect(openNodes(scene.instance)).toEqual(['undone']);
  });

  test('is refused where there is no transaction, or nothing to leave it by', () => {
    const { transaction: _, ...plain } = nodes['part'] as Extract<FlowNode, { type: 'subProcess' }>;
    expect(codes({ ...nodes, part: plain })).toContain('event.notHere');
    expect(codes({ ...nodes, part: part({ transaction: true, next: 'after' }) })).toContain('event.notHere');
  });
});

describe('the check of handlers', () => {
  test('refuses one that stands in the flow, one that is not there, and one of people', () => {
    expect(codes(steps())).toEqual([]);
    expect(codes({ ...steps(), 'undo-one': { ...handler(), next: 'after' } as FlowNode })).toContain('compensation.handlerInFlow');
    expect(codes({ ...steps(), after: task('undo-one') })).toContain('compensation.handlerInFlow');
    expect(codes({ ...steps(), two: task('undo', { compensate: 'nobody' }) })).toContain('compensation.unknownHandler');
    expect(codes({ ...steps(), 'undo-one': task('done') })).toContain('compensation.unknownHandler');
    expect(codes({ ...steps(), undo: undo({ activity: 'after' }) })).toContain('reference.unknownNode');
    expect(codes({ begin: startTo('call'), call: handler(), done: end() })).toContain('node.nextMissing');
  });
});
