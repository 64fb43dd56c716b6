import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { begin, complete, definitionOf, effectsOf, end, factsOf, give, openNodes, refusalOf, startTo, task } from '../spec-support/scene.js';

type Event = Extract<FlowNode, { type: 'catchEvent' }>['event'];
const caught = (event: Event, more: object = {}): FlowNode => ({ type: 'catchEvent', title: 'Wait', event, next: 'after', ...more }) as FlowNode;
const news = { name: 'order-registered', correlation: { variable: 'season' } };
const waiting = (event: Event, more: object = {}) => ({ begin: startTo('wait'), wait: caught(event, more), after: task('done'), late: end('late'), done: end('done') });

/** The moments at which timers were set. */
const moments = (effects: Parameters<typeof effectsOf>[0]) => effectsOf(effects, 'setTimer').map(({ timer }) => timer.at);

describe('an intermediate timer', () => {
  test('holds the case until its moment by the case’s calendar', () => {
    const scene = begin(waiting({ type: 'timer', after: { workingDays: 1 } }));
    expect(moments(scene.effects)).toEqual(['2026-11-06T15:00:00.000Z']);
    const [timer] = effectsOf(scene.effects, 'setTimer');
    give(scene, { type: 'fireTimer', timer: timer?.timer.id ?? '' });
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('by a date that the case does not have yet is no wait', () => {
    const scene = begin(waiting({ type: 'timer', after: { date: { variable: 'season' } } }));
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(begin(waiting({ type: 'timer', after: { date: { variable: 'season' } } }), { season: '2026-12-01' }).instance.activities).toHaveLength(1);
  });
});

describe('a message', () => {
  test('is awaited by name and correlation value, and brings its data into the case', () => {
    const scene = begin(waiting({ type: 'message', ...news, variable: 'order' }), { season: '2026/27' });
    const [effect] = effectsOf(scene.effects, 'subscribe');
    expect(effect).toMatchObject({ node: 'wait', subscription: { message: 'order-registered', correlation: '2026/27', ref: null } });
    const effects = give(scene, { type: 'receiveMessage', subscription: effect?.subscription.id ?? '', data: { number: '110а' } });
    expect(effectsOf(effects, 'unsubscribe')).toEqual([{ type: 'unsubscribe', subscription: effect?.subscription.id }]);
    expect(scene.instance.variables).toMatchObject({ order: { number: '110а' } });
    expect(openNodes(scene.instance)).toEqual(['after']);
  });

  test('that is no longer awaited is refused', () => {
    const scene = begin(waiting({ type: 'message', ...news }, { on: [{ type: 'timer', key: 'late', after: { workingDays: 5 }, interrupting: true, to: 'late' }] }), { season: 's' });
    const [timer] = effectsOf(scene.effects, 'setTimer');
    const [effect] = effectsOf(scene.effects, 'subscribe');
    give(scene, { type: 'fireTimer', timer: timer?.timer.id ?? '' });
    expect(effectsOf(scene.effects, 'unsubscribe')).toHaveLength(1);
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'late' });
    const other = begin(waiting({ type: 'message', ...news }), { season: 's' });
    expect(refusalOf(other, { type: 'receiveMessage', subscription: 'case.99', data: {} })).toEqual({ code: 'subscriptionNotOpen', subscription: 'case.99' });
    expect(effect?.subscription.id).not.toBe('case.99');
  });

  test('without a correlation value is a fault of the definition, not a message to everybody', () => {
    expect(() => begin(waiting({ type: 'message', ...news }))).toThrow(/correlation: nothing/);
  });

  test('is sent with its data and waits for nobody; history has its name alone', () => {
    const scene = begin({
      begin: startTo('tell'), after: task('done'), done: end(),
      tell: { type: 'throwEvent', title: 'Tell', event: { type: 'message', ...news, data: { number: { variable: 'number' } } }, next: 'after' },
    }, { season: 'Ivanova', number: '110а' });
    expect(effectsOf(scene.effects, 'sendMessage')).toEqual([{ type: 'sendMessage', id: 2, message: 'order-registered', correlation: 'Ivanova', data: { number: '110а' } }]);
    expect(openNodes(scene.instance)).toEqual(['after']);
    expect(JSON.stringify(factsOf(scene.effects))).not.toContain('Ivanova');
  });
});

