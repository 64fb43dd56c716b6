import { unknown, unknownText } from './unknown.js';
import type { ActivityInstance, Actor, Command, Compiled, Instance, Json } from '@reglament/engine';
import { caughtCodes } from './caught-codes.js';

/** Something that may happen to a case, with what a story needs to tell it. */
export interface Move {
  readonly command: Command;
  readonly activity: number;
  readonly node: string;
  readonly kind: 'outcome' | 'service' | 'wait' | 'timer' | 'event' | 'message' | 'action' | 'part' | 'children' | 'call';
  /** The outcome that is chosen, the event that comes, the part that is begun, how the called case ended. */
  readonly name: string;
  /** An event that leaves the activity as it is: what it begins runs beside it. */
  readonly aside: boolean;
}

/** So many parts of an ad-hoc sub-process are looked at side by side. */
const MAX_PARTS = 2;
/** They change who is told of a task, never where a case stands. */
const ALARMS: ReadonlySet<string> = new Set(['reminder', 'escalation']);

/**
 * What is looked at next. In every order: all that may happen. In one order, where that is too much: what came last goes on until it ends or
 * waits for the rest, with whatever may interrupt it; the rest goes on after it. Ways that only meet in joins stop at the same places in
 * any order; what one of them writes while another reads is seen in this order alone.
 */
export function nextMoves(compiled: Compiled, instance: Instance, order: 'every' | 'one', fresh: () => string): readonly Move[] {
  const moves = movesIn(compiled, instance, fresh);
  if (order === 'every') return moves;
  const focus = moves.reduce((last, { kind, activity }) => (WORK.has(kind) && activity > last ? activity : last), 0);
  const around = new Set<number | null>([focus]);
  for (let id: number | null = focus; id !== null;) {
    const scope: number | null = instance.activities.find((activity) => activity.id === id)?.scope ?? null;
    around.add(scope);
    for (const { id: other, scope: place, listening } of instance.activities) if (listening && place === scope) around.add(other);
    id = scope;
  }
  const chosen = moves.filter(({ activity }) => around.has(activity));
  return chosen.length > 0 ? chosen : moves;
}

/** What carries a case on by itself; the rest are events that may come meanwhile. */
const WORK: ReadonlySet<Move['kind']> = new Set(['outcome', 'service', 'part', 'children', 'call', 'wait']);

/** Everything that may happen next. `fresh` names what somebody will enter. Of those who do the same task alike, one is looked at. */
export function movesIn(compiled: Compiled, instance: Instance, fresh: () => string): readonly Move[] {
  const ways: Ways = { compiled, instance, fresh };
  return instance.activities.flatMap((activity) => [...workMoves(ways, activity), ...waitMoves(ways, activity), ...childMoves(ways, activity)]);
}

interface Ways { readonly compiled: Compiled; readonly instance: Instance; readonly fresh: () => string }

function workMoves({ compiled, instance, fresh }: Ways, activity: ActivityInstance): readonly Move[] {
  const node = compiled.nodes.get(activity.node);
  const [task] = activity.tasks;
  if (task && node && 'human' in node) {
    return [...node.human.outcomes].map(([outcome, { skipForm }]): Move => ({
      kind: 'outcome', node: activity.node, name: outcome, activity: activity.id, aside: false,
      command: {
        type: 'completeTask', task: task.id, outcome, by: somebody(instance), submission: null, remark: true, facts: {},
        data: node.human.form === null || skipForm === true ? null : { ...(unknown(fresh()) as object) },
      },
    }));
  }
  if (node?.callsService !== true) return [];
  return [
    { kind: 'service', node: activity.node, name: '', activity: activity.id, aside: false, command: { type: 'completeServiceTask', activity: activity.id, result: someFields(fresh) } },
    ...caughtCodes(compiled, instance, activity, 'error').map((code): Move => ({ kind: 'service', node: activity.node, name: code, activity: activity.id, aside: false, command: { type: 'failServiceTask', activity: activity.id, code, data: someFields(fresh) } })),
  ];
}

