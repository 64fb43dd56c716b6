import type { FlowNode } from '@reglament/contracts';
import { checkDefinition } from '../check/check-definition.js';
import { begin, definitionOf, effectsOf, end, startTo } from '../spec-support/scene.js';

const nodes = (more: object): { readonly [key: string]: FlowNode } => ({ begin: startTo('tell'), tell: { type: 'sendTask', title: 'Tell', event: { type: 'message', name: 'news', correlation: { value: 'k' }, ...more }, next: 'done' }, done: end() });

describe('a message that is kept', () => {
  test('says until when, counted from the moment in which it is sent; another says nothing of it', () => {
    expect(effectsOf(begin(nodes({ keepFor: 'P1D' })).effects, 'sendMessage')).toMatchObject([{ keepUntil: '2026-11-06T07:00:00.000Z' }]);
    expect(effectsOf(begin(nodes({})).effects, 'sendMessage')[0]).not.toHaveProperty('keepUntil');
  });

  test('is kept for a duration and nothing else', () => {
    const answer = checkDefinition(definitionOf(nodes({ keepFor: 'Pforever' })));
    expect(answer.kind === 'broken' ? answer.problems.map(({ code, pointer }) => [code, pointer]) : []).toEqual([['term.notADuration', '/nodes/tell/event/keepFor']]);
  });
});
