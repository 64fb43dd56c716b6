import type { FlowNode } from '@reglament/contracts';
import { begin, complete, effectsOf, end, factsOf, give, openNodes, refusalOf, role, startTo } from '../spec-support/scene.js';

const activityAt = (scene: ReturnType<typeof begin>) => scene.instance.activities[0]?.id ?? -1;

describe('a service task', () => {
  const nodes = {
    begin: startTo('send'), done: end(),
    send: { type: 'serviceTask', title: 'Send', handler: 'send-letter', retry: { attempts: 3 }, input: { to: { variable: 'order.recipients' }, on: { feel: 'today()' } }, output: { sent: { variable: 'result.count' } }, next: 'done' } as FlowNode,
  };

  test('calls its handler with what its input says, and keeps of the result what its output says', () => {
    const scene = begin(nodes, { order: { recipients: ['a'] } });
    expect(effectsOf(scene.effects, 'callService')).toMatchObject([{ node: 'send', handler: 'send-letter', input: { to: ['a'], on: '2026-11-05' }, retry: { attempts: 3 } }]);
    const activity = activityAt(scene);
    give(scene, { type: 'completeServiceTask', activity, result: { count: 4, secret: 'x' } });
    expect(scene.instance.variables).toEqual({ order: { recipients: ['a'] }, sent: 4 });
    expect(JSON.stringify(factsOf(scene.effects))).not.toContain('secret');
    expect(refusalOf(begin(nodes), { type: 'completeServiceTask', activity: 99, result: {} })).toEqual({ code: 'activityNotOpen', activity: 99 });
  });
});

describe('a document task', () => {
  const outcomes = (outcome: string, to: string) => ({ [outcome]: { title: 'T', to } });
  const nodes = {
    begin: startTo('compose'), done: end(),
    compose: { type: 'documentTask', title: 'C', operation: 'compose', document: 'document', kind: { variable: 'order.kind' }, input: { title: { variable: 'order.title' } }, next: 'sign' } as FlowNode,
    sign: { type: 'documentTask', title: 'S', operation: 'sign', document: 'document', performers: role('head'), outcomes: outcomes('signed', 'register') } as FlowNode,
    register: { type: 'documentTask', title: 'R', operation: 'register', document: 'document', performers: role('clerk'), form: 'registration', variable: 'registration', outcomes: outcomes('registered', 'done') } as FlowNode,
  };

  test('composes by a service, is signed and registered by people, and gathers what is known of the document', () => {
    const scene = begin(nodes, { order: { kind: 'order-main', title: 'О' } });
    expect(effectsOf(scene.effects, 'callService')).toMatchObject([{ handler: 'document.compose', input: { document: null, kind: 'order-main', title: 'О' } }]);
    give(scene, { type: 'completeServiceTask', activity: activityAt(scene), result: { id: 'd1', hash: 'h' } });
    expect(openNodes(scene.instance)).toEqual(['sign']);
    complete(scene, 'sign', { outcome: 'signed', by: 2, facts: { signature: 's1' } });
    complete(scene, 'register', { outcome: 'registered', by: 3, data: { journal: 'main' }, facts: { number: '110' } });
    expect(scene.instance.variables).toMatchObject({ document: { id: 'd1', hash: 'h', signature: 's1', number: '110' }, registration: { journal: 'main' } });
    expect(scene.instance.status).toBe('completed');
  });
});
