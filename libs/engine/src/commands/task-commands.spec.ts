import { actor, begin, complete, completionOf, effectsOf, end, factsOf, give, OFFICE, openNodes, person, refusalOf, startTo, task, taskAt } from '../spec-support/scene.js';

const nodes = { begin: startTo('draft'), draft: task('check'), check: task('done', { fourEyes: ['draft', 'start'] }), done: end() };
const claim = (id: string, n: number) => ({ type: 'claimTask' as const, task: id, by: actor(n) });

describe('claiming a task', () => {
  test('takes it out of the others\' hands until it is given back', () => {
    const scene = begin(nodes);
    const { id } = taskAt(scene.instance, 'draft');
    expect(effectsOf(give(scene, claim(id, 2)), 'updateTask')).toMatchObject([{ task: { id, assignee: person(2) } }]);
    expect(refusalOf(scene, claim(id, 3))).toEqual({ code: 'alreadyClaimed', assignee: person(2) });
    expect(refusalOf(scene, completionOf(id, { by: 3 }))).toEqual({ code: 'alreadyClaimed', assignee: person(2) });
    give(scene, { type: 'unclaimTask', task: id, by: actor(2) });
    expect(refusalOf(scene, { type: 'unclaimTask', task: id, by: actor(2) })).toEqual({ code: 'notClaimed', task: id });
    complete(scene, 'draft', { by: 3 });
    expect(openNodes(scene.instance)).toEqual(['check']);
  });

  test('twice by the same person changes nothing', () => {
    const scene = begin(nodes);
    const { id } = taskAt(scene.instance, 'draft');
    give(scene, claim(id, 2));
    expect(give(scene, claim(id, 2))).toEqual([]);
  });

  test('lets whoever stands in for the assignee complete it', () => {
    const scene = begin(nodes);
    const { id } = taskAt(scene.instance, 'draft');
    give(scene, claim(id, 2));
    give(scene, { ...completionOf(id), by: { person: person(4), right: { kind: 'substitute', for: person(2), substitution: 's1' } } } as never);
    expect(factsOf(scene.effects, 'taskCompleted')).toMatchObject([{ by: person(4), data: { right: { kind: 'substitute', for: person(2), substitution: 's1' } } }]);
  });
});

describe('delegating a task', () => {
  test('to a person makes them the assignee; to a role, its only performer', () => {
    const scene = begin(nodes);
    const { id } = taskAt(scene.instance, 'draft');
    give(scene, { type: 'delegateTask', task: id, to: person(6), by: actor(2) });
    expect(taskAt(scene.instance, 'draft')).toMatchObject({ assignee: person(6), performers: [expect.stringMatching(/^role:clerk@/), person(6)] });
    give(scene, { type: 'delegateTask', task: id, to: 'role:lawyer@x', by: actor(6) });
    expect(taskAt(scene.instance, 'draft')).toMatchObject({ assignee: null, performers: ['role:lawyer@x'] });
    expect(factsOf(scene.effects, 'taskDelegated').map(({ data }) => data['to'])).toEqual([person(6), 'role:lawyer@x']);
  });

  test('to somebody whom four-eyes excludes is refused', () => {
    const scene = begin(nodes);
    complete(scene, 'draft', { by: 2 });
    const { id, excluded } = taskAt(scene.instance, 'check');
    expect(excluded).toEqual([person(2), person(1)]);
    expect(refusalOf(scene, { type: 'delegateTask', task: id, to: person(2), by: actor(3) })).toEqual({ code: 'fourEyes', person: person(2), node: 'check' });
  });
});

describe('four-eyes', () => {
  test('keeps a task from whoever did the node before, also when standing in for another', () => {
    const scene = begin(nodes);
    complete(scene, 'draft', { by: 2 });
    const { id } = taskAt(scene.instance, 'check');
    expect(refusalOf(scene, completionOf(id, { by: 2 }))).toEqual({ code: 'fourEyes', person: person(2), node: 'draft' });
    expect(refusalOf(scene, completionOf(id, { by: 1 }))).toEqual({ code: 'fourEyes', person: person(1), node: 'start' });
    complete(scene, 'check', { by: 3 });
    expect(scene.instance.status).toBe('completed');
  });

  test('finds work that nobody but the excluded could do', () => {
    const own = { ...nodes, check: task('done', { fourEyes: ['draft'], performers: [{ type: 'reference', variable: 'signer' }] }) };
    const scene = begin(own, { signer: person(2) });
    expect(refusalOf(scene, completionOf(taskAt(scene.instance, 'draft').id, { by: 2 }))).toEqual({ code: 'noPerformer', node: 'check' });
  });
});

describe('cancelling a case', () => {
  test('needs a reason, closes everything and tells those who had work', () => {
    const scene = begin({ ...nodes, draft: task('check', { due: { workingDays: 1 }, remind: [{ before: { workingDays: 0 } }] }) });
    expect(refusalOf(scene, { type: 'cancelInstance', by: actor(1), remark: false })).toEqual({ code: 'remarkRequired', outcome: 'cancel' });
    const effects = give(scene, { type: 'cancelInstance', by: actor(1), remark: true });
    expect(scene.instance).toMatchObject({ status: 'cancelled', tokens: [], activities: [] });
    expect(effectsOf(effects, 'closeTask')).toMatchObject([{ status: 'cancelled', outcome: null }]);
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(1);
    expect(factsOf(effects, 'instanceCancelled')).toMatchObject([{ by: person(1) }]);
    expect(effectsOf(effects, 'notify')).toMatchObject([{ kind: 'cancelled', to: [`role:clerk@${OFFICE}`, person(1)] }]);
    expect(refusalOf(scene, { type: 'cancelInstance', by: actor(1), remark: true })).toEqual({ code: 'instanceEnded', status: 'cancelled' });
  });

  test('an output sees what was submitted and who completed the task', () => {
    const scene = begin({ begin: startTo('work'), work: task('done', { form: 'f', output: { by: { variable: 'completedBy' }, note: { variable: 'form.note' } } }), done: end() });
    const [opened] = effectsOf(scene.effects, 'openTask');
    give(scene, { type: 'completeTask', task: opened?.task.id ?? '', by: actor(3), outcome: 'done', data: { note: 'n' }, submission: 'hash', remark: false, facts: null });
    expect(scene.instance.variables).toEqual({ by: actor(3).person, note: 'n' });
  });
});
