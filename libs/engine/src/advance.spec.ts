import { advance } from './advance.js';
import { EngineError } from './engine-error.js';
import { begin, complete, completionOf, contextAt, effectsOf, end, factsOf, openNodes, refusalOf, startTo, task, taskAt } from './spec-support/scene.js';

const TWO_TASKS = { begin: startTo('draft'), draft: task('check', { variable: 'order' }), check: task('done'), done: end('agreed') };

describe('advance', () => {
  test('carries a case from start to end through its tasks', () => {
    const scene = begin(TWO_TASKS);
    expect(openNodes(scene.instance)).toEqual(['draft']);

    complete(scene, 'draft', { data: { title: 'О мониторинге' } });
    expect(openNodes(scene.instance)).toEqual(['check']);
    expect(scene.instance.variables).toEqual({ order: { title: 'О мониторинге' } });

    complete(scene, 'check');
    expect(scene.instance).toMatchObject({ status: 'completed', result: 'agreed', tokens: [], activities: [] });
    expect(factsOf(scene.effects).map(({ kind }) => kind)).toEqual([
      'instanceStarted', 'nodeEntered', 'flowTaken', 'nodeEntered', 'taskOpened',
      'taskCompleted', 'nodeLeft', 'flowTaken', 'nodeEntered', 'taskOpened',
      'taskCompleted', 'nodeLeft', 'flowTaken', 'nodeEntered', 'instanceCompleted',
    ]);
  });

  test('refuses a second completion of the same task', () => {
    const scene = begin(TWO_TASKS);
    const { id } = taskAt(scene.instance, 'draft');
    complete(scene, 'draft');
    expect(refusalOf(scene, completionOf(id))).toEqual({ code: 'taskNotOpen', task: id });
  });

  test('refuses everything once the case has ended', () => {
    const scene = begin({ begin: startTo('done'), done: end() });
    expect(refusalOf(scene, completionOf('case.9'))).toEqual({ code: 'instanceEnded', status: 'completed' });
  });

  test('gives the tasks and timers of a case ids that no other case has', () => {
    const scene = begin(TWO_TASKS);
    complete(scene, 'draft');
    const ids = effectsOf(scene.effects, 'openTask').map((effect) => effect.task.id);
    expect(ids.every((id) => id.startsWith('case.'))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('does not run an instance of another definition', () => {
    const scene = begin(TWO_TASKS);
    const stranger = { ...scene.instance, definitionHash: 'other' };
    expect(() => advance(scene.compiled, stranger, completionOf('case.1'), contextAt())).toThrow(EngineError);
  });

  test('keeps remarks, forms and outcomes to what the definition says', () => {
    const scene = begin({
      begin: startTo('check'),
      check: task('done', { form: 'visa', outcomes: { agreed: { title: 'A', to: 'done' }, returned: { title: 'R', to: 'check', remark: 'required', skipForm: true } } }),
      done: end(),
    });
    const { id } = taskAt(scene.instance, 'check');
    expect(refusalOf(scene, completionOf(id, { outcome: 'lost' }))).toEqual({ code: 'unknownOutcome', outcome: 'lost', allowed: ['agreed', 'returned'] });
    expect(refusalOf(scene, completionOf(id, { outcome: 'returned' }))).toEqual({ code: 'remarkRequired', outcome: 'returned' });
    expect(refusalOf(scene, completionOf(id, { outcome: 'agreed' }))).toEqual({ code: 'formRequired', form: 'visa' });
    complete(scene, 'check', { outcome: 'returned', remark: true });
    expect(scene.instance.outcomes).toEqual({ check: 'returned' });
    complete(scene, 'check', { outcome: 'agreed', data: {} });
    expect(scene.instance.status).toBe('completed');
  });
});
