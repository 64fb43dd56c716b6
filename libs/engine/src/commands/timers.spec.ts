import type { FlowNode } from '@reglament/contracts';
import { begin, complete, effectsOf, end, factsOf, give, OFFICE, openNodes, person, refusalOf, REGION, role, SCHOOL, startTo, task, taskAt } from '../spec-support/scene.js';

const nodes = (more: object) => ({ begin: startTo('work'), work: task('done', more), late: task('done'), done: end() });
const timers = (scene: ReturnType<typeof begin>) => scene.instance.activities.flatMap((activity) => activity.timers);
const fire = (scene: ReturnType<typeof begin>, kind: string) => give(scene, { type: 'fireTimer', timer: timers(scene).find((timer) => timer.kind === kind)?.id ?? '' });

describe('a term', () => {
  test('ends with the working day of the performer\'s organisation, in its zone', () => {
    const here = begin(nodes({ due: { workingDays: 2 } }));
    expect(taskAt(here.instance, 'work').dueAt).toBe('2026-11-09T15:00:00.000Z');
    const school = begin(nodes({ due: { workingDays: 2 }, performers: [{ type: 'role', role: 'director', organisation: 'school' }] }), { school: `organisation:${SCHOOL}` });
    expect(taskAt(school.instance, 'work')).toMatchObject({ performers: [`role:director@${SCHOOL}`], dueAt: '2026-11-09T08:00:00.000Z' });
  });

  test('runs by the case\'s calendar where the definition says so', () => {
    const scene = begin(nodes({ due: { workingDays: 2 }, calendar: 'case', performers: [{ type: 'role', role: 'director', organisation: 'school' }] }), { school: SCHOOL });
    expect(taskAt(scene.instance, 'work').dueAt).toBe('2026-11-09T15:00:00.000Z');
  });

  test('is there only when the date that it takes is', () => {
    const due = { due: { date: { variable: 'order.due' } } };
    expect(taskAt(begin(nodes(due)).instance, 'work').dueAt).toBeNull();
    expect(taskAt(begin(nodes(due), { order: { due: '2026-12-01' } }).instance, 'work').dueAt).toBe('2026-12-01T15:00:00.000Z');
    expect(() => begin(nodes(due), { order: { due: 'soon' } })).toThrow('engine.unusableValue');
  });

  test('given as a date of rest ends on it, or on the next working day where the definition says so', () => {
    const sunday = (shift: object) => taskAt(begin(nodes({ due: { date: { variable: 'order.due' }, ...shift } }), { order: { due: '2026-12-06' } }).instance, 'work').dueAt;
    expect(sunday({})).toBe('2026-12-06T15:00:00.000Z');
    expect(sunday({ shift: 'next' })).toBe('2026-12-07T15:00:00.000Z');
    expect(sunday({ shift: 'previous' })).toBe('2026-12-04T15:00:00.000Z');
  });

  test('that reaches a year without a calendar is preliminary, and the task says so', () => {
    const [opened] = effectsOf(begin(nodes({ due: { workingDays: 400 } })).effects, 'openTask');
    expect(opened?.task.dueAt).toMatch(/^2028-/);
    expect(opened?.why.due).toMatchObject({ warnings: [expect.objectContaining({ code: 'calendar.yearMissing' })] });
  });

  test('is refused only where no calendar can reach', () => {
    expect(() => begin(nodes({ due: { workingDays: 5_000_000 } }))).toThrow('noCalendarYear');
  });

  test('says in the task why it is what it is', () => {
    const [opened] = effectsOf(begin(nodes({ due: { workingDays: 2 } })).effects, 'openTask');
    expect(opened?.why).toMatchObject({ performers: role('clerk'), due: { term: { workingDays: 2 }, localDate: '2026-11-09', timeZone: 'Europe/Moscow', calendar: 'plain' }, path: [{ node: 'begin', flow: null }] });
  });
});

describe('a boundary timer', () => {
  const late = (more: object = {}) => nodes({ on: [{ type: 'timer', key: 'late', after: { workingDays: 1 }, interrupting: true, to: 'late', ...more }] });

  test('that interrupts takes the work away and sends the case on its way', () => {
    const scene = begin(late());
    expect(timers(scene)).toMatchObject([{ kind: 'boundary', ref: 'late', at: '2026-11-06T15:00:00.000Z' }]);
    const effects = fire(scene, 'boundary');
    expect(effectsOf(effects, 'closeTask')).toMatchObject([{ node: 'work', status: 'cancelled' }]);
    expect(openNodes(scene.instance)).toEqual(['late']);
  });

  test('that does not interrupt starts a path beside, once', () => {
    const scene = begin(late({ interrupting: false }));
    const { id } = timers(scene)[0] ?? { id: '' };
    fire(scene, 'boundary');
    expect(openNodes(scene.instance)).toEqual(['late', 'work']);
    expect(refusalOf(scene, { type: 'fireTimer', timer: id })).toEqual({ code: 'timerNotOpen', timer: id });
  });

  test('whose condition does not hold at its moment does nothing', () => {
    const scene = begin(late({ when: { variable: 'meetings', operator: 'equals', value: 0 } }), { meetings: 3 });
    const effects = fire(scene, 'boundary');
    expect(factsOf(effects, 'timerFired')).toMatchObject([{ data: { acted: false } }]);
    expect(openNodes(scene.instance)).toEqual(['work']);
  });

  test('is cancelled when the work is done in time', () => {
    const scene = begin(late());
    const effects = complete(scene, 'work');
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(1);
    expect(factsOf(effects, 'timerCancelled')).toHaveLength(1);
  });
});