function waitMoves(ways: Ways, activity: ActivityInstance): readonly Move[] {
  const { compiled, instance, fresh } = ways;
  const node = compiled.nodes.get(activity.node);
  const moves: Move[] = [];
  const add = (kind: Move['kind'], name: string, command: Command, interrupts: boolean) => moves.push({ kind, activity: activity.id, node: activity.node, name, aside: !interrupts, command });
  const events = eventsOf(compiled, activity);
  const interrupts = (ref: string | null) => ref === null || ref === '' || events.find(({ key }) => key === ref)?.interrupting !== false;
  for (const timer of activity.timers) if (!ALARMS.has(timer.kind)) add(timer.ref === '' ? 'wait' : 'timer', timer.ref, { type: 'fireTimer', timer: timer.id }, interrupts(timer.ref));
  for (const { id, message, ref } of activity.subscriptions ?? []) {
    if (message.startsWith(ESCALATION)) for (const code of caughtCodes(compiled, instance, activity, 'escalation')) add('event', code, { type: 'receiveMessage', subscription: id, data: { code, data: someFields(fresh) } }, false);
    else add(ref === null ? 'wait' : 'message', ref ?? message, { type: 'receiveMessage', subscription: id, data: someFields(fresh) }, interrupts(ref));
  }
  for (const event of events) {
    if (event.type !== 'action') continue;
    add('action', event.key, {
      type: 'triggerAction', activity: activity.id, action: event.key, by: somebody(instance), submission: null, remark: true,
      data: event.form === undefined ? null : { ...(unknown(fresh()) as object) },
    }, event.interrupting);
  }
  if (node?.type === 'adHocSubProcess') {
    const under = instance.tokens.filter(({ scope }) => scope === activity.id);
    for (const part of under.length < MAX_PARTS ? compiled.starters.get(activity.node) ?? [] : []) {
      if (under.some((token) => token.node === part)) continue;
      moves.push({ kind: 'part', node: activity.node, name: part, activity: activity.id, aside: false, command: { type: 'triggerAction', activity: activity.id, action: part, by: somebody(instance), data: null, submission: null, remark: true } });
    }
  }
  return moves;
}

function childMoves({ compiled, instance, fresh }: Ways, activity: ActivityInstance): readonly Move[] {
  const { children, items } = activity;
  if (children === null || items !== null || children.active === 0) return [];
  const node = compiled.nodes.get(activity.node);
  const errors = caughtCodes(compiled, instance, activity, 'error').map((code) => ({ code, data: someFields(fresh) }));
  if (node?.type === 'callActivity' && node.forEach === null) {
    return [
      ...errors.map((error): Move => ({ kind: 'call', node: node.key, name: error.code, activity: activity.id, aside: false, command: { type: 'callEnded', activity: activity.id, status: 'completed', result: error.code, variables: {}, error } })),
      { kind: 'call', node: node.key, name: 'completed', activity: activity.id, aside: false, command: { type: 'callEnded', activity: activity.id, status: 'completed', result: unknownText(fresh()), variables: someFields(fresh) } },
      { kind: 'call', node: node.key, name: 'cancelled', activity: activity.id, aside: false, command: { type: 'callEnded', activity: activity.id, status: 'cancelled', result: null, variables: {} } },
    ];
  }
  const count = { completed: children.completed + 1, cancelled: children.cancelled, results: {} };
  return [undefined, ...errors].map((error) => ({
    kind: 'children', node: activity.node, name: error?.code ?? '', activity: activity.id, aside: false, command: { type: 'childrenChanged', activity: activity.id, ...count, ...(error && { error }) },
  }));
}

/** The engine's own address of what comes up from a called case or a part. */
const ESCALATION = 'escalation/';

function someFields(fresh: () => string): { readonly [name: string]: Json } {
  return unknown(fresh()) as { readonly [name: string]: Json };
}

interface EventFacts { readonly type: string; readonly key: string; readonly interrupting: boolean; readonly form?: string }

function eventsOf(compiled: Compiled, activity: ActivityInstance): readonly EventFacts[] {
  const node = compiled.nodes.get(activity.node);
  if (activity.listening) return node?.type === 'subProcess' && node.trigger !== null ? [node.trigger.event] : [];
  // In a child of a parallel forEach the boundary events belong to the parent's activity.
  return node?.boundary.map(({ event }) => event) ?? [];
}

/** A new person for every step: four eyes forbid what one person may do twice, never what somebody may do. */
function somebody(instance: Instance): Actor {
  return { person: `person:00000000-0000-4000-8000-${String(instance.nextId).padStart(12, '0')}`, right: { kind: 'direct' } };
}
