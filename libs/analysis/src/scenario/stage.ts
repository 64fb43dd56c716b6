import { advance, start, startChild, type Actor, type Command, type Compiled, type Context, type Effect, type HistoryFact, type Instance, type Outcome, type Refusal } from '@reglament/engine';

/** One instance of a scenario, the case or a part of it. */
export interface Actors { instance: Instance }

/**
 * The world of one scenario in memory: the case with its parts, a clock that moves when it is told to, and what was asked of the world. The
 * parts of a parallel forEach run and are counted as the store does it; services and called cases do what the scenario says.
 */
export interface Stage {
  readonly compiled: Compiled;
  readonly contextAt: (now: string) => Context;
  readonly cases: Map<string, Actors>;
  readonly facts: { readonly case: string; readonly fact: HistoryFact }[];
  readonly effects: Effect[];
  now: string;
}

export const THE_CASE = 'case';
export const OFFICE = 'office';

export function actorOf(word: string): Actor {
  return { person: word.includes(':') ? word : `person:${word}`, right: { kind: 'direct' } };
}

export type Begun = { readonly stage: Stage } | { readonly refusal: Refusal };

export function raiseCurtain(compiled: Compiled, contextAt: Stage['contextAt'], given: { readonly at: string; readonly starter: string | null; readonly startEvent?: string; readonly data?: object; readonly variables?: object }): Begun {
  const stage: Stage = { compiled, contextAt, cases: new Map(), facts: [], effects: [], now: given.at };
  const outcome = start(compiled, {
    id: THE_CASE, organisation: OFFICE, starter: given.starter === null ? null : actorOf(given.starter), startEvent: given.startEvent ?? null,
    data: (given.data ?? null) as never, submission: null, variables: (given.variables ?? {}) as never,
  }, contextAt(stage.now));
  if (outcome.kind === 'refused') return { refusal: outcome.refusal };
  take(stage, THE_CASE, outcome);
  return { stage };
}

/** Gives a command to an instance; what it asks for that the stage can do itself is done at once. */
export function tell(stage: Stage, id: string, command: Command): Refusal | null {
  const found = stage.cases.get(id);
  if (!found) return null;
  const outcome = advance(stage.compiled, found.instance, command, stage.contextAt(stage.now));
  if (outcome.kind === 'refused') return outcome.refusal;
  take(stage, id, outcome);
  return null;
}

function take(stage: Stage, id: string, { instance, effects }: Extract<Outcome, { kind: 'advanced' }>): void {
  stage.cases.set(id, { instance });
  stage.effects.push(...effects);
  for (const effect of effects) if (effect.type === 'history') stage.facts.push({ case: id, fact: effect.fact });
  for (const effect of effects) {
    if (effect.type === 'startChildren') startParts(stage, id, effect);
    else if (effect.type === 'cancelChildren') cancelParts(stage, id, effect.activity);
    else if (effect.type === 'childEnded') countParts(stage, effect.parent.instance, effect.parent.activity);
  }
}

function startParts(stage: Stage, id: string, { activity, node, items }: Extract<Effect, { type: 'startChildren' }>): void {
  // A called case is another process: the scenario says how it ended.
  if (stage.compiled.nodes.get(node)?.type === 'callActivity') return;
  const whole = stage.cases.get(id)?.instance;
  for (const { index, variables } of items) {
    const part = `${id}/${activity}/${index}`;
    const outcome = startChild(stage.compiled, { id: part, parent: { instance: id, activity, index }, node, organisation: OFFICE, starter: whole?.starter ?? null, variables }, stage.contextAt(stage.now));
    if (outcome.kind === 'refused') throw new Error(`part ${node}[${index}] cannot begin: ${outcome.refusal.code}`);
    take(stage, part, outcome);
  }
}

function partsOf(stage: Stage, id: string, activity: number): readonly Instance[] {
  return [...stage.cases.values()].map(({ instance }) => instance).filter(({ parent }) => parent?.instance === id && parent.activity === activity);
}

function cancelParts(stage: Stage, id: string, activity: number): void {
  for (const part of partsOf(stage, id, activity)) if (part.status === 'active') tell(stage, part.id, { type: 'cancelInstance', by: null, remark: false });
}

function countParts(stage: Stage, id: string, activity: number): void {
  const whole = stage.cases.get(id)?.instance;
  if (whole?.status !== 'active' || !whole.activities.some((each) => each.id === activity)) return;
  const parts = partsOf(stage, id, activity);
  const results: Record<string, number> = {};
  for (const { status, result } of parts) if (status === 'completed' && result !== null) results[result] = (results[result] ?? 0) + 1;
  const of = (status: Instance['status']): number => parts.filter((part) => part.status === status).length;
  tell(stage, id, { type: 'childrenChanged', activity, completed: of('completed'), cancelled: of('cancelled'), results });
}

/** Lets the clock run, and everything fire that is due by then, in order. Null, or what was refused. */
export function letTimePass(stage: Stage, until: string): Refusal | null {
  for (let fired = 0; fired < MAX_TIMERS; fired++) {
    const due = [...stage.cases].flatMap(([id, { instance }]) => instance.activities.flatMap(({ timers }) => timers.map((timer) => ({ id, timer }))))
      .filter(({ timer }) => timer.at <= until).sort((a, b) => (a.timer.at < b.timer.at ? -1 : a.timer.at > b.timer.at ? 1 : 0))[0];
    if (!due) break;
    if (due.timer.at > stage.now) stage.now = due.timer.at;
    const refusal = tell(stage, due.id, { type: 'fireTimer', timer: due.timer.id });
    if (refusal) return refusal;
  }
  if (until > stage.now) stage.now = until;
  return null;
}

/** A scenario that makes more fire than this at once tells nothing. */
const MAX_TIMERS = 5_000;
