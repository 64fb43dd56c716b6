import type { FlowNode } from '@reglament/contracts';
import fc from 'fast-check';
import { actor, begin, complete, completionOf, effectsOf, end, factsOf, give, person, refusalOf, startTo, task, taskAt, tasksAt } from '../spec-support/scene.js';

const suspend = { type: 'suspendInstance' as const, by: actor(9), remark: true, submission: 'hash' };
const resume = { type: 'resumeInstance' as const, by: actor(9), remark: true, submission: 'hash' };
const withParent = { by: null, remark: false, submission: null };
const office = {
  begin: startTo('work'),
  work: task('next', { due: { workingDays: 5 }, remind: [{ before: { workingDays: 1 } }], on: [{ type: 'timer', key: 'stale', after: { workingDays: 20 }, interrupting: false, to: 'note' }] }),
  next: task('done', { due: { workingDays: 2 } }), note: end(), done: end('done'),
};
const calling = { begin: startTo('call'), call: { type: 'callActivity', title: 'Call', process: 'other', next: 'done' } as FlowNode, done: end() };

describe('a suspended case', () => {
  test('takes no work, and says so', () => {
    const scene = begin(office);
    give(scene, suspend);
    expect(refusalOf(scene, completionOf(taskAt(scene.instance, 'work').id))).toEqual({ code: 'suspended', node: null });
    expect(refusalOf(scene, suspend)).toEqual({ code: 'suspendedAlready' });
    expect(scene.instance).toMatchObject({ status: 'active', suspended: { own: true } });
  });

  test('has no clock that runs, and after the resumption each has the time it had left', () => {
    const scene = begin(office);
    const due = taskAt(scene.instance, 'work').dueAt;
    expect(due).toBe('2026-11-12T15:00:00.000Z');
    scene.now = '2026-11-06T07:00:00.000Z';
    const effects = give(scene, suspend);
    expect(effectsOf(effects, 'cancelTimer')).toHaveLength(2);
    expect(scene.instance.activities.flatMap(({ timers }) => timers)).toEqual([]);
    expect(taskAt(scene.instance, 'work').dueAt).toBeNull();
    // A fortnight later: four working days were left.
    scene.now = '2026-11-20T07:00:00.000Z';
    give(scene, resume);
    expect(taskAt(scene.instance, 'work').dueAt).toBe('2026-11-26T15:00:00.000Z');
    expect(scene.instance.activities[0]?.timers.map(({ kind }) => kind).sort()).toEqual(['boundary', 'reminder']);
    expect(scene.instance.suspended).toBeUndefined();
    complete(scene, 'work');
  });

  test('resumed at once is as it was, whatever its term', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom('workingDays', 'calendar'), (n, unit) => {
      const scene = begin({ ...office, work: task('done', { due: unit === 'workingDays' ? { workingDays: n } : { duration: `P${n}D` } }) });
      const before = taskAt(scene.instance, 'work').dueAt;
      give(scene, suspend);
      give(scene, resume);
      expect(taskAt(scene.instance, 'work').dueAt).toBe(before);
    }), { numRuns: 30 });
  });

  test('still takes what was under way outside, and what that opens stands still as well', () => {
    const scene = begin({ begin: startTo('ask'), ask: { type: 'serviceTask', title: 'Ask', handler: 'check', next: 'next' } as FlowNode, next: task('done', { due: { workingDays: 2 } }), done: end() });
    give(scene, suspend);
    give(scene, { type: 'completeServiceTask', activity: scene.instance.activities[0]?.id ?? -1, result: {} });
    expect(tasksAt(scene.instance, 'next')).toMatchObject([{ dueAt: null }]);
    scene.now = '2026-11-12T07:00:00.000Z';
    give(scene, resume);
    expect(taskAt(scene.instance, 'next').dueAt).toBe('2026-11-16T15:00:00.000Z');
  });

  test('may be cancelled', () => {
    const scene = begin(office);
    give(scene, suspend);
    give(scene, { type: 'cancelInstance', by: actor(9), remark: true });
    expect(scene.instance).toMatchObject({ status: 'cancelled' });
    expect(scene.instance.suspended).toBeUndefined();
  });

  test('tells its children to follow it, once for each way', () => {
    const scene = begin(calling);
    const activity = scene.instance.activities[0]?.id;
    expect(effectsOf(give(scene, suspend), 'alignChildren')).toEqual([{ type: 'alignChildren', activity }]);
    expect(effectsOf(give(scene, { type: 'suspendInstance', ...withParent }), 'alignChildren')).toEqual([]);
    expect(effectsOf(give(scene, resume), 'alignChildren')).toEqual([]);
    expect(effectsOf(give(scene, { type: 'resumeInstance', ...withParent }), 'alignChildren')).toHaveLength(1);
  });

  test('runs again only when neither its own suspension nor that of its parent holds', () => {
    const scene = begin(office, {}, { parent: { instance: 'above', activity: 1, index: 0 } });
    give(scene, { type: 'suspendInstance', ...withParent });
    expect(refusalOf(scene, resume)).toEqual({ code: 'suspendedWithParent', parent: 'above' });
    give(scene, suspend);
    give(scene, { type: 'resumeInstance', ...withParent });
    expect(scene.instance.suspended).toMatchObject({ own: true });
    expect(refusalOf(scene, { type: 'resumeInstance', ...withParent })).toEqual({ code: 'notSuspended' });
    give(scene, resume);
    expect(scene.instance.suspended).toBeUndefined();
  });

  test('keeps who did it and why in history, and nothing that anybody typed', () => {
    const scene = begin(office);
    expect(refusalOf(scene, { ...suspend, remark: false })).toEqual({ code: 'remarkRequired', outcome: 'suspend' });
    give(scene, suspend);
    expect(refusalOf(scene, { ...resume, remark: false })).toEqual({ code: 'remarkRequired', outcome: 'resume' });
    give(scene, resume);
    expect(factsOf(scene.effects).filter(({ kind }) => kind === 'instanceSuspended' || kind === 'instanceResumed')).toMatchObject([{ by: person(9), data: { withParent: false, submission: 'hash' } }, { by: person(9), data: { withParent: false, submission: 'hash' } }]);
  });
});