describe('a boundary event', () => {
  const withEvent = (event: object) => ({ begin: startTo('work'), work: task('done', { on: [event] }), aside: task('aside-done'), 'aside-done': end(), done: end('done') });

  test('that repeats comes again a term after each time, while the activity is open', () => {
    const scene = begin(withEvent({ type: 'timer', key: 'stale', after: { workingDays: 1 }, repeat: { workingDays: 2 }, interrupting: false, to: 'aside' }));
    const fire = (): readonly string[] => {
      const timer = scene.instance.activities.flatMap(({ timers }) => timers)[0];
      scene.now = timer?.at ?? scene.now;
      return moments(give(scene, { type: 'fireTimer', timer: timer?.id ?? '' }));
    };
    expect(moments(scene.effects)).toEqual(['2026-11-06T15:00:00.000Z']);
    expect(fire()).toEqual(['2026-11-10T15:00:00.000Z']);
    expect(fire()).toEqual(['2026-11-12T15:00:00.000Z']);
    expect(openNodes(scene.instance)).toEqual(['aside', 'aside', 'work']);
    expect(effectsOf(complete(scene, 'work'), 'cancelTimer')).toHaveLength(1);
  });

  test('that repeats keeps its step when it fires seconds after the end of the day, and makes up for no day on which nothing ran', () => {
    const scene = begin(withEvent({ type: 'timer', key: 'daily', after: { calendarDays: 1, shift: 'keep' }, repeat: { calendarDays: 1, shift: 'keep' }, interrupting: false, to: 'aside' }));
    const fireAt = (at: string): readonly string[] => {
      const timer = scene.instance.activities.flatMap(({ timers }) => timers)[0];
      scene.now = at;
      return moments(give(scene, { type: 'fireTimer', timer: timer?.id ?? '' }));
    };
    expect(moments(scene.effects)).toEqual(['2026-11-06T15:00:00.000Z']);
    expect(fireAt('2026-11-06T15:00:02.000Z')).toEqual(['2026-11-07T15:00:00.000Z']);
    expect(fireAt('2026-11-07T19:00:00.000Z')).toEqual(['2026-11-08T15:00:00.000Z']);
    expect(fireAt('2026-11-20T09:00:00.000Z')).toEqual(['2026-11-21T15:00:00.000Z']);
  });

  test('by a message that does not interrupt hears every one of them', () => {
    const scene = begin(withEvent({ type: 'message', key: 'told', name: 'news', correlation: { feel: 'case.id' }, variable: 'last', interrupting: false, to: 'aside' }));
    const [effect] = effectsOf(scene.effects, 'subscribe');
    for (const n of [1, 2]) give(scene, { type: 'receiveMessage', subscription: effect?.subscription.id ?? '', data: { n } });
    expect(openNodes(scene.instance)).toEqual(['aside', 'aside', 'work']);
    expect(scene.instance.variables).toMatchObject({ last: { n: 2 } });
    expect(effectsOf(scene.effects, 'unsubscribe')).toEqual([]);
  });

  test('by a message whose condition does not hold changes nothing', () => {
    const scene = begin(withEvent({ type: 'message', key: 'told', name: 'news', correlation: { feel: 'case.id' }, when: { feel: 'wanted = true' }, interrupting: true, to: 'aside' }));
    const [effect] = effectsOf(scene.effects, 'subscribe');
    const effects = give(scene, { type: 'receiveMessage', subscription: effect?.subscription.id ?? '', data: {} });
    expect(openNodes(scene.instance)).toEqual(['work']);
    expect(factsOf(effects, 'messageReceived')).toMatchObject([{ data: { acted: false } }]);
  });

  test('that interrupts and repeats is an error of the definition', () => {
    const answer = checkDefinition(definitionOf(withEvent({ type: 'timer', key: 'late', after: { workingDays: 1 }, repeat: { workingDays: 2 }, interrupting: true, to: 'aside' })));
    expect(answer).toMatchObject({ kind: 'broken', problems: [{ code: 'node.repeatInterrupts', pointer: '/nodes/work/on/0/repeat' }] });
  });
});
