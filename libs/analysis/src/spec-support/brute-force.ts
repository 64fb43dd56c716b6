import { compileCalendar } from '@reglament/calendar';
import type { ProcessDefinition } from '@reglament/contracts';
import { advance, compileGraph, createCompiler, EngineError, start, type Command, type Compiled, type Context, type Instance, type Outcome } from '@reglament/engine';
import { FLAGS } from './random-drill.js';

/** What becomes of every case, found by playing each one to its end with real data. Nothing of the gate is used here. */
export interface Played {
  /** Some case can come to where it never ends. */
  readonly stops: boolean;
  readonly endless: boolean;
  readonly never: readonly string[];
  readonly twice: readonly string[];
}

const clerk = { person: 'person:00000000-0000-4000-8000-000000000001', right: { kind: 'direct' } } as const;
const year = { status: 'approved' as const, basis: 'test', days: {} };
const context: Context = {
  now: '2026-11-05T07:00:00.000Z',
  organisations: new Map([['office', { id: 'office', calendar: compileCalendar({ format: 1, id: 'c', title: 'C', timeZone: 'UTC', years: { 2026: year, 2027: year } }), superiors: [] }]]),
};
/** A definition that spreads out further is of no use here. */
const MAX_STATES = 800;

export function playAll(definition: ProcessDefinition): Played | 'tooLarge' {
  // Not `compile`: what is wrong is what is looked for.
  const compiled = compileGraph(definition, {}, createCompiler());
  const seen = new Map<string, { instance: Instance; aside: boolean; next: string[] }>();
  const entered = new Set<string>();
  const twice = new Set<string>();
  let endless = false;
  const take = (outcome: Outcome | null, aside: boolean): string | null => {
    if (outcome === null || outcome.kind === 'refused') {
      if (outcome?.refusal.code === 'budgetExceeded') endless = true;
      return null;
    }
    for (const effect of outcome.effects) if (effect.type === 'history' && effect.fact.kind === 'flowTaken') entered.add(String(effect.fact.data['to'])).add(effect.fact.node ?? '');
    for (const { node } of outcome.instance.tokens) entered.add(node);
    const { instance } = outcome;
    const open = instance.activities.map(({ node, scope }) => `${node} ${String(scope)}`);
    if (!aside) for (const [i, place] of open.entries()) if (open.indexOf(place) < i) twice.add(place.split(' ')[0] as string);
    if (isCrowded(compiled, instance)) return 'crowd';
    const key = `${String(aside)} ${JSON.stringify(instance.variables)} ${pictureOf(instance, null)} ${JSON.stringify(instance.outcomes)} ${instance.status}`;
    if (!seen.has(key)) {
      seen.set(key, { instance, aside, next: [] });
      rest.push(key);
    }
    return key;
  };
  const rest: string[] = [];
  for (let bits = 0; bits < 2 ** FLAGS.length; bits++) {
    const data = Object.fromEntries(FLAGS.map((flag, i) => [flag, (bits & (1 << i)) !== 0]));
    take(carefully(() => start(compiled, { id: 'c', organisation: 'office', starter: clerk, startEvent: null, data, submission: null, variables: {} }, context)), false);
  }
  for (let key = rest.shift(); key !== undefined; key = rest.shift()) {
    if (seen.size > MAX_STATES) return 'tooLarge';
    const state = seen.get(key)!;
    for (const { command, aside } of commandsOf(compiled, state.instance)) {
      const next = take(carefully(() => advance(compiled, state.instance, command, context)), state.aside || aside);
      if (next !== null) state.next.push(next);
    }
  }
  return { stops: stopsSomewhere(seen), endless, never: Object.keys(definition.nodes).filter((node) => !entered.has(node)), twice: [...twice].sort() };
}

function carefully(act: () => Outcome): Outcome | null {
  try {
    return act();
  } catch (fault) {
    if (fault instanceof EngineError) return null;
    throw fault;
  }
}

function commandsOf(compiled: Compiled, instance: Instance): readonly { readonly command: Command; readonly aside: boolean }[] {
  return instance.activities.flatMap((activity) => {
    const node = compiled.nodes.get(activity.node);
    const own: Command[] = [];
    if (node && 'human' in node) for (const task of activity.tasks) for (const outcome of node.human.outcomes.keys()) own.push({ type: 'completeTask', task: task.id, outcome, by: clerk, data: null, submission: null, remark: false, facts: null });
    if (node?.callsService) own.push({ type: 'completeServiceTask', activity: activity.id, result: {} });
    const timers = activity.timers.map((timer) => ({ command: { type: 'fireTimer', timer: timer.id } as Command, aside: node?.boundary.find(({ event }) => event.key === timer.ref)?.event.interrupting === false }));
    return [...own.map((command) => ({ command, aside: false })), ...timers];
  });
}

/** Where the case stands, without numbers. */
function pictureOf(instance: Instance, scope: number | null): string {
  const held = new Set(instance.activities.map(({ token }) => token));
  return [
    ...instance.tokens.filter((token) => token.scope === scope && !held.has(token.id)).map(({ node, via }) => `${node}<${String(via)}`),
    ...instance.activities.filter((activity) => activity.scope === scope).map((activity) => `${activity.node}[${activity.timers.map(({ ref }) => ref).join()}](${pictureOf(instance, activity.id)})`),
  ].sort().join(' ');
}

/** The bound of the gate: a place holds two tokens, a sub-process is open once. */
function isCrowded(compiled: Compiled, { tokens, activities }: Instance): boolean {
  const places = tokens.map(({ node, scope, via }) => `${node} ${String(scope)} ${String(via)}`);
  const holders = activities.filter(({ node }) => compiled.nodes.get(node)?.type === 'subProcess').map(({ node, scope }) => `${node} ${String(scope)}`);
  return places.some((place) => places.filter((other) => other === place).length > 2) || new Set(holders).size < holders.length;
}

function stopsSomewhere(seen: ReadonlyMap<string, { readonly instance: Instance; readonly next: readonly string[] }>): boolean {
  const good = new Set([...seen].filter(([, { instance, next }]) => instance.status !== 'active' || next.includes('crowd')).map(([key]) => key));
  for (let grew = true; grew;) {
    grew = false;
    for (const [key, { next }] of seen) {
      if (good.has(key) || !next.some((to) => good.has(to))) continue;
      good.add(key);
      grew = true;
    }
  }
  return good.size < seen.size;
}
