import type { FlowNode } from '@reglament/contracts';
import { dryRun } from './dry-run.js';
import { recordCase, versionOf, work, type Happening } from './spec-support/record.js';

const end: FlowNode = { type: 'endEvent' };
const begin = (next: string): FlowNode => ({ type: 'startEvent', next });
const route = (limit: number): FlowNode => ({ type: 'exclusiveGateway', flows: [{ to: 'chief', when: { feel: `sum > ${limit}` } }, { to: 'clerk', default: true }] });
const late = (days: number): object => ({ due: { workingDays: 3 }, on: [{ type: 'timer', key: 'late', title: 'Late', after: { calendarDays: days }, interrupting: true, to: 'chief' }] });
const weigh = (more: object = {}): FlowNode => ({ type: 'serviceTask', title: 'Weigh', handler: 'weigh', output: { sum: { variable: 'result.weight' } }, next: 'route', ...more } as FlowNode);

const today = {
  begin: begin('write'),
  write: work('check', { outcomes: { done: { title: 'Done', to: 'check' }, drop: { title: 'Drop', to: 'dropped' } } }),
  check: work('weigh', late(5)), weigh: weigh(), route: route(100), chief: work('done'), clerk: work('done'), done: end, dropped: end,
};
const answered: readonly Happening[] = [{ at: 'write' }, { days: 1 }, { at: 'check' }, { service: 'weigh', result: { weight: 150 } }, { days: 2 }, { at: 'chief' }];
const past = (happenings: readonly Happening[] = answered) => recordCase(versionOf(today), happenings, { sum: 0 });
const on = (nodes: object, happenings?: readonly Happening[]) => dryRun(versionOf({ ...today, ...nodes } as Readonly<Record<string, FlowNode>>), past(happenings));
const sameWay = { kind: 'sameWay', otherTerms: [], otherPerformers: [] };

