import { compileCalendar } from '@reglament/calendar';
import {
  advance, compileGraph, createCompiler, EngineError, start, startChild, type Command, type Compiled, type Context, type Effect, type Instance, type Json, type Outcome,
  type StartInput, type Variables,
} from '@reglament/engine';
import type { ProcessDefinition } from '@reglament/contracts';
import { runScript } from './vocabulary.js';

const OFFICE = '00000000-0000-4000-8000-000000000001';
const years = { 2026: { status: 'approved' as const, basis: 'test', days: {} } };
const calendar = compileCalendar({ format: 1, id: 'plain', title: 'Plain weeks', timeZone: 'Europe/Moscow', years });

type Parent = NonNullable<Instance['parent']>;

/** Work of the world outside, done in the order in which it came, or in the order that `choose` gives. */
type Job = { readonly at: number } & (
  | { readonly kind: 'command'; readonly id: string; readonly command: Command; readonly words: readonly string[] }
  | { readonly kind: 'message'; readonly from: string; readonly message: string; readonly correlation: string; readonly data: { readonly [name: string]: Json } }
);

interface Case { instance: Instance; readonly compiled: Compiled; broken: string | null }

export interface World {
  readonly trace: string[];
  readonly cases: Map<string, Case>;
  readonly start: (process: string, variables: Variables) => void;
  readonly wait: (ms: number) => void;
}

/**
 * The imperative shell in memory, around the pure engine: a virtual clock, services that leave words in a trace, messages, calls and
 * children. Every snapshot goes through JSON between two steps, as it does on its way to the database.
 */
