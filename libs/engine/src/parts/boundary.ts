import type { BoundaryEvent } from '@reglament/contracts';
import { cancelActivity } from '../activities.js';
import type { CompiledMapping, Compiler } from '../compile/compiler.js';
import { takeGlobalId, type Draft, type PathStep } from '../draft.js';
import type { CompiledCondition } from '../expressions.js';
import type { ActivityInstance, OpenTimer } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { scopeAt } from '../scope.js';
import { addTimers } from '../timers.js';
import { moveToken, spawnToken, type Exit } from '../tokens.js';
import { compilePerformers, type CompiledPerformer } from './performers.js';
import { compileTerm, momentOf, type CompiledTerm } from './terms.js';

export interface CompiledBoundary {
  readonly event: BoundaryEvent;
  readonly exit: Exit;
  readonly when: CompiledCondition | null;
  readonly term: CompiledTerm | null;
  readonly performers: readonly CompiledPerformer[];
  /** Fills the form of an action. */
  readonly prefill: CompiledMapping;
}

export function compileBoundary(node: string, events: readonly BoundaryEvent[] | undefined, compiler: Compiler, pointer: string): readonly CompiledBoundary[] {
  return (events ?? []).map((event, i) => ({
    event,
    exit: boundaryExit(node, event),
    when: event.when === undefined ? null : compiler.condition(event.when, `${pointer}/${i}/when`),
    term: event.type === 'timer' ? compileTerm(event.after, compiler, `${pointer}/${i}/after`) : null,
    performers: event.type === 'action' ? compilePerformers(event.performers, compiler, `${pointer}/${i}/performers`) : [],
    prefill: event.type === 'action' ? compiler.mapping(event.prefill, `${pointer}/${i}/prefill`) : [],
  }));
}

export function boundaryExit(node: string, event: BoundaryEvent): Exit {
  return { to: event.to, flow: `on/${event.key}`, via: `${node}/on/${event.key}` };
}

/** Sets the timers of an activity that has just opened; their terms run by the case's calendar. */
export function setBoundaryTimers(draft: Draft, activity: ActivityInstance, boundary: readonly CompiledBoundary[]): void {
  const timers: OpenTimer[] = [];
  for (const { event, term } of boundary) {
    if (event.type !== 'timer' || term === null) continue;
    const moment = momentOf(draft, activity.node, term, 'from', draft.context.now, calendarOf(draft, undefined, 'case'), scopeAt(draft, activity.id));
    if (moment) timers.push({ id: takeGlobalId(draft), kind: 'boundary', ref: event.key, task: null, at: moment.at });
  }
  addTimers(draft, activity.id, timers);
}

export function whenHolds(draft: Draft, activity: ActivityInstance, { when }: CompiledBoundary): boolean {
  return when === null || when.holds(scopeAt(draft, activity.id), draft.moment);
}

/** What happens when the event has come: everything in the activity is cancelled, or a second token starts beside it. */
export function takeBoundary(draft: Draft, activity: ActivityInstance, { event, exit }: CompiledBoundary, path: readonly PathStep[]): void {
  if (!event.interrupting) return spawnToken(draft, activity.node, activity.scope, exit, path);
  cancelActivity(draft, activity.id);
  const token = draft.tokens.find((candidate) => candidate.id === activity.token);
  if (token) moveToken(draft, token, exit, path);
}
