import fc from 'fast-check';
import { PERMISSIONS } from '@reglament/contracts';
import type { CaseObject, TaskObject } from './access-object.js';
import { decide } from './decide.js';
import type { AccessFacts, Holdings, StandIn } from './facts.js';
import { keyList, performerKeys } from './performer-keys.js';
import { POLICIES, type PolicyName } from './policies.js';
import { subjectOf } from './subject.js';

const ORGANISATIONS = ['a', 'b', 'c'];
const pathOf = (organisation: string): string => `/root/${organisation}`;
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
const period = fc.tuple(fc.option(date), fc.option(date)).map(([from, to]) => (from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }));
const person = fc.constantFrom('person:1', 'person:2', 'person:3');
const role = fc.constantFrom('writer', 'checker');
const organisation = fc.constantFrom(...ORGANISATIONS);

const holdings = (who: fc.Arbitrary<string>): fc.Arbitrary<Holdings> => fc.record({
  person: who,
  roles: fc.array(fc.tuple(role, organisation, period, fc.subarray([...PERMISSIONS]))
    .map(([held, at, when, permissions]) => ({ role: held, organisation: at, path: pathOf(at), permissions, ...when })), { maxLength: 3 }),
  positions: fc.array(fc.tuple(role, organisation, period, fc.boolean())
    .map(([held, at, when, head]) => ({ position: held, organisation: at, path: pathOf(at), head, ...when })), { maxLength: 2 }),
});
const standIn: fc.Arbitrary<StandIn> = fc.tuple(fc.uuid(), holdings(fc.constantFrom('person:2', 'person:3')), period, fc.option(fc.subarray(['writer', 'checker'])))
  .map(([substitution, absent, when, only]) => ({ substitution, absent, only, ...when }));
const facts: fc.Arbitrary<AccessFacts> = fc.record({ own: holdings(fc.constant('person:1')), standsInFor: fc.array(standIn, { maxLength: 3 }) });

const partyReference = fc.oneof(person, fc.tuple(role, organisation).map(([held, at]) => `role:${held}@${at}`), organisation.map((at) => `organisation:${at}`));
const parties = fc.array(partyReference, { maxLength: 3 });
const caseObject: fc.Arbitrary<CaseObject> = fc.record({
  type: fc.constant('case' as const), path: organisation.map(pathOf), starter: fc.option(person), participants: parties, observers: parties, cancellers: parties,
});
const taskObject: fc.Arbitrary<TaskObject> = fc.record({
  type: fc.constant('task' as const), path: organisation.map(pathOf), performers: parties, assignee: fc.option(partyReference),
  excluded: fc.array(person, { maxLength: 2 }), open: fc.constant(true), inCase: caseObject,
});
const workOnTasks: PolicyName[] = ['task.complete', 'task.claim', 'task.saveDraft', 'task.delegate', 'task.check', 'task.addApprover'];

describe('what a person may do', () => {
  it('an excluded person completes by no right whatever', () => {
    fc.assert(fc.property(facts, date, taskObject, (known, today, task) => {
      const excluded = { ...task, excluded: [...task.excluded, known.own.person] };
      for (const policy of workOnTasks) {
        expect(decide(policy as 'task.complete', subjectOf(known, today), excluded).allowed).toBe(false);
      }
    }));
  });

  it('a right through an excluded person completes nothing', () => {
    fc.assert(fc.property(facts, date, taskObject, (known, today, task) => {
      const decision = decide('task.complete', subjectOf(known, today), task);
      if (decision.allowed && decision.right.kind === 'substitute') expect(task.excluded).not.toContain(decision.right.for);
    }));
  });

  it('a substitution gives nothing outside its dates', () => {
    fc.assert(fc.property(facts, date, taskObject, (known, today, task) => {
      const current = known.standsInFor.filter((each) => (each.from ?? '') <= today && today <= (each.to ?? '9999'));
      const expected = decide('task.complete', subjectOf({ ...known, standsInFor: current }, today), task);
      expect(decide('task.complete', subjectOf(known, today), task)).toEqual(expected);
    }));
  });

  it('a substitution gives no more keys than the absent person has', () => {
    fc.assert(fc.property(facts, date, (known, today) => {
      const own = keyList(performerKeys({ own: known.own, standsInFor: [] }, today));
      const absent = known.standsInFor.flatMap((each) => keyList(performerKeys({ own: each.absent, standsInFor: [] }, today)));
      for (const key of keyList(performerKeys(known, today))) expect([...own, ...absent]).toContain(key);
    }));
  });

  it('a substitution never passes on a permission', () => {
    fc.assert(fc.property(facts, date, organisation, (known, today, at) => {
      const object = { type: 'organisation' as const, path: pathOf(at) };
      const alone = decide('incident.retry', subjectOf({ ...known, standsInFor: [] }, today), object);
      expect(decide('incident.retry', subjectOf(known, today), object)).toEqual(alone);
    }));
  });

  it('whoever may do something may also see it', () => {
    fc.assert(fc.property(facts, date, taskObject, (known, today, task) => {
      const subject = subjectOf(known, today);
      for (const policy of workOnTasks) {
        if (decide(policy as 'task.complete', subject, task).allowed) expect(decide('task.read', subject, task).allowed).toBe(true);
      }
    }));
  });

  it('a claimed task is completed by its assignee alone, or by whoever stands in for the assignee', () => {
    fc.assert(fc.property(facts, date, taskObject, person, (known, today, task, assignee) => {
      const decision = decide('task.complete', subjectOf(known, today), { ...task, assignee });
      if (decision.allowed) expect(decision.key).toBe(assignee);
    }));
  });
});

