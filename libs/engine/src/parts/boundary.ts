import type { BoundaryEvent, TermExpression } from '@reglament/contracts';
import { cancelActivity } from '../activities.js';
import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import { takeGlobalId, type Draft, type PathStep } from '../draft.js';
import type { CompiledCondition } from '../expressions.js';
import type { ActivityInstance, OpenTimer } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { isRun } from '../runs.js';
import { scopeAt } from '../scope.js';
import { addTimers } from '../timers.js';
import { moveToken, spawnToken, type Exit } from '../tokens.js';
import { awaitMessage, compileMessage, type CompiledMessage } from './messages.js';
import { compilePerformers, type CompiledPerformer } from './performers.js';
import { awaitSignal } from './signals.js';
import { compileTerm, momentOf, type CompiledTerm } from './terms.js';

export interface CompiledBoundary {
  readonly event: BoundaryEvent;
  readonly exit: Exit;
  readonly when: CompiledCondition | null;
  /** Of a conditional event. */
  readonly condition: CompiledCondition | null;
  readonly term: CompiledTerm | null;
  readonly repeat: CompiledTerm | null;
  /** How often it comes in all; null where nobody counts. */
  readonly times: number | null;
  readonly message: CompiledMessage | null;
  readonly performers: readonly CompiledPerformer[];
  /** Fills the form of an action. */
  readonly prefill: CompiledMapping;
}

export function compileBoundary(node: string, events: readonly BoundaryEvent[] | undefined, compiler: Compiler, pointer: string): readonly CompiledBoundary[] {
  return (events ?? []).map((event, i) => ({ ...compileBoundaryEvent(event, compiler, `${pointer}/${i}`), exit: boundaryExit(node, event) }));
}

export function compileBoundaryEvent(event: BoundaryEvent, compiler: Compiler, pointer: string): CompiledBoundary {
  return {
    event,
    exit: { to: event.to, flow: null, via: event.key },
    when: event.when === undefined ? null : compiler.condition(event.when, `${pointer}/when`),
    condition: event.type === 'condition' ? compiler.condition(event.condition, `${pointer}/condition`) : null,
    term: event.type === 'timer' ? compileTerm(event.after, compiler, `${pointer}/after`) : null,
    repeat: event.type === 'timer' ? compileTerm(termOf(event.repeat), compiler, `${pointer}/repeat`) : null,
    times: (event.type === 'timer' && event.repeat && 'times' in event.repeat ? event.repeat.times : undefined) ?? null,
    message: event.type === 'message' ? compileMessage(event, compiler, pointer) : null,
    prefill: event.type === 'action' ? compiler.mapping(event.prefill, `${pointer}/prefill`) : [],
    performers: event.type === 'action' ? compilePerformers(event.performers, compiler, `${pointer}/performers`) : [],
  };
}

/** The term of a repetition, without how often. */
function termOf(repeat: Extract<BoundaryEvent, { type: 'timer' }>['repeat']): TermExpression | undefined {
  if (repeat === undefined || !('times' in repeat)) return repeat;
  const { times: _, ...term } = repeat;
  return term;
}

export function boundaryExit(node: string, event: BoundaryEvent): Exit {
  return { to: event.to, flow: `on/${event.key}`, via: `${node}/on/${event.key}` };
}

/** Sets the timers of an activity that has just opened, by the case's calendar, and listens for the messages and signals of its events. */
export function setBoundaryEvents(draft: Draft, activity: ActivityInstance, boundary: readonly CompiledBoundary[]): void {
  if (isRun(draft, activity)) return;
  const timers: OpenTimer[] = [];
  for (const each of boundary) {
    const timer = each.term && boundaryTimer(draft, activity, each, each.term, each.times === null ? {} : { left: each.times - 1 });
    if (timer) timers.push(timer);
  }
  addTimers(draft, activity.id, timers);
  for (const { event, message } of boundary) {
    if (message !== null) awaitMessage(draft, activity.id, message, event.key);
    else if (event.type === 'signal') awaitSignal(draft, activity.id, event.name, event.key);
  }
}

/**
 * The next time of an event that repeats, a term after the moment at which this one was due: counted from when it fired, always a little
 * after the end of the day, every step would lose a day. What passed while nothing ran is not made up for; then the count begins anew.
 */
export function repeatTimer(draft: Draft, activity: ActivityInstance, boundary: CompiledBoundary, fired: OpenTimer): void {
  const { now } = draft.context;
  if (fired.left === 0) return;
  const left = fired.left === undefined ? {} : { left: fired.left - 1 };
  const next = (from: string): OpenTimer | null => boundary.repeat && boundaryTimer(draft, activity, boundary, boundary.repeat, left, from);
  const following = next(fired.at);
  const timer = following !== null && Date.parse(following.at) <= Date.parse(now) ? next(now) : following;
  if (timer) addTimers(draft, activity.id, [timer]);
}

function boundaryTimer(draft: Draft, activity: ActivityInstance, { event }: CompiledBoundary, term: CompiledTerm, left: Pick<OpenTimer, 'left'>, from = draft.context.now): OpenTimer | null {
  const moment = momentOf(draft, activity.node, term, 'from', from, calendarOf(draft, undefined, 'case'), scopeAt(draft, activity.id));
  return moment && { id: takeGlobalId(draft), kind: 'boundary', ref: event.key, task: null, at: moment.at, ...left };
}

export function whenHolds(draft: Draft, activity: ActivityInstance, { when }: CompiledBoundary): boolean {
  return when === null || when.holds(scopeAt(draft, activity.id), draft.moment);
}

/** What happens when the event has come: everything in the activity is cancelled, or a second token starts beside it. Not for listeners. */
export function takeBoundary(draft: Draft, activity: ActivityInstance, { event, exit }: CompiledBoundary, path: readonly PathStep[]): void {
  if (!event.interrupting) return spawnToken(draft, activity.node, activity.scope, exit, path);
  cancelActivity(draft, activity.id);
  const token = draft.tokens.find((candidate) => candidate.id === activity.token);
  if (token) moveToken(draft, token, exit, path);
}
