import { advance, EngineError, type Compiled, type Context, type Effect, type Instance, type Outcome, type Refusal } from '@reglament/engine';
import type { Question } from './judge.js';
import { nextMoves, type Move } from './moves.js';
import { TooManyChoices, type Assumptions, type Choice, type Oracle, type Sight } from './oracle.js';
import type { Reach } from './reach.js';
import { stepsTo } from './steps-to.js';
import { assumedStill, stateKey } from './state-key.js';

/** Where a case begins: at a start event, or as the child of a parallel forEach. */
export interface Root { readonly kind: 'start' | 'child'; readonly node: string }

/** One step on the way: what happened, and what of the data had to be so. The beginning has no move. */
export interface Step { readonly root: Root; readonly move: Move | null; readonly choices: readonly Choice[] }

export interface State {
  readonly instance: Instance;
  readonly assumed: Assumptions;
  readonly from: number | null;
  readonly step: Step;
  /** Whether two choices on the way may rule each other out: then nobody knows whether the way can be gone. */
  readonly doubtful: boolean;
  /** Whether an event on the way has begun something beside the rest. */
  readonly aside: boolean;
  readonly next: number[];
  /** Why nothing more can happen here, where the engine said so. */
  refusals: Refusal[];
  /** Some step from here was not looked at to its end. */
  cut: boolean;
}

export interface Trouble { readonly state: number | null; readonly step: Step; readonly kind: 'endless' | 'fault'; readonly node: string | null; readonly found: string }
export interface SeenSight extends Sight { readonly state: number | null; readonly step: Step; readonly doubtful: boolean }

export interface Explored {
  readonly states: readonly State[];
  readonly ends: ReadonlySet<number>;
  /** Nodes that some case came to, and flows that one took, as `from flow`. */
  readonly entered: ReadonlySet<string>;
  readonly troubles: readonly Trouble[];
  /** The first time that each place read a name that was set, and one that was not. */
  readonly sights: ReadonlyMap<string, { set: SeenSight | null; unset: SeenSight | null }>;
  /** Steps that were open twice at once, although no event had begun anything beside the rest. */
  readonly crowded: readonly { readonly node: string; readonly steps: readonly Step[]; readonly doubtful: boolean }[];
  /** Whether lists of unknown length were met. */
  readonly lists: boolean;
  /** What was not looked at; empty: everything was. */
  readonly cuts: ReadonlySet<Cut>;
}

export type Cut = 'states' | 'choices' | 'crowd' | 'values';

export interface ExploreSetting {
  readonly compiled: Compiled; readonly context: Context; readonly oracle: Oracle; readonly reach: Reach; readonly questions: readonly Question[];
  readonly roots: readonly Root[]; readonly begin: (root: Root) => Outcome; readonly maxStates: number; readonly order: 'every' | 'one';
}

const HOLDERS: ReadonlySet<string> = new Set(['subProcess', 'adHocSubProcess']);
/** More runs of one step than that are a loop that computes anew each time round. */
const MAX_RUNS = 256;
/** So many times may one step stand open at once. */
const MAX_AT_ONE_PLACE = 2;

