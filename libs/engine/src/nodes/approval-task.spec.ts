import type { FlowNode } from '@reglament/contracts';
import { actor, begin, complete, completionOf, effectsOf, end, factsOf, give, openNodes, person, refusalOf, startTo, task, taskAt, tasksAt } from '../spec-support/scene.js';

const visas = (more: object = {}): FlowNode => ({
  type: 'approvalTask', title: 'Visas', approvers: 'order.visas', order: 'parallel', quorum: 'all', snapshot: ['order'],
  outcomes: { approved: { title: 'A', to: 'sign' }, returned: { title: 'R', to: 'draft', remark: 'required' }, rejected: { title: 'X', to: 'stopped' } },
  ...more,
} as FlowNode);
const nodes = (more: object = {}) => ({ begin: startTo('visas'), visas: visas(more), draft: task('visas', { variable: 'order' }), sign: task('done'), done: end(), stopped: end('rejected') });
const order = { visas: [person(2), person(3), person(4)], text: 'first' };

describe('an approval task', () => {
  test('asks all approvers at once and goes on when all have approved', () => {
    const scene = begin(nodes(), { order });
    expect(tasksAt(scene.instance, 'visas').map((open) => open.performers)).toEqual([[person(2)], [person(3)], [person(4)]]);
    complete(scene, 'visas', { slot: 2, outcome: 'approved', by: 4 });
    complete(scene, 'visas', { slot: 0, outcome: 'approved', by: 2 });
    expect(openNodes(scene.instance)).toEqual(['visas']);
    complete(scene, 'visas', { slot: 1, outcome: 'approved', by: 3 });
    expect(openNodes(scene.instance)).toEqual(['sign']);
    expect(scene.instance.performedBy['visas']).toEqual([person(4), person(2), person(3)]);
  });

  test('asks one after another when it is sequential', () => {
    const scene = begin(nodes({ order: 'sequential' }), { order });
    expect(tasksAt(scene.instance, 'visas')).toMatchObject([{ slot: 0 }]);
    complete(scene, 'visas', { outcome: 'approved', by: 2 });
    expect(tasksAt(scene.instance, 'visas')).toMatchObject([{ slot: 1, performers: [person(3)] }]);
  });

  test.each([['one', 1], ['all', 3], [{ percent: 50 }, 2], [{ percent: 67 }, 3], [{ percent: 1 }, 1]])('with a quorum of %j is decided by %i of three', (quorum, needed) => {
    const scene = begin(nodes({ quorum }), { order });
    for (let i = 0; i < needed; i++) {
      expect(openNodes(scene.instance)).toEqual(['visas']);
      complete(scene, 'visas', { slot: i, outcome: 'approved', by: i + 2 });
    }
    expect(openNodes(scene.instance)).toEqual(['sign']);
    expect(effectsOf(scene.effects, 'closeTask').filter(({ status }) => status === 'cancelled')).toHaveLength(3 - needed);
  });

  test('is returned by the first who returns it, and resets all visas in a new round with its own snapshot', () => {
    const scene = begin(nodes(), { order });
    complete(scene, 'visas', { slot: 0, outcome: 'approved', by: 2 });
    expect(refusalOf(scene, completionOf(taskAt(scene.instance, 'visas', 1).id, { outcome: 'returned', by: 3 }))).toEqual({ code: 'remarkRequired', outcome: 'returned' });
    complete(scene, 'visas', { slot: 1, outcome: 'returned', by: 3, remark: true });
    expect(openNodes(scene.instance)).toEqual(['draft']);
    complete(scene, 'draft', { data: { ...order, text: 'second' } });
    expect(tasksAt(scene.instance, 'visas')).toHaveLength(3);
    const rounds = factsOf(scene.effects, 'approvalRound').map(({ data }) => data);
    expect(rounds).toMatchObject([{ round: 1, kept: [] }, { round: 2, kept: [] }]);
    expect(rounds[0]?.['snapshot']).toMatch(/^[0-9a-f]{64}$/);
    expect(rounds[1]?.['snapshot']).not.toBe(rounds[0]?.['snapshot']);
  });

  test('keeps the visas given when the change was editorial', () => {
    const scene = begin(nodes({ keepVisasWhen: { variable: 'order.editorial', operator: 'equals', value: true } }), { order });
    complete(scene, 'visas', { slot: 0, outcome: 'approved', by: 2 });
    complete(scene, 'visas', { slot: 1, outcome: 'returned', by: 3, remark: true });
    complete(scene, 'draft', { data: { ...order, editorial: true } });
    expect(tasksAt(scene.instance, 'visas').map(({ slot }) => slot)).toEqual([1, 2]);
  });

  test('is rejected by the first who rejects it', () => {
    const scene = begin(nodes(), { order });
    complete(scene, 'visas', { slot: 2, outcome: 'rejected', by: 4 });
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'rejected' });
  });

  test('lets an approver be added only where the definition allows it, once', () => {
    const closed = begin(nodes(), { order });
    const activity = closed.instance.activities[0]?.id ?? 0;
    const command = { type: 'addApprover' as const, activity, approver: person(5), by: actor(2) };
    expect(refusalOf(closed, command)).toEqual({ code: 'mayNotAdd', node: 'visas' });

    const scene = begin(nodes({ mayAdd: true }), { order });
    expect(refusalOf(scene, { ...command, approver: person(3) })).toEqual({ code: 'approverExists', approver: person(3) });
    complete(scene, 'visas', { slot: 0, outcome: 'approved', by: 2 });
    complete(scene, 'visas', { slot: 1, outcome: 'approved', by: 3 });
    const { id } = scene.instance.activities[0] ?? { id: 0 };
    expect(effectsOf([...scene.effects], 'openTask')).toHaveLength(3);
    const added = give(scene, { ...command, activity: id });
    expect(effectsOf(added, 'openTask')).toMatchObject([{ task: { slot: 3, performers: [person(5)] } }]);
    complete(scene, 'visas', { slot: 2, outcome: 'approved', by: 4 });
    expect(openNodes(scene.instance)).toEqual(['visas']);
    complete(scene, 'visas', { slot: 3, outcome: 'approved', by: 5 });
    expect(openNodes(scene.instance)).toEqual(['sign']);
  });

  test('passes at once when the list of approvers is empty, and is refused when there is no list', () => {
    expect(openNodes(begin(nodes(), { order: { visas: [] } }).instance)).toEqual(['sign']);
    expect(() => begin(nodes(), { order: {} })).toThrow('noPerformer');
  });

  test('does not let the person who started the case approve it', () => {
    const scene = begin(nodes({ fourEyes: ['start'], approvers: undefined, performers: [{ type: 'role', role: 'head' }] }), { order });
    expect(tasksAt(scene.instance, 'visas')).toMatchObject([{ excluded: [person(1)] }]);
    const { id } = taskAt(scene.instance, 'visas');
    expect(refusalOf(scene, completionOf(id, { outcome: 'approved', by: 1 }))).toEqual({ code: 'fourEyes', person: person(1), node: 'start' });
    expect(refusalOf(scene, { type: 'claimTask', task: id, by: { person: person(7), right: { kind: 'substitute', for: person(1), substitution: 's' } } }))
      .toEqual({ code: 'fourEyes', person: person(1), node: 'start' });
  });
});
