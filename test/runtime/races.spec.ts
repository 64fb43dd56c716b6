import type { Caller, Runtime } from '@reglament/runtime';
import { definitionOf, end, work } from './definitions.js';
import { openSmallOffice, type SmallOffice } from './small-office.js';

// A real database on a busy machine.
jest.setTimeout(60_000);

let office: SmallOffice;
let other: Runtime;
let people: Caller[];

beforeAll(async () => {
  office = await openSmallOffice();
  other = await office.another();
  people = await Promise.all(Array.from({ length: 16 }, () => office.person('worker', 'boss')));
  await office.publish(definitionOf('plain', { first: work('second'), second: work('done'), done: end }, { cancel: { performers: [{ type: 'role', role: 'boss' }] } }));
  await office.publish(definitionOf('timed', {
    first: work('done', { on: [{ type: 'timer', key: 'late', after: { duration: 'PT1H' }, interrupting: true, to: 'missed' }] }), done: end, missed: { type: 'endEvent', result: 'missed' },
  }));
});
afterAll(() => office.close());

const ROUNDS = 10;
const done = { outcome: 'done' };

/** A new case of the definition with its open task, as the worker finds it. */
async function caseWithTask(definition: string): Promise<{ readonly instance: string; readonly task: string }> {
  const instance = await office.start(people[0]!, definition);
  return { instance, task: (await office.tasks(instance))[0]!.id };
}

describe('two who act on one task at the same moment', () => {
  it('complete it once: one is answered 200, every other who did it and when', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { instance, task } = await caseWithTask('plain');
      const answers = await Promise.all(people.map((caller, i) => (i % 2 ? other : office.runtime).completeTask(caller, { task, body: done, idempotencyKey: null })));
      const refused = answers.filter((answer) => !answer.ok);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      for (const answer of refused) expect(answer).toMatchObject({ refusal: { status: 409, code: 'taskAlreadyCompleted', completedBy: { title: expect.stringContaining('Person'), at: expect.any(String) } } });
      expect(await office.count(`history where instance = $1 and kind = 'taskCompleted'`, instance)).toBe(1);
      expect(await office.count(`tasks where instance = $1 and status = 'open'`, instance)).toBe(1);
    }
  });

  it('with one key are one command with one answer', async () => {
    const [me] = people;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { instance, task } = await caseWithTask('plain');
      const key = `same-${round}`;
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? other : office.runtime).completeTask(me!, { task, body: done, idempotencyKey: key })));
      const values = answers.map((answer) => (answer.ok ? { ...answer.value, message: null } : answer.refusal));
      expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
      expect(answers.every((answer) => answer.ok)).toBe(true);
      expect(await office.count(`history where instance = $1 and kind = 'taskCompleted'`, instance)).toBe(1);
    }
  });

  it('claim it for one of them, and the other cannot complete it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { instance, task } = await caseWithTask('plain');
      const [claimed, completed] = await Promise.all([office.runtime.claimTask(people[1]!, task), other.completeTask(people[2]!, { task, body: done, idempotencyKey: null })]);
      // Completed first, the task is closed for the claim; claimed first, it is the claimer's. Both would mean that one was not asked.
      expect([claimed.ok, completed.ok]).not.toEqual([true, true]);
      expect([claimed.ok, completed.ok]).not.toEqual([false, false]);
      expect(await office.count(`tasks where id = $1 and status = 'completed'`, task)).toBe(completed.ok ? 1 : 0);
      expect(await office.count(`history where instance = $1 and kind in ('taskCompleted', 'taskClaimed')`, instance)).toBe(1);
    }
  });

  it('complete it and cancel the case in one order or the other, never in both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { instance, task } = await caseWithTask('plain');
      const [completed, cancelled] = await Promise.all([
        office.runtime.completeTask(people[1]!, { task, body: done, idempotencyKey: null }),
        other.cancelInstance(people[2]!, { instance, body: { remark: 'no longer needed' }, idempotencyKey: null }),
      ]);
      expect(cancelled.ok).toBe(true);
      if (!completed.ok) expect(completed.refusal).toMatchObject({ status: 409 });
      expect(await office.count(`tasks where instance = $1 and status = 'open'`, instance)).toBe(0);
      expect(await office.count(`process_instances where id = $1 and status = 'cancelled'`, instance)).toBe(1);
    }
  });

  it('complete it or miss it when its time runs out at that moment', async () => {
    const cases: { readonly instance: string; readonly task: string }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) cases.push(await caseWithTask('timed'));
    office.later(2 * 3600);
    const [answers] = await Promise.all([
      Promise.all(cases.map(({ task }) => other.completeTask(people[1]!, { task, body: done, idempotencyKey: null }))),
      office.settle(),
    ]);
    await office.settle();
    for (const [i, { instance }] of cases.entries()) {
      const missed = await office.count(`process_instances where id = $1 and result = 'missed'`, instance);
      expect(missed).toBe(answers[i]!.ok ? 0 : 1);
      expect(await office.count('timers where instance = $1', instance)).toBe(0);
    }
  });
});

describe('a key that was used', () => {
  it('with another body is refused', async () => {
    const { task } = await caseWithTask('plain');
    const [me] = people;
    expect((await office.runtime.completeTask(me!, { task, body: done, idempotencyKey: 'k' })).ok).toBe(true);
    expect(await office.runtime.completeTask(me!, { task, body: { outcome: 'done', remark: 'other' }, idempotencyKey: 'k' })).toMatchObject({ ok: false, refusal: { status: 422, code: 'idempotencyKeyReused' } });
  });

  it('by somebody else is that person\'s own', async () => {
    const first = await caseWithTask('plain');
    const second = await caseWithTask('plain');
    expect((await office.runtime.completeTask(people[0]!, { task: first.task, body: done, idempotencyKey: 'shared' })).ok).toBe(true);
    expect((await office.runtime.completeTask(people[1]!, { task: second.task, body: done, idempotencyKey: 'shared' })).ok).toBe(true);
  });

  it('to start a case twice starts one', async () => {
    const before = await office.count('process_instances');
    const answers = await Promise.all([office.runtime, other, office.runtime, other].map((each) => each.startInstance(people[0]!, { body: { definition: 'plain' }, idempotencyKey: 'begin' })));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.instance : answer.refusal.code))).size).toBe(1);
    expect((await office.count('process_instances')) - before).toBe(1);
  });
});
