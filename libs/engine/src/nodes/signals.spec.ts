import type { FlowNode } from '@reglament/contracts';
import { begin, complete, effectsOf, end, factsOf, give, openNodes, startTo, task } from '../spec-support/scene.js';

const split = (...to: readonly string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((each) => ({ to: each })) });
const alarm = { type: 'signal', name: 'alarm', data: { level: { value: 3 } } } as const;
const thrower = (next: string, more: object = {}): FlowNode => ({ type: 'throwEvent', title: 'Alarm', event: alarm, next, ...more });
const hearer = (next: string): FlowNode => ({ type: 'catchEvent', title: 'Wait', event: { type: 'signal', name: 'alarm', variable: 'heard' }, next });
const inside = (node: FlowNode): FlowNode => ({ ...node, in: 'part' });
const part = (more: object = {}): FlowNode => ({ type: 'subProcess', title: 'Part', next: 'after', ...more }) as FlowNode;

describe('a signal', () => {
  test('is awaited by its name alone and sent to everybody, under an address that no message has', () => {
    const waiting = begin({ begin: startTo('wait'), wait: hearer('after'), after: task('done'), done: end() });
    const [subscribed] = effectsOf(waiting.effects, 'subscribe');
    expect(subscribed?.subscription).toMatchObject({ message: 'signal/alarm', correlation: '', ref: null });
    const throwing = begin({ begin: startTo('tell'), tell: thrower('after'), after: task('done'), done: end() });
    expect(effectsOf(throwing.effects, 'sendMessage')).toMatchObject([{ message: 'signal/alarm', correlation: '', data: { level: 3 } }]);
    give(waiting, { type: 'receiveMessage', subscription: subscribed?.subscription.id ?? '', data: { level: 3 } });
    expect(waiting.instance.variables).toMatchObject({ heard: { level: 3 } });
    expect(openNodes(waiting.instance)).toEqual(['after']);
  });

  test('reaches what listens in the same case at once, even what was begun beside it in this very step', () => {
    const scene = begin({ begin: startTo('split'), split: split('tell', 'wait'), tell: thrower('done'), wait: hearer('after'), after: task('done'), done: end() });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toMatchObject({ heard: { level: 3 } });
    expect(factsOf(scene.effects, 'signalCaught')).toMatchObject([{ node: 'wait', data: { signal: 'alarm', acted: true } }]);
    expect(effectsOf(scene.effects, 'unsubscribe')).toHaveLength(1);
  });

  test('thrown inside a sub-process comes to its border before the sub-process has ended', () => {
    const nodes = (interrupting: boolean) => ({
      begin: startTo('part'), part: part({ on: [{ type: 'signal', key: 'alarm', name: 'alarm', interrupting, to: 'aside' }] }), aside: task('done'), after: task('done'), done: end(),
      start: inside(startTo('tell')), tell: inside(end(undefined, { event: alarm })),
    });
    expect(openNodes(begin(nodes(true)).instance)).toEqual(['aside']);
    expect(openNodes(begin(nodes(false)).instance)).toEqual(['after', 'aside']);
  });

  test('starts an event sub-process of its scope, beside the rest or instead of it', () => {
    const nodes = (interrupting: boolean): { readonly [key: string]: FlowNode } => ({
      begin: startTo('work'), work: task('tell'), tell: thrower('after'), after: task('done'), done: end(),
      part: { type: 'subProcess', title: 'On alarm', event: { type: 'signal', name: 'alarm', interrupting, variable: 'heard' } },
      start: inside(startTo('look')), look: inside(task('finish')), finish: inside(end()),
    });
    const beside = begin(nodes(false));
    complete(beside, 'work');
    expect(openNodes(beside.instance)).toEqual(['after', 'look', 'part', 'part']);
    const instead = begin(nodes(true));
    complete(instead, 'work');
    expect(openNodes(instead.instance)).toEqual(['look', 'part']);
    complete(instead, 'look');
    expect(instead.instance).toMatchObject({ status: 'completed', variables: { heard: { level: 3 } } });
  });

  test('goes by its condition; one that does not hold is heard and changes nothing', () => {
    const scene = begin({
      begin: startTo('split'), split: split('work', 'watched'), work: task('tell'), tell: thrower('done'), done: end(),
      watched: task('done', { on: [{ type: 'signal', key: 'alarm', name: 'alarm', interrupting: true, when: { feel: 'high = true' }, to: 'aside' }] }), aside: task('done'),
    });
    const effects = complete(scene, 'work');
    expect(openNodes(scene.instance)).toEqual(['watched']);
    expect(factsOf(effects, 'signalCaught')).toMatchObject([{ data: { acted: false } }]);
  });
});

describe('tasks of messages', () => {
  const news = { type: 'message', name: 'news', correlation: { value: 'k' } } as const;

  test('send it and go on, or wait for it', () => {
    const scene = begin({
      begin: startTo('tell'), tell: { type: 'sendTask', title: 'Tell', event: { ...news, data: { n: { value: 1 } } }, next: 'wait' },
      wait: { type: 'receiveTask', title: 'Wait', event: { ...news, variable: 'answer' }, next: 'after', on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'after' }] }, after: task('done'), done: end(),
    });
    expect(effectsOf(scene.effects, 'sendMessage')).toMatchObject([{ message: 'news', correlation: 'k', data: { n: 1 } }]);
    expect(effectsOf(scene.effects, 'setTimer')).toHaveLength(1);
    const [subscribed] = effectsOf(scene.effects, 'subscribe');
    give(scene, { type: 'receiveMessage', subscription: subscribed?.subscription.id ?? '', data: { n: 2 } });
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(scene.instance.variables).toMatchObject({ answer: { n: 2 } });
  });

  test('an end event may send one too', () => {
    const scene = begin({ begin: startTo('done'), done: end('told', { event: news }) });
    expect(effectsOf(scene.effects, 'sendMessage')).toMatchObject([{ message: 'news' }]);
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'told' });
  });
});
