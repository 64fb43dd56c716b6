import type { FlowNode, ProcessDefinition } from '@reglament/contracts';
import fc from 'fast-check';
import type { Command } from '../command.js';
import { compile } from '../compile/compile-definition.js';
import type { Compiled } from '../compile/compiled.js';
import type { Instance } from '../instance.js';
import { replay, type RecordedCommand } from '../replay.js';
import { definitionFrom, MAX_NODES, RESOURCES, STARTING_VARIABLES, type Block } from '../spec-support/random-definition.js';
import { contextAt, startInput, THURSDAY } from '../spec-support/scene.js';
import { beginWalk, ROOT, walkToEnd, type Walk, type Walked } from '../spec-support/walk.js';
import { migrate } from './migrate.js';
import { PLAIN_MIGRATION, type Migration } from './migration.js';
import { undoMigration } from './undo-migration.js';

const leaves = fc.constantFrom<Block>({ kind: 'task' }, { kind: 'service' }, { kind: 'approval' }, { kind: 'sequentialTask' }, { kind: 'children' }, { kind: 'reminded' }, { kind: 'moment' }, { kind: 'message' }, { kind: 'decision' }, { kind: 'call' });
const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaves,
    fc.record({ kind: fc.constantFrom('sequence' as const, 'exclusive' as const, 'parallel' as const), blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('loop' as const, 'subProcess' as const, 'sequentialScope' as const, 'childScope' as const, 'timed' as const, 'aside' as const, 'told' as const, 'adHoc' as const, 'paused' as const, 'replaced' as const), block: tie('block') }),
  ),
})).block;
const definitions = blocks.map(definitionFrom).filter(({ nodes }) => Object.keys(nodes).length <= MAX_NODES);
const choices = fc.array(fc.nat(1_000), { maxLength: 25 });

/** Every node under another key, and other words. */
function renamed(definition: ProcessDefinition): { readonly definition: ProcessDefinition; readonly nodes: Migration['nodes'] } {
  const nodes = Object.fromEntries(Object.keys(definition.nodes).map((key) => [key, `n-${key}`]));
  const anew = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return ['to', 'next', 'in'].includes(name) ? nodes[value] : name === 'title' ? `${value}!` : value;
    if (Array.isArray(value)) return value.map((item: unknown) => anew(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, anew(item, key)]));
  };
  return { nodes, definition: { ...definition, nodes: Object.fromEntries(Object.entries(definition.nodes).map(([key, node]) => [nodes[key] as string, anew(node, '') as FlowNode])) } };
}

/**
 * A gateway with one way on, put into some flows that lead to no join: a step that nobody sees. Where branches run side by side it would be seen:
 * they take their turns, and their ids, in another order.
 */
function withSteps(definition: ProcessDefinition, picks: readonly number[]): ProcessDefinition {
  if (Object.values(definition.nodes).some(({ type }) => type === 'parallelGateway')) return definition;
  const nodes: { [key: string]: FlowNode } = { ...definition.nodes };
  const keys = Object.keys(definition.nodes);
  picks.forEach((pick, i) => {
    const key = keys[pick % keys.length] as string;
    const node = nodes[key] as FlowNode;
    if (!('next' in node) || node.next === undefined || definition.nodes[node.next]?.type === 'parallelGateway' || nodes[node.next]?.type === 'exclusiveGateway') return;
    const between: FlowNode = { type: 'exclusiveGateway', flows: [{ to: node.next }], ...(node.in !== undefined && { in: node.in }) };
    nodes[`between-${i}`] = between;
    nodes[key] = { ...node, next: `between-${i}` } as FlowNode;
  });
  return { ...definition, nodes };
}

const plan = { by: null, submission: null };

/** What counts of a snapshot: by which flow a token came into what holds it is forgotten when it leaves. */
function essence(instance: Instance): unknown {
  const held = new Set(instance.activities.map(({ token }) => token));
  return JSON.parse(JSON.stringify({ ...instance, tokens: instance.tokens.map((token) => (held.has(token.id) ? { ...token, via: null } : token)) }));
}

/** A command in the keys of the version after: an action may be the key of a part or of an event sub-process. */
function underNewKeys({ command, now }: RecordedCommand, nodes: Migration['nodes']): RecordedCommand {
  return { now, command: command.type === 'triggerAction' ? { ...command, action: nodes[command.action] ?? command.action } as Command : command };
}

function moveAll(walk: Walk, after: Compiled, migration: Migration): Walk {
  const cases = new Map<string, Walked>([...walk.cases].map(([id, walked]): readonly [string, Walked] => {
    if (walked.instance.definitionHash !== walk.compiled.hash || walked.instance.status !== 'active') return [id, walked];
    const answer = migrate(walk.compiled, after, walked.instance, migration, plan, contextAt(walk.now));
    if (answer.kind === 'blocked') throw new Error(`blocked: ${JSON.stringify(answer.obstacles)}`);
    return [id, { ...walked, instance: answer.instance, effects: [...walked.effects, ...answer.effects] }];
  }));
  return { ...walk, compiled: after, cases };
}

describe('any structured process that is edited harmlessly, moved at any moment', () => {
  it('is as if the case had been started on the version after and done the same', () => {
    fc.assert(fc.property(definitions, choices, fc.array(fc.nat(1_000), { maxLength: 3 }), (definition, order, picks) => {
      const edited = renamed(withSteps(definition, picks));
      const after = compile(edited.definition, RESOURCES);
      const migration = { ...PLAIN_MIGRATION, nodes: edited.nodes };
      const walk = beginWalk(compile(definition, RESOURCES), STARTING_VARIABLES);
      walkToEnd(walk, order, order.length);
      const root = walk.cases.get(ROOT);
      if (root?.instance.status !== 'active') return;
      const moved = moveAll(walk, after, migration).cases.get(ROOT)?.instance as Instance;
      const asNew = replay(after, { input: { ...startInput, variables: STARTING_VARIABLES }, startedAt: THURSDAY, commands: root.commands.map((each) => underNewKeys(each, edited.nodes)) }, contextAt);
      expect(essence(moved)).toEqual(essence(asNew.instance));
    }), { numRuns: 150 });
  });

  it('comes to its end there, with its parts', () => {
    fc.assert(fc.property(definitions, choices, choices, (definition, order, rest) => {
      const edited = renamed(withSteps(definition, order));
      const walk = beginWalk(compile(definition, RESOURCES), STARTING_VARIABLES);
      walkToEnd(walk, order, order.length);
      const moved = moveAll(walk, compile(edited.definition, RESOURCES), { ...PLAIN_MIGRATION, nodes: edited.nodes });
      walkToEnd(moved, rest);
      expect(moved.cases.get(ROOT)?.instance).toMatchObject({ status: 'completed', result: 'finished', tokens: [], activities: [] });
    }), { numRuns: 100 });
  });

  it('is what it was when the move is taken back', () => {
    fc.assert(fc.property(definitions, choices, (definition, order) => {
      const edited = renamed(definition);
      const walk = beginWalk(compile(definition, RESOURCES), STARTING_VARIABLES);
      walkToEnd(walk, order, order.length);
      const moved = moveAll(walk, compile(edited.definition, RESOURCES), { ...PLAIN_MIGRATION, nodes: edited.nodes });
      for (const [id, { instance }] of walk.cases) {
        const there = moved.cases.get(id)?.instance as Instance;
        if (there.definitionHash === instance.definitionHash) continue;
        expect(undoMigration(there, instance, plan).instance).toEqual({ ...instance, nextId: there.nextId });
      }
    }), { numRuns: 60 });
  });
});
