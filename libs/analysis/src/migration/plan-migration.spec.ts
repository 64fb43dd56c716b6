import { compileCalendar } from '@reglament/calendar';
import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import { advance, compile, PLAIN_MIGRATION, start, stuckJoins, type Compiled, type Context, type Instance, type Migration, type Outcome, type Variables } from '@reglament/engine';
import fc from 'fast-check';
import type { MigrationPlan } from './plan.js';
import { planMigration } from './plan-migration.js';
import { suggestNodes } from './suggest-nodes.js';
import { tellReason } from './tell-reason.js';

const OFFICE = '00000000-0000-4000-8000-000000000001';
const years = { 2026: { status: 'approved' as const, basis: 'test', days: {} }, 2027: { status: 'approved' as const, basis: 'test', days: {} } };
const calendar = compileCalendar({ format: 1, id: 'plain', title: 'Plain weeks', timeZone: 'Europe/Moscow', years });
const context: Context = { now: '2026-11-05T07:00:00.000Z', organisations: new Map([[OFFICE, { id: OFFICE, calendar, superiors: [] }]]) };
const actor = { person: 'person:00000000-0000-4000-8000-000000000101', right: { kind: 'direct' as const } };
const order = { by: actor, submission: null };

type Nodes = ProcessDefinition['nodes'];
const definitionOf = (nodes: Nodes, more: Partial<ProcessDefinition> = {}): ProcessDefinition => ({ format: 1, key: 'p', title: 'P', nodes, ...more });
const compiledOf = (nodes: Nodes, more: Partial<ProcessDefinition> = {}): Compiled => compile(definitionOf(nodes, more));
const task = (to: string, more: object = {}): FlowNode => ({ type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'clerk' }], outcomes: { done: { title: 'Done', to } }, ...more }) as FlowNode;
const advanced = (outcome: Outcome): Instance => {
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.code);
  return outcome.instance;
};
const begun = (compiled: Compiled, variables: Variables = {}): Instance => advanced(start(compiled, { id: 'case', organisation: OFFICE, starter: actor, startEvent: null, data: null, submission: null, variables }, context));
const completed = (compiled: Compiled, instance: Instance, node: string): Instance => {
  const open = instance.activities.find((activity) => activity.node === node)?.tasks[0];
  return advanced(advance(compiled, instance, { type: 'completeTask', task: open?.id ?? '', outcome: 'done', by: actor, data: null, submission: null, remark: false, facts: null }, context));
};
const planned = (before: Compiled, after: Compiled, instance: Instance, migration: Partial<Migration> = {}): MigrationPlan => planMigration(before, after, instance, { ...PLAIN_MIGRATION, ...migration }, order, context);
const told = ({ reasons }: MigrationPlan): readonly string[] => reasons.map(({ code, node, about }) => [code, node, about].filter((part) => part !== null).join(' '));

const line = (first: object = {}, last: object = {}): Nodes => ({ begin: { type: 'startEvent', next: 'a' }, a: task('b', first), b: task('done', last), done: { type: 'endEvent' } });
const forked = (branches: readonly string[]): Nodes => ({
  begin: { type: 'startEvent', next: 'split' }, split: { type: 'parallelGateway', flows: branches.map((to) => ({ to })) },
  ...Object.fromEntries(branches.map((key) => [key, task('join')])), join: { type: 'parallelGateway', flows: [{ to: 'last' }] }, last: task('done'), done: { type: 'endEvent' },
});

describe('a plan for one case', () => {
  it('is safe where nothing that it stands on has changed', () => {
    const before = compiledOf(line());
    const after = compiledOf({ ...line(), b: task('c'), c: task('done') });
    const plan = planned(before, after, begun(before));
    expect(plan).toMatchObject({ verdict: 'safe', reasons: [], choices: [] });
    expect(plan.moved?.instance.definitionHash).toBe(after.hash);
  });

  it('is blocked where a token would be stranded, and opened by saying which step it is now', () => {
    const before = compiledOf(line());
    const after = compiledOf({ begin: { type: 'startEvent', next: 'first' }, first: task('b'), b: task('done'), done: { type: 'endEvent' } });
    const instance = begun(before);
    expect(planned(before, after, instance)).toMatchObject({ verdict: 'blocked', moved: null, reasons: [{ code: 'nodeGone', node: 'a' }] });
    expect(planned(before, after, instance, { nodes: { a: 'first' } }).verdict).toBe('safe');
    expect(suggestNodes(before.definition, after.definition)).toEqual({ a: 'first' });
  });

  it('asks what becomes of a term that has changed, once, and is safe when it has been said', () => {
    const before = compiledOf(line({ due: { workingDays: 3 } }));
    const after = compiledOf(line({ due: { workingDays: 5 } }));
    const instance = begun(before);
    expect(planned(before, after, instance)).toMatchObject({ verdict: 'choice', choices: [{ kind: 'terms', node: 'a' }], moved: null });
    const [kept, anew] = (['keep', 'recompute'] as const).map((choice) => planned(before, after, instance, { terms: { a: choice } }));
    expect(kept?.moved?.instance.activities).toEqual(instance.activities);
    expect(anew?.moved?.instance.activities[0]?.tasks[0]?.dueAt).toBe(begun(after).activities[0]?.tasks[0]?.dueAt);
  });

  it('does not ask about terms of steps that are not open', () => {
    const before = compiledOf(line());
    expect(planned(before, compiledOf(line({}, { due: { workingDays: 5 } })), begun(before)).verdict).toBe('safe');
  });

  it('says of an open task that its form is another and its performers stay', () => {
    const before = compiledOf(line());
    const plan = planned(before, compiledOf(line({ performers: [{ type: 'role', role: 'head' }] })), begun(before));
    expect(plan).toMatchObject({ verdict: 'safe', reasons: [{ code: 'performersKept', weight: 'note', node: 'a' }] });
  });
});

