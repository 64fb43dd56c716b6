import fc from 'fast-check';
import { advance } from './advance.js';
import { checkDefinition } from './check/check-definition.js';
import type { Command } from './command.js';
import { compile } from './compile/compile-definition.js';
import type { Compiled } from './compile/compiled.js';
import type { Effect } from './effect.js';
import type { Instance, Variables } from './instance.js';
import { replay } from './replay.js';
import { advanced, contextAt, startInput, THURSDAY } from './spec-support/scene.js';
import { definitionFrom, MAX_NODES, RESOURCES, STARTING_VARIABLES, type Block } from './spec-support/random-definition.js';
import { beginWalk, compiledFor, ROOT, tell, walkToEnd } from './spec-support/walk.js';

const leaves = fc.constantFrom<Block>({ kind: 'task' }, { kind: 'service' }, { kind: 'approval' }, { kind: 'sequentialTask' }, { kind: 'children' }, { kind: 'reminded' }, { kind: 'moment' }, { kind: 'message' }, { kind: 'throw' }, { kind: 'send' }, { kind: 'receive' }, { kind: 'signal' }, { kind: 'heard' }, { kind: 'decision' }, { kind: 'call' }, { kind: 'calls' }, ...(['eachService', 'serviceChildren', 'eachApproval', 'approvals', 'eachDecision', 'eachCall', 'loopedTask'] as const).map((kind): Block => ({ kind })), { kind: 'race' });

const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaves,
    fc.record({ kind: fc.constantFrom('sequence' as const, 'exclusive' as const, 'inclusive' as const, 'parallel' as const), blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('looped' as const, 'adHocInTurn' as const, 'adHocLast' as const, 'ownVariables' as const), block: tie('block') }),
    fc.record({ kind: fc.constantFrom('loop' as const, 'subProcess' as const, 'sequentialScope' as const, 'childScope' as const, 'timed' as const, 'aside' as const, 'repeating' as const, 'told' as const, 'called' as const, 'failing' as const, 'escalating' as const, 'judged' as const, 'undone' as const, 'transaction' as const, 'adHoc' as const, 'paused' as const, 'replaced' as const), block: tie('block') }),
  ),
})).block;

const definitions = blocks.map(definitionFrom).filter(({ nodes }) => Object.keys(nodes).length <= MAX_NODES);
const choices = fc.array(fc.nat(1_000), { maxLength: 60 });
/** Some cases carry more variables than are ever copied. */
const variables = fc.constantFrom(0, 100).map((more): Variables => ({ ...STARTING_VARIABLES, ...Object.fromEntries(Array.from({ length: more }, (_, i) => [`extra${i}`, i])) }));
const RUNS = { numRuns: 150 };

describe('every structured process, in whatever order its work is done', () => {
  test('is sound to the check', () => {
    fc.assert(fc.property(definitions, (definition) => {
      const answer = checkDefinition(definition, RESOURCES);
      expect(answer.kind === 'broken' ? answer.problems : []).toEqual([]);
    }), RUNS);
  });

  test('comes to its end with nothing left open', () => {
    fc.assert(fc.property(definitions, choices, variables, (definition, order, given) => {
      const walk = beginWalk(compile(definition, RESOURCES), given);
      walkToEnd(walk, order);
      for (const { instance, effects } of walk.cases.values()) {
        expect(instance).toMatchObject({ tokens: [], activities: [] });
        expect(instance.status).not.toBe('active');
        expect(openIn(effects)).toEqual({ tasks: [], timers: [], services: [], subscriptions: [] });
      }
      expect(walk.cases.get(ROOT)?.instance).toMatchObject({ status: 'completed', result: 'finished' });
    }), RUNS);
  });

  test('keeps its tokens, activities, ids and effects in agreement at every step', () => {
    fc.assert(fc.property(definitions, choices, variables, (definition, order, given) => {
      const compiled = compile(definition, RESOURCES);
      const walk = beginWalk(compiled, given, (_before, _command, { instance }) => expectInAgreement(compiledFor({ compiled }, instance), instance));
      walkToEnd(walk, order, 40);
      for (const { instance, effects } of walk.cases.values()) {
        const open = openIn(effects);
        expect(open.tasks).toEqual(instance.activities.flatMap(({ tasks }) => tasks.map(({ id }) => id)).sort());
        expect(open.timers).toEqual(instance.activities.flatMap(({ timers }) => timers.map(({ id }) => id)).sort());
        expect(open.subscriptions).toEqual(instance.activities.flatMap(({ subscriptions }) => (subscriptions ?? []).map(({ id }) => id)).sort());
      }
    }), RUNS);
  });

  test('never changes the snapshot that it is given, and goes on from its JSON as from itself', () => {
    fc.assert(fc.property(definitions, choices, variables, (definition, order, given) => {
      const compiled = deepFreeze(compile(deepFreeze(definition), RESOURCES));
      const steps: (readonly [Instance, Command, string, Instance, readonly Effect[]])[] = [];
      const walk = beginWalk(compiled, deepFreeze(given), (before, command, { instance, effects }) => {
        deepFreeze(instance);
        if (before && command) steps.push([before, command, walk.now, instance, effects]);
      });
      walkToEnd(walk, order, 40);
      for (const [before, command, now, after, effects] of steps) {
        const reloaded = advanced(advance(compiledFor({ compiled }, before), JSON.parse(JSON.stringify(before)) as Instance, command, contextAt(now)));
        expect(reloaded.instance).toEqual(after);
        expect(reloaded.effects).toEqual(effects);
      }
    }), { numRuns: 100 });
  });

  test('gives the same snapshot and the same effects when its commands are replayed', () => {
    fc.assert(fc.property(definitions, choices, variables, (definition, order, given) => {
      const compiled = compile(definition, RESOURCES);
      const walk = beginWalk(compiled, given);
      walkToEnd(walk, order, 60);
      const live = walk.cases.get(ROOT);
      const recording = JSON.parse(JSON.stringify({ input: { ...startInput, variables: given }, startedAt: THURSDAY, commands: live?.commands })) as Parameters<typeof replay>[1];
      const replayed = replay(compile(JSON.parse(JSON.stringify(definition)) as typeof definition, RESOURCES), recording, contextAt);
      expect(replayed.instance).toEqual(live?.instance);
      expect(replayed.effects.flat()).toEqual(live?.effects);
    }), RUNS);
  });

  test('is closed whole by a cancellation at any moment', () => {
    fc.assert(fc.property(definitions, choices, fc.nat(20), (definition, order, moment) => {
      const walk = beginWalk(compile(definition, RESOURCES), STARTING_VARIABLES);
      walkToEnd(walk, order, moment);
      if (walk.cases.get(ROOT)?.instance.status === 'active') tell(walk, ROOT, { type: 'cancelInstance', by: null, remark: false });
      for (const { instance, effects } of walk.cases.values()) {
        expect(instance.status).not.toBe('active');
        expect(instance).toMatchObject({ tokens: [], activities: [] });
        expect(openIn(effects)).toEqual({ tasks: [], timers: [], services: [], subscriptions: [] });
      }
    }), RUNS);
  });

  test('keeps personal values out of its history', () => {
    fc.assert(fc.property(definitions, choices, (definition, order) => {
      const secret = 'Иванова Мария';
      const walk = beginWalk(compile(definition, RESOURCES), { ...STARTING_VARIABLES, choice: { n: 0, name: secret } });
      walkToEnd(walk, order, 40);
      for (const { effects } of walk.cases.values()) expect(JSON.stringify(effects.filter(({ type }) => type === 'history'))).not.toContain(secret);
    }), { numRuns: 100 });
  });
});

