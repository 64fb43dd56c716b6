import { advance, type Outcome } from '../advance.js';
import type { Command } from '../command.js';
import { compile } from '../compile/compile-definition.js';
import type { Compiled } from '../compile/compiled.js';
import type { Effect } from '../effect.js';
import type { Instance, Variables } from '../instance.js';
import { availableActions } from '../look/look.js';
import type { RecordedCommand } from '../replay.js';
import { start, startChild } from '../start.js';
import { CALLED } from './random-definition.js';
import { actor, advanced, completionOf, contextAt, OFFICE, startInput, THURSDAY } from './scene.js';

/** One instance of a walk, with all that it asked for and all that it was told. */
export interface Walked { instance: Instance; readonly effects: Effect[]; readonly commands: RecordedCommand[] }

/** A case with its children, driven in any order by numbers that choose. */
export interface Walk {
  readonly compiled: Compiled;
  readonly cases: Map<string, Walked>;
  now: string;
  /** Sees every step: the snapshot before, the command and what came of it. */
  readonly watch: (before: Instance | null, command: Command | null, outcome: Extract<Outcome, { kind: 'advanced' }>) => void;
}

export const ROOT = startInput.id;
const CALLED_COMPILED = compile(CALLED);

export function beginWalk(compiled: Compiled, variables: Variables, watch: Walk['watch'] = () => undefined): Walk {
  const walk: Walk = { compiled, cases: new Map(), now: THURSDAY, watch };
  take(walk, ROOT, advanced(start(compiled, { ...startInput, variables }, contextAt(walk.now))));
  return walk;
}

function take(walk: Walk, id: string, outcome: Extract<Outcome, { kind: 'advanced' }>): void {
  walk.watch(null, null, outcome);
  walk.cases.set(id, { instance: outcome.instance, effects: [...outcome.effects], commands: [] });
  carryOut(walk, id, outcome.effects);
}

export function tell(walk: Walk, id: string, command: Command): void {
  const found = walk.cases.get(id);
  if (!found) throw new Error(`no case ${id}`);
  const before = found.instance;
  const outcome = advanced(advance(compiledFor(walk, before), before, command, contextAt(walk.now)));
  walk.watch(before, command, outcome);
  found.instance = outcome.instance;
  found.effects.push(...outcome.effects);
  found.commands.push({ command, now: walk.now });
  carryOut(walk, id, outcome.effects);
}

/** Of the walk's own definition, or of the one that it calls. */
export function compiledFor(walk: Pick<Walk, 'compiled'>, instance: Instance): Compiled {
  return instance.definitionHash === walk.compiled.hash ? walk.compiled : CALLED_COMPILED;
}

/** What the shell does with the effects that concern children; all others are only looked at. */
function carryOut(walk: Walk, id: string, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.type === 'startChildren') {
      for (const { index, variables } of effect.items) {
        const parent = { instance: id, activity: effect.activity, index };
        if (walk.compiled.nodes.get(effect.node)?.type === 'callActivity') {
          const called = `${id}/${effect.activity}/${index}`;
          take(walk, called, advanced(start(CALLED_COMPILED, { ...startInput, id: called, starter: null, parent, variables }, contextAt(walk.now))));
          continue;
        }
        const child = { id: `${id}/${effect.activity}/${index}`, parent: { instance: id, activity: effect.activity, index }, node: effect.node, organisation: OFFICE, starter: null, variables };
        take(walk, child.id, advanced(startChild(walk.compiled, child, contextAt(walk.now))));
      }
    } else if (effect.type === 'cancelChildren') {
      for (const child of childrenOf(walk, id, effect.activity)) if (child.instance.status === 'active') tell(walk, child.instance.id, { type: 'cancelInstance', by: null, remark: false });
    }
  }
}

function childrenOf(walk: Walk, id: string, activity: number): readonly Walked[] {
  return [...walk.cases.values()].filter(({ instance: { parent } }) => parent?.instance === id && parent.activity === activity);
}

export interface Move { readonly id: string; readonly command: Command }

/** Everything that could happen next, anywhere. `finish`: only what brings the end nearer. */
export function movesOf(walk: Walk, choice: number, finish: boolean): readonly Move[] {
  return [...walk.cases].flatMap(([id, { instance }]) => (instance.status === 'active' ? movesIn(walk, id, instance, choice, finish) : []));
}