describe('a boundary timer that repeats', () => {
  test('comes so often as it says, the first time included, each a term after the last', () => {
    const scene = begin({ ...nodes({}), work: task('done', { on: [{ type: 'timer', key: 'late', after: { duration: 'PT1S' }, repeat: { duration: 'PT1S', times: 3 }, interrupting: false, to: 'late' }] }) });
    const moments: string[] = [];
    for (let set = timers(scene)[0]; set !== undefined; set = timers(scene)[0]) {
      moments.push(set.at);
      scene.now = set.at;
      fire(scene, 'boundary');
    }
    expect(moments).toEqual(['2026-11-05T07:00:01.000Z', '2026-11-05T07:00:02.000Z', '2026-11-05T07:00:03.000Z']);
    expect(openNodes(scene.instance)).toEqual(['late', 'late', 'late', 'work']);
  });
});

describe('a reminder', () => {
  test('comes on the working day before the due moment and goes to the assignee when there is one', () => {
    const scene = begin(nodes({ due: { workingDays: 3 }, remind: [{ before: { workingDays: 1 } }, { before: { workingDays: 30 } }] }));
    expect(timers(scene)).toMatchObject([{ kind: 'reminder', ref: '0', at: '2026-11-09T06:00:00.000Z' }]);
    give(scene, { type: 'claimTask', task: taskAt(scene.instance, 'work').id, by: { person: person(5), right: { kind: 'direct' } } });
    expect(effectsOf(fire(scene, 'reminder'), 'notify')).toMatchObject([{ kind: 'reminder', to: [person(5)] }]);
    expect(timers(scene)).toEqual([]);
  });

  test('that repeats sets itself anew until the task is closed', () => {
    const scene = begin(nodes({ remind: [{ every: { workingDays: 1 } }] }));
    expect(timers(scene)).toMatchObject([{ at: '2026-11-06T06:00:00.000Z' }]);
    scene.now = '2026-11-06T06:00:00.000Z';
    const effects = fire(scene, 'reminder');
    expect(effectsOf(effects, 'notify')).toMatchObject([{ kind: 'reminder', to: [`role:clerk@${OFFICE}`] }]);
    expect(timers(scene)).toMatchObject([{ at: '2026-11-09T06:00:00.000Z' }]);
    expect(effectsOf(complete(scene, 'work'), 'cancelTimer')).toHaveLength(1);
  });
});

describe('the escalation ladder', () => {
  const ladder = nodes({ due: { workingDays: 1 }, escalate: [{ after: { workingDays: 1 }, to: role('lead') }, { after: { workingDays: 3 }, to: [{ type: 'superior', role: 'head' }], addCandidates: true }] });

  test('tells those of each rung, and lets them do the work where it says so', () => {
    const scene = begin(ladder);
    expect(timers(scene)).toMatchObject([{ kind: 'escalation', ref: '0', at: '2026-11-09T06:00:00.000Z' }, { kind: 'escalation', ref: '1', at: '2026-11-11T06:00:00.000Z' }]);
    const first = fire(scene, 'escalation');
    expect(effectsOf(first, 'notify')).toMatchObject([{ kind: 'escalated', to: [`role:lead@${OFFICE}`] }, { kind: 'overdue', to: [`role:clerk@${OFFICE}`] }]);
    expect(effectsOf(first, 'updateTask')).toEqual([]);
    const second = fire(scene, 'escalation');
    expect(effectsOf(second, 'updateTask')).toMatchObject([{ task: { performers: [`role:clerk@${OFFICE}`, `role:head@${REGION}`] } }]);
    expect(taskAt(scene.instance, 'work').performers).toContain(`role:head@${REGION}`);
  });

  test('of one approver is taken down with his vote and leaves the others standing', () => {
    const visas = { type: 'approvalTask', title: 'V', performers: [{ type: 'reference', variable: 'visas' }], order: 'parallel', quorum: 'all', due: { workingDays: 1 }, escalate: [{ after: { workingDays: 1 }, to: role('lead') }], outcomes: { approved: { title: 'A', to: 'done' } } } as FlowNode;
    const scene = begin({ begin: startTo('visas'), visas, done: end() }, { visas: [person(2), person(3)] });
    expect(timers(scene)).toHaveLength(2);
    complete(scene, 'visas', { slot: 0, outcome: 'approved', by: 2 });
    expect(timers(scene)).toMatchObject([{ task: taskAt(scene.instance, 'visas', 1).id }]);
  });
});
