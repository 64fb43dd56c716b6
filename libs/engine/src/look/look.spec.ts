import type { FlowNode } from '@reglament/contracts';
import { advanced, begin, compiledOf, complete, contextAt, end, OFFICE, person, role, startInput, startTo, task } from '../spec-support/scene.js';
import { start } from '../start.js';
import { availableActions, documentWorkOf, partiesOf, prefillOf, scopeOf, subjectWith } from './look.js';
import { stuckJoins } from './stuck-joins.js';

const parallel = (...to: string[]): FlowNode => ({ type: 'parallelGateway', flows: to.map((key) => ({ to: key })) });
const first = (scene: ReturnType<typeof begin>) => scene.instance.activities[0]?.id ?? -1;

describe('looking at a case', () => {
  test('fills a form with the variable that it edits and, over it, what is prefilled', () => {
    const scene = begin({ begin: startTo('work'), work: task('done', { variable: 'order', prefill: { title: { feel: '"О " + topic' }, empty: { variable: 'lost' } } }), done: end() }, { order: { title: 'old', kind: 'main' }, topic: 'сроках' });
    expect(prefillOf(scene.compiled, scene.instance, first(scene), contextAt())).toEqual({ title: 'О сроках', kind: 'main' });
    expect(prefillOf(scene.compiled, scene.instance, 99, contextAt())).toEqual({});
  });

  test('says what the case would be called with answers that were not sent yet, and leaves the case as it is', () => {
    const subject = { feel: 'if order.title != null then order.title else "New"' };
    const compiled = compiledOf({ begin: startTo('work'), work: task('done', { variable: 'order' }), done: end() }, { subject });
    const { instance } = advanced(start(compiled, startInput, contextAt()));
    const work = instance.activities[0]?.id ?? -1;
    expect(subjectWith(compiled, instance, work, { title: 'О сроках' }, contextAt())).toBe('О сроках');
    expect(subjectWith(compiled, instance, work, {}, contextAt())).toBe('New');
    expect(subjectWith(compiled, instance, 99, { title: 'О сроках' }, contextAt())).toBe('New');
    expect(instance.subject).toBe('New');
  });

  test('knows what a signature or a registration is about', () => {
    const sign = { type: 'documentTask', title: 'S', operation: 'sign', document: 'document', kind: { value: 'order-main' }, performers: role('head'), outcomes: { signed: { title: 'S', to: 'done' } } } as FlowNode;
    const scene = begin({ begin: startTo('sign'), sign, done: end() }, { document: { id: 'd1' } });
    expect(documentWorkOf(scene.compiled, scene.instance, first(scene), contextAt())).toEqual({ operation: 'sign', variable: 'document', document: { id: 'd1' }, kind: 'order-main', input: {} });
    const other = begin({ begin: startTo('work'), work: task('done'), done: end() });
    expect(documentWorkOf(other.compiled, other.instance, first(other), contextAt())).toBeNull();
  });

  test('lists what may be done beside the tasks now, and to whom it is open', () => {
    const on = [
      { type: 'action', key: 'ask', title: 'Ask', performers: [{ type: 'reference', variable: 'signer' }], interrupting: false, remark: 'required', to: 'done' },
      { type: 'action', key: 'never', title: 'Never', interrupting: false, when: { feel: 'false' }, to: 'done' },
      { type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'done' },
    ];
    const scene = begin({ begin: startTo('work'), work: task('done', { on }), done: end() }, { signer: person(4) });
    expect(availableActions(scene.compiled, scene.instance, contextAt())).toEqual([
      { activity: first(scene), node: 'work', action: 'ask', title: 'Ask', performers: [person(4)], form: null, prefill: {}, variable: null, remark: 'required', tone: null, interrupting: false },
    ]);
  });

  test('fills the form of an action with the values that are not empty', () => {
    const on = [{ type: 'action', key: 'ask', title: 'Ask', form: 'question', prefill: { oldDue: { variable: 'due' }, empty: { variable: 'lost' } }, interrupting: true, to: 'done' }];
    const scene = begin({ begin: startTo('work'), work: task('done', { on }), done: end() }, { due: '2026-12-01' });
    expect(availableActions(scene.compiled, scene.instance, contextAt())).toMatchObject([{ form: 'question', prefill: { oldDue: '2026-12-01' } }]);
    expect(availableActions(scene.compiled, scene.instance, contextAt())[0]?.prefill).not.toHaveProperty('empty');
  });

  test('names the parties that the definition names outside the flow', () => {
    const scene = begin({ begin: startTo('work'), work: task('done'), done: end() });
    expect(partiesOf(scene.compiled, scene.instance, [...role('head'), { type: 'starter' }], contextAt())).toEqual([`role:head@${OFFICE}`, person(1)]);
    expect(partiesOf(scene.compiled, scene.instance, undefined, contextAt())).toEqual([]);
  });

  test('sees the item of a sequential forEach as its expressions do, and nothing that is not data', () => {
    const scene = begin({ begin: startTo('each'), each: task('done', { forEach: { items: { value: ['a', 'b'] }, as: 'letter', mode: 'sequential' } }), done: end() });
    complete(scene, 'each');
    const scope = scopeOf(scene.compiled, scene.instance, first(scene), contextAt());
    expect([scope.get('letter'), scope.get('outcome'), scope.get('constructor')]).toEqual(['b', { each: 'done' }, undefined]);
    expect(scopeOf(scene.compiled, scene.instance, null, contextAt()).get('letter')).toBeUndefined();
  });

  test('finds a join that waits for what cannot come, and only then', () => {
    const scene = begin({ begin: startTo('split'), split: parallel('a', 'b'), a: task('join'), b: task('aside', { outcomes: { done: { title: 'D', to: 'aside' }, go: { title: 'G', to: 'join' } } }), aside: end(), join: parallel('done'), done: end() });
    complete(scene, 'a');
    expect(stuckJoins(scene.compiled, scene.instance)).toEqual([]);
    complete(scene, 'b');
    expect(stuckJoins(scene.compiled, scene.instance)).toEqual([{ node: 'join', scope: null, arrived: ['a'], missing: ['b'] }]);
  });
});