function movesIn(walk: Walk, id: string, instance: Instance, choice: number, finish: boolean): readonly Move[] {
  const moves: Move[] = [];
  for (const activity of instance.activities) {
    const node = compiledFor(walk, instance).nodes.get(activity.node);
    if (activity.frozen !== undefined) continue;
    for (const task of activity.tasks) {
      const outcomes = node && 'human' in node ? [...node.human.outcomes.keys()] : [];
      const outcome = finish && outcomes.includes('done') ? 'done' : outcomes[choice % outcomes.length];
      moves.push({ id, command: { ...completionOf(task.id, { outcome: outcome ?? '', by: 2 + (choice % 5), data: { n: choice % 4 } }), by: actor(2 + (choice % 5)) } as Command });
    }
    if (node?.callsService && activity.round === undefined && activity.children === null) moves.push({ id, command: { type: 'completeServiceTask', activity: activity.id, result: {} } });
    if (!finish) {
      for (const timer of activity.timers) moves.push({ id, command: { type: 'fireTimer', timer: timer.id } });
      for (const subscription of activity.subscriptions ?? []) moves.push(receipt(id, subscription.id, choice));
      for (const action of actionsAt(walk, instance, activity.id)) if (instance.activities.length < MAX_OPEN) moves.push({ id, command: { type: 'triggerAction', activity: activity.id, action, by: actor(9), data: null, submission: null, remark: false } });
    }
    // What no one begins never ends.
    if (finish && node?.type === 'adHocSubProcess' && !instance.tokens.some(({ scope }) => scope === activity.id)) {
      for (const action of actionsAt(walk, instance, activity.id)) moves.push({ id, command: { type: 'triggerAction', activity: activity.id, action, by: actor(9), data: null, submission: null, remark: false } });
    }
    if (finish && (node?.type === 'catchEvent' || node?.type === 'receiveTask')) {
      for (const timer of activity.timers) if (timer.kind === 'catch') moves.push({ id, command: { type: 'fireTimer', timer: timer.id } });
      for (const subscription of activity.subscriptions ?? []) if (subscription.ref === null) moves.push(receipt(id, subscription.id, choice));
    }
    if (activity.children !== null && activity.items === null) moves.push(...(node?.type === 'callActivity' && node.forEach?.mode !== 'parallel' ? endOf(walk, id, activity.id) : countOf(walk, id, activity.id, activity.children)));
  }
  return moves;
}

/** Cases that are asked for more and more would never end. */
const MAX_OPEN = 40;

function actionsAt(walk: Walk, instance: Instance, activity: number): readonly string[] {
  return availableActions(compiledFor(walk, instance), instance, contextAt(walk.now)).filter((action) => action.activity === activity).map(({ action }) => action);
}

function endOf(walk: Walk, id: string, activity: number): readonly Move[] {
  const [called] = childrenOf(walk, id, activity);
  if (!called || called.instance.status === 'active') return [];
  const { status, result, variables } = called.instance;
  return [{ id, command: { type: 'callEnded', activity, status, result, variables } }];
}

function receipt(id: string, subscription: string, choice: number): Move {
  return { id, command: { type: 'receiveMessage', subscription, data: { n: choice % 4 } } };
}

function countOf(walk: Walk, id: string, activity: number, known: { readonly completed: number; readonly cancelled: number }): readonly Move[] {
  const ended = childrenOf(walk, id, activity).map(({ instance }) => instance.status);
  const completed = ended.filter((status) => status === 'completed').length;
  const cancelled = ended.filter((status) => status === 'cancelled').length;
  if (completed + cancelled <= known.completed + known.cancelled) return [];
  return [{ id, command: { type: 'childrenChanged', activity, completed, cancelled, results: {} } }];
}

/** Lets things happen in the order that the numbers choose, then lets everything come to its end. */
export function walkToEnd(walk: Walk, choices: readonly number[], stopAfter = Number.POSITIVE_INFINITY): number {
  let steps = 0;
  for (let i = 0; steps < stopAfter; i++, steps++) {
    if (i > 2_000) throw new Error('the case does not end');
    const choice = choices[i % Math.max(1, choices.length)] ?? i;
    const moves = movesOf(walk, choice, i >= choices.length);
    const move = moves[choice % Math.max(1, moves.length)];
    if (!move) return steps;
    walk.now = new Date(Date.parse(walk.now) + 60_000 * (1 + (choice % 90))).toISOString();
    tell(walk, move.id, move.command);
  }
  return steps;
}