describe('a dry run of a real case', () => {
  test.each<[string, readonly Happening[]]>([
    ['that has ended', answered], ['that is open', answered.slice(0, 3)], ['that a term has moved', [{ at: 'write' }, { days: 6 }, { at: 'chief' }]],
    ['that was dropped', [{ at: 'write', outcome: 'drop' }]], ['that has only begun', []],
  ])('on its own version goes the same way: one %s', (_, happenings) => {
    expect(on({}, happenings)).toEqual(sameWay);
  });

  test('does what was recorded at the very moment, not when it should have been', () => {
    const recording = past();
    // The term had come while nobody looked, and the person was quicker than the sweep.
    const [first, second, third, ...rest] = recording.steps;
    const hours = { ...recording, steps: [first!, second!, { ...third!, now: '2026-11-20T07:00:00.000Z' }, ...rest.map((step) => ({ ...step, now: '2026-11-21T07:00:00.000Z' }))], until: '2026-11-21T07:00:00.000Z' };
    expect(dryRun(versionOf(today), hours)).toEqual(sameWay);
  });

  test('tells where a changed condition sends it elsewhere', () => {
    expect(on({ route: route(200) })).toEqual({ kind: 'anotherWay', at: 'route', expected: { type: 'to', node: 'chief' }, found: { type: 'to', node: 'clerk' } });
    expect(on({ route: route(140) })).toEqual(sameWay);
  });

  test('tells where a step comes in between', () => {
    expect(on({ check: work('extra', late(5)), extra: work('weigh') })).toEqual({ kind: 'anotherWay', at: 'check', expected: { type: 'to', node: 'weigh' }, found: { type: 'to', node: 'extra' } });
  });

  test('stops where an outcome is no more, and only for who gave it', () => {
    const draft = { write: work('check'), dropped: undefined };
    const { dropped: _, ...nodes } = { ...today, ...draft };
    const version = versionOf(nodes as Readonly<Record<string, FlowNode>>);
    expect(dryRun(version, past())).toEqual(sameWay);
    expect(dryRun(version, past([{ at: 'write', outcome: 'drop' }]))).toEqual({ kind: 'stops', at: 'write', why: { type: 'refused', refusal: { code: 'unknownOutcome', outcome: 'drop', allowed: ['done'] } } });
  });

  test('lets a shorter term strike before the answer came', () => {
    const slow: readonly Happening[] = [{ at: 'write' }, { days: 4 }, { at: 'check' }, { service: 'weigh', result: { weight: 150 } }];
    expect(on({ check: work('weigh', late(3)) }, slow)).toEqual({ kind: 'anotherWay', at: 'check', expected: { type: 'to', node: 'weigh' }, found: { type: 'to', node: 'chief' } });
    expect(on({ check: work('weigh', late(4)) }, answered)).toEqual(sameWay);
  });

  test('lets a longer term run on, and gives the later answers when they are asked for', () => {
    const struck: readonly Happening[] = [{ at: 'write' }, { days: 6 }, { at: 'chief' }];
    expect(on({ check: work('weigh', late(9)) }, struck)).toEqual(sameWay);
  });

  test('names the steps whose term or performers would be others', () => {
    expect(on({ check: work('weigh', { ...late(5), due: { workingDays: 4 } }), chief: work('done', { performers: [{ type: 'role', role: 'head' }] }) })).toEqual({ kind: 'sameWay', otherTerms: ['check'], otherPerformers: ['chief'] });
  });

  test('stops where another service is asked than the one that answered', () => {
    expect(on({ weigh: weigh({ handler: 'measure' }) })).toEqual({ kind: 'stops', at: 'weigh', why: { type: 'otherService', recorded: 'weigh', asked: 'measure' } });
  });

  test('stops at an incident, and names its node', () => {
    expect(on({ route: { type: 'exclusiveGateway', flows: [{ to: 'chief', when: { feel: 'sum > 1000' } }, { to: 'clerk', when: { feel: 'sum < 0' } }] } })).toEqual({ kind: 'stops', at: 'route', why: { type: 'fault', code: 'engine.noFlow' } });
  });

  test('stops where a form would not take what was submitted', () => {
    const version = versionOf({ begin: begin('fill'), fill: work('done', { form: 'paper', variable: 'paper' }), done: end });
    const recording = recordCase(version, [{ at: 'fill', data: { name: '' } }]);
    expect(dryRun(version, recording, (form, data) => (form === 'paper' && data['name'] === '' ? ['/name'] : []))).toEqual({ kind: 'stops', at: 'fill', why: { type: 'formRefuses', form: 'paper', fields: ['/name'] } });
    expect(dryRun(version, recording)).toEqual(sameWay);
  });

  test('tells of another number of parts', () => {
    const parts = (count: number): FlowNode => ({ type: 'userTask', title: 'Part', performers: [{ type: 'role', role: 'clerk' }], forEach: { items: { value: Array.from({ length: count }, (_, n) => n) }, as: 'item', mode: 'parallel' }, outcomes: { done: { title: 'Done', to: 'done' } } } as FlowNode);
    const recording = recordCase(versionOf({ begin: begin('each'), each: parts(3), done: end }), []);
    expect(dryRun(versionOf({ begin: begin('each'), each: parts(2), done: end }), recording)).toEqual({ kind: 'anotherWay', at: 'each', expected: { type: 'parts', count: 3 }, found: { type: 'parts', count: 2 } });
  });

  test('leaves out who is not asked any more, and does not stop for them', () => {
    const visas = (quorum: unknown): FlowNode => ({ type: 'approvalTask', title: 'Visas', performers: [{ type: 'role', role: 'clerk' }, { type: 'role', role: 'head' }], order: 'parallel', quorum, outcomes: { approved: { title: 'Yes', to: 'done' }, returned: { title: 'No', to: 'done' } } } as FlowNode);
    const recording = recordCase(versionOf({ begin: begin('visas'), visas: visas('all'), done: end }), [{ at: 'visas', outcome: 'approved' }, { at: 'visas', outcome: 'approved' }]);
    expect(dryRun(versionOf({ begin: begin('visas'), visas: visas('one'), done: end }), recording)).toEqual(sameWay);
  });
});