/** Breadth first over all that may happen, the ways that nobody doubts before the others: what is found is found by a shortest way. */
export function explore(setting: ExploreSetting): Explored {
  const { compiled, context, oracle, reach, questions, maxStates, order } = setting;
  const states: State[] = [];
  const ids = new Map<string, number>();
  const ends = new Set<number>();
  const entered = new Set<string>();
  const troubles: Trouble[] = [];
  const sights = new Map<string, { set: SeenSight | null; unset: SeenSight | null }>();
  const cuts = new Set<Cut>();
  const crowded = new Map<string, Explored['crowded'][number]>();
  let lists = false;
  const sure: number[] = [];
  const doubted: number[] = [];

  /** Runs one step in every way that data may decide it. */
  const run = (from: number | null, root: Root, move: Move | null, act: () => Outcome): void => {
    const before = from === null ? null : states[from] as State;
    const scripts: (readonly number[])[] = [[]];
    for (let runs = 0; scripts.length > 0; runs++) {
      const script = scripts.shift() as readonly number[];
      if (runs >= MAX_RUNS) return cutAt(before, 'choices');
      oracle.begin(script, before?.assumed ?? new Map());
      const outcome = carefully(act);
      const { choices } = oracle;
      for (let i = script.length; i < choices.length; i++) {
        for (let other = 1; other < (choices[i] as Choice).options; other++) scripts.push([...choices.slice(0, i).map(({ taken }) => taken), other]);
      }
      const step: Step = { root, move, choices: choices.slice() };
      const doubtful = (before?.doubtful ?? false) || (choices.length > 0 && isDoubtful(choicesBefore(from), choices));
      for (const sight of oracle.sights) note({ ...sight, state: from, step, doubtful });
      take(outcome, from, step, doubtful);
    }
  };

  const take = (outcome: Outcome | EngineError | 'tooMany', from: number | null, step: Step, doubtful: boolean): void => {
    const before = from === null ? null : states[from] as State;
    if (outcome === 'tooMany') return cutAt(before, 'choices');
    if (outcome instanceof EngineError) {
      if (outcome.code === 'engine.unusableValue' || outcome.code === 'engine.expressionLimit') cutAt(before, 'values');
      else if (outcome.code === 'engine.noFlow' && step.choices.some(({ paths }) => paths.length > 0)) return;
      else troubles.push({ state: from, step, kind: 'fault', node: outcome.details.node ?? null, found: outcome.details.found ?? outcome.code });
      return;
    }
    if (outcome.kind === 'refused') {
      if (outcome.refusal.code === 'budgetExceeded' && outcome.refusal.what === 'steps') troubles.push({ state: from, step, kind: 'endless', node: lastNode(oracle.sights), found: 'steps' });
      else if (outcome.refusal.code !== 'conditionNotMet') {
        if (before) before.refusals.push(outcome.refusal);
        else troubles.push({ state: null, step, kind: 'fault', node: 'node' in outcome.refusal ? outcome.refusal.node : null, found: outcome.refusal.code });
      }
      return;
    }
    const { instance, effects } = outcome;
    for (const effect of effects) visit(effect, entered);
    lists ||= step.choices.some(({ pointer }) => pointer.endsWith('/forEach/items'));
    const aside = (before?.aside ?? false) || (step.move?.aside ?? false);
    const twice = aside ? null : openTwice(compiled, instance);
    if (twice !== null && !crowded.has(twice)) crowded.set(twice, { node: twice, steps: [...from === null ? [] : stepsTo({ states }, from), step], doubtful });
    if (isCrowded(compiled, instance)) return cutAt(before, 'crowd');
    const assumed = assumedStill(compiled, instance, oracle.assumptions, reach, questions);
    const key = `${step.root.kind} ${step.root.kind === 'child' ? step.root.node : ''} ${stateKey(compiled, instance, assumed, reach)}`;
    const known = ids.get(key);
    if (known !== undefined) return void before?.next.push(known);
    if (states.length >= maxStates) return cutAt(before, 'states');
    const id = states.push({ instance, assumed, from, step, doubtful, aside, next: [], refusals: [], cut: false }) - 1;
    ids.set(key, id);
    before?.next.push(id);
    if (instance.status !== 'active') ends.add(id);
    else (doubtful ? doubted : sure).push(id);
  };

  const cutAt = (before: State | null, cut: Cut): void => {
    if (before) before.cut = true;
    cuts.add(cut);
  };

  const note = (sight: SeenSight): void => {
    const key = `${sight.pointer} ${sight.path}`;
    const seen = sights.get(key) ?? { set: null, unset: null };
    sights.set(key, seen);
    const which = sight.isSet ? 'set' : 'unset';
    if (seen[which] === null || (seen[which].doubtful && !sight.doubtful)) seen[which] = sight;
  };

  const choicesBefore = (from: number | null): readonly Choice[] => {
    const found: Choice[] = [];
    for (let at = from; at !== null; at = (states[at] as State).from) found.push(...(states[at] as State).step.choices.filter(({ paths }) => paths.length > 0));
    return found;
  };

  for (const root of setting.roots) run(null, root, null, () => setting.begin(root));
  for (let i = 0, j = 0; ;) {
    const id = i < sure.length ? sure[i++] : doubted[j++];
    if (id === undefined) break;
    const { instance, step: { root } } = states[id] as State;
    for (const move of nextMoves(compiled, instance, order, oracle.fresh)) {
      run(id, root, move, () => advance(compiled, instance, move.command, context));
    }
  }
  return { states, ends, entered, troubles, sights, crowded: [...crowded.values()], lists, cuts };
}

export function carefully(act: () => Outcome): Outcome | EngineError | 'tooMany' {
  try {
    return act();
  } catch (fault) {
    if (fault instanceof TooManyChoices) return 'tooMany';
    if (fault instanceof EngineError) return fault;
    throw fault;
  }
}

function visit(effect: Effect, entered: Set<string>): void {
  if (effect.type !== 'history') return;
  const { kind, node, data } = effect.fact;
  if (kind === 'nodeEntered' && node !== null) entered.add(node);
  if (kind === 'flowTaken' && node !== null) {
    entered.add(String(data['to']));
    entered.add(node);
    entered.add(`${node} ${String(data['flow'] ?? '')}`);
  }
}

/** A step of which two are open in one scope; the parts of an ad-hoc sub-process are begun as often as people like. */
function openTwice(compiled: Compiled, { activities }: Instance): string | null {
  const seen = new Set<string>();
  for (const { node, scope, listening } of activities) {
    if (listening || compiled.nodes.get(compiled.nodes.get(node)?.scope ?? '')?.type === 'adHocSubProcess') continue;
    const place = `${node} ${String(scope)}`;
    if (seen.has(place)) return node;
    seen.add(place);
  }
  return null;
}

/** A sub-process that is open twice has all its states twice over: its second opening is not looked into. */
function isCrowded(compiled: Compiled, { tokens, activities }: Instance): boolean {
  const open = activities.filter(({ node, listening }) => !listening && HOLDERS.has(compiled.nodes.get(node)?.type ?? '')).map(({ node, scope }) => `${node} ${String(scope)}`);
  if (new Set(open).size < open.length) return true;
  const at = new Map<string, number>();
  for (const { node, scope, via } of tokens) {
    const place = `${node} ${String(scope)} ${String(via)}`;
    at.set(place, (at.get(place) ?? 0) + 1);
  }
  return [...at.values()].some((count) => count > MAX_AT_ONE_PLACE);
}

/** Two answers that were assumed over the same data may contradict each other; values that were assumed, once each, do not. */
function isDoubtful(earlier: readonly Choice[], choices: readonly Choice[]): boolean {
  const asked = [...earlier];
  for (const choice of choices) {
    if (asked.some((other) => (other.opaque || choice.opaque) && other.paths.some((a) => choice.paths.some((b) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`))))) return true;
    if (choice.paths.length > 0) asked.push(choice);
  }
  return false;
}

/** In a loop of gateways, the one that was asked last. */
function lastNode(sights: readonly Sight[]): string | null {
  return sights.at(-1)?.pointer.split('/')[2] ?? null;
}