describe('refusals', () => {
  const nobody = subjectOf({ own: { person: 'person:9', roles: [], positions: [] }, standsInFor: [] }, '2026-11-22');
  const inCase: CaseObject = { type: 'case', path: '/root/a', starter: 'person:1', participants: [], observers: [], cancellers: [] };
  const task: TaskObject = { type: 'task', path: '/root/a', performers: ['role:checker@a'], assignee: null, excluded: ['person:1'], open: true, inCase };

  it('a stranger does not learn that the task exists', () => {
    expect(decide('task.complete', nobody, task)).toMatchObject({ allowed: false, reason: 'notVisible' });
  });

  it('who sees the case but has no part in the task is told that it is forbidden', () => {
    const starter = subjectOf({ own: { person: 'person:1', roles: [], positions: [] }, standsInFor: [] }, '2026-11-22');
    expect(decide('task.complete', starter, { ...task, excluded: [] })).toMatchObject({ allowed: false, reason: 'forbidden' });
  });

  it('the author who also holds the checking role is told of the four-eyes rule', () => {
    const own: Holdings = { person: 'person:1', positions: [], roles: [{ role: 'checker', organisation: 'a', path: '/root/a', permissions: [], from: null, to: null }] };
    const decision = decide('task.complete', subjectOf({ own, standsInFor: [] }, '2026-11-22'), task);
    expect(decision).toMatchObject({ allowed: false, reason: 'forbidden' });
    expect(decision.why).toMatchObject({ ru: expect.stringContaining('четырёх глаз') });
  });

  it('a role in one organisation gives no permission in its neighbour with a longer name', () => {
    const own: Holdings = { person: 'person:1', positions: [], roles: [{ role: 'x', organisation: '2', path: '/1/2', permissions: ['seeIncidents'], from: null, to: null }] };
    const subject = subjectOf({ own, standsInFor: [] }, '2026-11-22');
    expect(decide('incident.read', subject, { type: 'organisation', path: '/1/20' }).allowed).toBe(false);
    expect(decide('incident.read', subject, { type: 'organisation', path: '/1/2/3' }).allowed).toBe(true);
  });

  it('every policy refuses somebody who holds nothing, save what is open to all who signed in', () => {
    const objects: Record<string, unknown> = {
      task, case: inCase, action: { type: 'action', path: '/root/a', performers: ['role:checker@a'], inCase },
      record: { type: 'record', path: '/root/a', readers: ['role:checker@a'] },
      document: { type: 'document', path: '/root/a', registered: true, parties: [], inCase }, organisation: { type: 'organisation', path: '/root/a' },
    };
    for (const name of Object.keys(POLICIES) as PolicyName[]) {
      const kind = name.split('.')[0]!;
      const object = name === 'case.start' ? { type: 'start', path: '/root/a', performers: ['role:checker@a'] } : (objects[kind] ?? objects['organisation']);
      expect({ name, allowed: decide(name, nobody, object as never).allowed }).toEqual({ name, allowed: false });
    }
  });
});