export function createWorld(definitions: readonly ProcessDefinition[], choose: (n: number) => number = () => 0): World {
  const compiled = new Map(definitions.map((definition) => [definition.key, compileGraph(definition, { calls: new Map(definitions.map(({ key }) => [key, key])) }, createCompiler())]));
  const cases = new Map<string, Case>();
  const trace: string[] = [];
  const jobs: Job[] = [];
  let now = Date.parse('2026-11-05T07:00:00.000Z');
  let count = 0;

  const context = (): Context => ({ now: new Date(now).toISOString(), organisations: new Map([[OFFICE, { id: OFFICE, calendar, superiors: [] }]]) });

  const take = (id: string, of: Compiled, make: () => Outcome): void => {
    const before = cases.get(id);
    try {
      const outcome = make();
      if (outcome.kind === 'refused') {
        // A duplicate or late delivery: the activity has ended meanwhile.
        if (before && ['activityNotOpen', 'subscriptionNotOpen', 'timerNotOpen', 'instanceEnded'].includes(outcome.refusal.code)) return;
        throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
      }
      cases.set(id, { instance: JSON.parse(JSON.stringify(outcome.instance)) as Instance, compiled: of, broken: null });
      outcome.effects.forEach((effect) => carryOut(id, of, effect));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      trace.push('ERROR_runtime');
      if (before) before.broken = error.message;
      else cases.set(id, { instance: undefined as unknown as Instance, compiled: of, broken: error.message });
    }
  };

  const begin = (process: string, input: Partial<StartInput>): void => {
    const of = compiled.get(process);
    if (!of) throw new Error(`no process ${process}`);
    count += 1;
    const id = `case-${count}`;
    take(id, of, () => start(of, { id, organisation: OFFICE, starter: null, startEvent: null, data: null, submission: null, variables: {}, ...input }, context()));
  };

  const carryOut = (id: string, of: Compiled, effect: Effect): void => {
    switch (effect.type) {
      case 'callService': {
        const outcome = runScript(String(effect.input['script']), effect.input);
        if (outcome.kind === 'done') jobs.push({ kind: 'command', id, at: now + outcome.takesMs, words: outcome.words, command: { type: 'completeServiceTask', activity: effect.activity, result: outcome.result } });
        else jobs.push({ kind: 'command', id, at: now, words: [], command: failed(effect.activity, outcome.code) });
        return;
      }
      case 'sendMessage':
        // It has to come before the word that the child has ended, which the next effect may be.
        if (effect.message.startsWith('escalation/')) return deliver({ kind: 'message', at: now, from: id, message: effect.message, correlation: effect.correlation, data: effect.data });
        return void jobs.push({ kind: 'message', at: now, from: id, message: effect.message, correlation: effect.correlation, data: effect.data });
      case 'startChildren': return startChildren(id, of, effect);
      case 'cancelChildren':
        for (const [child, { instance }] of cases) if (instance.parent?.instance === id && instance.parent.activity === effect.activity && instance.status === 'active') tell(child, { type: 'cancelInstance', by: null, remark: false });
        return;
      case 'childEnded': return void jobs.push({ kind: 'command', id: effect.parent.instance, at: now, words: [], command: endOf(effect.parent, id) });
      case 'history': if (String(effect.fact.kind) === 'errorUncaught' && effect.fact.data['code'] !== undefined) trace.push('ERROR_thrownErrorEvent'); return;
      default: return;
    }
  };

  const startChildren = (id: string, of: Compiled, effect: Extract<Effect, { type: 'startChildren' }>): void => {
    const node = of.nodes.get(effect.node);
    for (const { index, variables } of effect.items) {
      const parent: Parent = { instance: id, activity: effect.activity, index };
      if (node?.type === 'callActivity') begin(node.process, { parent, variables, startEvent: node.startEvent });
      else {
        count += 1;
        const child = `case-${count}`;
        take(child, of, () => startChild(of, { id: child, parent, node: effect.node, organisation: OFFICE, starter: null, variables }, context()));
      }
    }
  };

  const endOf = (parent: Parent, child: string): Command => {
    const holder = cases.get(parent.instance);
    const node = holder?.compiled.nodes.get(holder.instance.activities.find(({ id }) => id === parent.activity)?.node ?? '');
    const own = cases.get(child)?.instance;
    const brothers = [...cases.values()].map(({ instance }) => instance).filter((instance) => instance.parent?.instance === parent.instance && instance.parent.activity === parent.activity);
    if (node?.type === 'callActivity' && node.forEach === null && own && own.status !== 'active') return { type: 'callEnded', activity: parent.activity, status: own.status, result: own.result, variables: own.variables, ...(own.error !== undefined && { error: own.error }) };
    const results: { [result: string]: number } = {};
    for (const { result } of brothers) if (result !== null) results[result] = (results[result] ?? 0) + 1;
    const ended = (status: string): number => brothers.filter((brother) => brother.status === status).length;
    return { type: 'childrenChanged', activity: parent.activity, completed: ended('completed'), cancelled: ended('cancelled'), results };
  };

  const tell = (id: string, command: Command): void => {
    const found = cases.get(id);
    if (!found || found.broken !== null) return;
    take(id, found.compiled, () => advance(found.compiled, found.instance, command, context()));
  };

  /** A signal is known by an address that no message can have; the case that throws it has heard it already. */
  const deliver = ({ from, message, correlation, data }: Extract<Job, { kind: 'message' }>): void => {
    const signal = message.startsWith('signal/') ? message.slice('signal/'.length) : null;
    for (const [id, { instance, broken }] of [...cases]) {
      if (broken !== null || instance.status !== 'active' || (signal !== null && id === from)) continue;
      const open = instance.activities.flatMap(({ subscriptions }) => subscriptions ?? []).filter((candidate) => candidate.message === message && candidate.correlation === correlation);
      for (const { id: subscription } of open) tell(id, { type: 'receiveMessage', subscription, data });
    }
    for (const [process, of] of compiled) {
      for (const key of of.starts.get(null) ?? []) {
        const node = of.definition.nodes[key];
        const event = node?.type === 'startEvent' ? node.event : undefined;
        if (event === undefined || event.type === 'timer') continue;
        if (signal === null ? event.type === 'message' && event.name === message : event.type === 'signal' && event.name === signal) begin(process, { startEvent: key });
      }
    }
  };

  const nextTimer = (): { readonly id: string; readonly timer: string; readonly at: number } | undefined => [...cases]
    .flatMap(([id, { instance, broken }]) => (broken !== null || instance.status !== 'active' ? [] : instance.activities.flatMap(({ timers }) => timers.map((timer) => ({ id, timer: timer.id, at: Date.parse(timer.at) })))))
    .sort((a, b) => a.at - b.at)[0];

  const settle = (until: number): void => {
    for (let steps = 0; steps < 5_000; steps++) {
      const due = jobs.filter(({ at }) => at <= now);
      const job = due[choose(due.length)];
      if (job) {
        jobs.splice(jobs.indexOf(job), 1);
        if (job.kind === 'message') deliver(job);
        else {
          const alive = cases.get(job.id)?.instance.activities.some(({ id }) => job.command.type === 'completeServiceTask' && id === job.command.activity);
          if (job.command.type !== 'completeServiceTask' || alive) trace.push(...job.words);
          tell(job.id, job.command);
        }
        continue;
      }
      const timer = nextTimer();
      const next = Math.min(timer?.at ?? Infinity, ...jobs.map(({ at }) => at));
      if (next > until) {
        now = until;
        return;
      }
      now = Math.max(now, next);
      if (timer && timer.at <= now) tell(timer.id, { type: 'fireTimer', timer: timer.timer });
    }
    throw new Error('the world does not come to rest');
  };

  return {
    trace, cases,
    start: (process, variables) => {
      begin(process, { variables });
      settle(now);
    },
    wait: (ms) => settle(now + ms),
  };
}

/** A service that ended with a business error. */
function failed(activity: number, code: string): Command {
  return { type: 'failServiceTask', activity, code } as unknown as Command;
}