describe('reachability of the marking', () => {
  it('blocks a branch that was added behind the case: the join would wait for ever', () => {
    const before = compiledOf(forked(['a', 'b']));
    const after = compiledOf(forked(['a', 'b', 'c']));
    expect(told(planned(before, after, begun(before)))).toEqual(['joinStarved join c']);
    const behind = completed(before, completed(before, begun(before), 'a'), 'b');
    expect(planned(before, after, behind).verdict).toBe('safe');
  });

  it('blocks a step that has got a neighbour in the new version only', () => {
    const before = compiledOf(line());
    const after = compiledOf({ ...forked(['a', 'x']) });
    expect(told(planned(before, after, begun(before)))).toEqual(['joinStarved join x']);
  });

  it('blocks steps that were side by side and follow each other now', () => {
    const before = compiledOf(forked(['a', 'b']));
    const after = compiledOf({ begin: { type: 'startEvent', next: 'a' }, a: task('b'), b: task('last'), last: task('done'), done: { type: 'endEvent' } });
    expect(told(planned(before, after, begun(before)))).toEqual(['tokensMeet b a']);
  });

  it('agrees, for every split of up to four branches and every marking of it, with what really becomes of the case', () => {
    const sets = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 });
    fc.assert(fc.property(sets, sets, fc.subarray(['a', 'b', 'c', 'd']), (were, are, done) => {
      const [before, after] = [compiledOf(forked(were)), compiledOf(forked(are))];
      let instance = begun(before);
      for (const node of done) if (instance.activities.some((activity) => activity.node === node)) instance = completed(before, instance, node);
      const { moved } = planned(before, after, instance);
      if (moved === null) {
        const stranded = were.some((key) => !are.includes(key)) || are.some((key) => !were.includes(key));
        expect(stranded).toBe(true);
        return;
      }
      let open = moved.instance;
      for (let i = 0; open.status === 'active' && i < 10; i++) {
        expect(stuckJoins(after, open)).toEqual([]);
        open = completed(after, open, open.activities[0]?.node ?? '');
      }
      expect(open.status).toBe('completed');
    }), { numRuns: 150 });
  });
});

describe('required data', () => {
  const choosing = (condition: object, next = 'choose'): Nodes => ({
    begin: { type: 'startEvent', next: 'a' }, a: task(next, { variable: 'form' }), choose: { type: 'exclusiveGateway', flows: [{ to: 'b', when: condition as never }, { to: 'done', default: true }] }, b: task('done'), done: { type: 'endEvent' },
  });
  const variables = { amount: { type: 'number' as const, title: 'Amount' }, form: { type: 'object' as const, title: 'Form' } };
  const before = compiledOf(line(), { variables });

  it('that the way ahead reads and nothing sets is asked for', () => {
    const after = compiledOf(choosing({ variable: 'amount', operator: 'greater', value: 5 }), { variables });
    const instance = begun(before);
    expect(planned(before, after, instance)).toMatchObject({ verdict: 'choice', choices: [{ kind: 'data', variable: 'amount', node: 'choose' }] });
    const given = planned(before, after, instance, { variables: { amount: 7 } });
    expect(given.verdict).toBe('safe');
    expect(given.moved?.instance.variables).toEqual({ amount: 7 });
    expect(completed(after, given.moved?.instance as Instance, 'a').activities[0]?.node).toBe('b');
  });

  it('that the case has, or a step on the way sets first, is not', () => {
    const after = compiledOf(choosing({ variable: 'amount', operator: 'greater', value: 5 }), { variables });
    expect(planned(before, after, begun(before, { amount: 1 })).verdict).toBe('safe');
    expect(planned(before, compiledOf(choosing({ variable: 'form', operator: 'isNotEmpty' }), { variables }), begun(before)).verdict).toBe('safe');
  });

  it('that the case has always done without is not', () => {
    const reading = choosing({ variable: 'amount', operator: 'greater', value: 5 });
    const was = compiledOf(reading, { variables });
    expect(planned(was, compiledOf({ ...reading, b: task('done', { title: 'Other' }) }, { variables }), begun(was)).verdict).toBe('safe');
  });
});

describe('the words of a plan', () => {
  it('name the step by its title, in both languages', () => {
    const before = definitionOf(line({ title: { ru: 'Проверка', en: 'Check' } }));
    const words = tellReason({ code: 'termsChanged', weight: 'choice', node: 'a', about: null }, { before, after: before });
    expect(words).toEqual({ ru: 'Срок шага «Проверка» изменился: оставить прежний или пересчитать', en: 'The term of step “Check” has changed: keep it or count it anew' });
  });
});