interface Open { readonly tasks: readonly string[]; readonly timers: readonly string[]; readonly services: readonly number[]; readonly subscriptions: readonly string[] }

/** Folds the effects as the shell would: what is open by them. Throws where something is opened twice or closed without being open. */
function openIn(effects: readonly Effect[]): Open {
  const tasks = new Set<string>();
  const timers = new Set<string>();
  const services = new Set<number>();
  const subscriptions = new Set<string>();
  const everTasks = new Set<string>();
  for (const effect of effects) {
    if (effect.type === 'openTask') {
      expect(everTasks.has(effect.task.id)).toBe(false);
      everTasks.add(effect.task.id);
      tasks.add(effect.task.id);
    } else if (effect.type === 'updateTask') expect(tasks.has(effect.task.id)).toBe(true);
    else if (effect.type === 'closeTask') expect(tasks.delete(effect.task)).toBe(true);
    else if (effect.type === 'setTimer') timers.add(effect.timer.id);
    else if (effect.type === 'cancelTimer') expect(timers.delete(effect.timer)).toBe(true);
    else if (effect.type === 'subscribe') subscriptions.add(effect.subscription.id);
    else if (effect.type === 'unsubscribe') expect(subscriptions.delete(effect.subscription)).toBe(true);
    else if (effect.type === 'callService') services.add(effect.activity);
    else if (effect.type === 'cancelService') expect(services.delete(effect.activity)).toBe(true);
    else if (effect.type === 'history' && effect.fact.kind === 'timerFired') expect(timers.delete(String(effect.fact.data['timer']))).toBe(true);
    else if (effect.type === 'history' && effect.fact.kind === 'serviceCompleted') expect(services.delete(effect.fact.activity ?? -1)).toBe(true);
  }
  return { tasks: [...tasks].sort(), timers: [...timers].sort(), services: [...services], subscriptions: [...subscriptions].sort() };
}

function expectInAgreement(compiled: Compiled, instance: Instance): void {
  const { tokens, activities } = instance;
  const ids = [...tokens.map(({ id }) => id), ...activities.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(0, ...ids)).toBeLessThan(instance.nextId);
  for (const activity of activities) {
    if (activity.listening) expect(activity).toMatchObject({ token: 0, tasks: [], children: null });
    else expect(tokens.find(({ id }) => id === activity.token)).toMatchObject({ node: activity.node, scope: activity.scope });
    if (activity.scope !== null) expect(activities.some(({ id }) => id === activity.scope)).toBe(true);
    expect(activity.timers.every(({ task }) => task === null || activity.tasks.some(({ id }) => id === task))).toBe(true);
  }
  for (const token of tokens) {
    const holders = activities.filter((activity) => activity.token === token.id);
    const waits = compiled.incoming.has(token.node);
    expect(holders).toHaveLength(waits ? 0 : 1);
  }
  expect(tokens.length > 0).toBe(instance.status === 'active');
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (value instanceof Map) for (const item of value.values()) deepFreeze(item as unknown);
  for (const item of Object.values(value)) deepFreeze(item as unknown);
  return value;
}
