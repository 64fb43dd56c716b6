import { findActivity, writeVariables, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance, ThrownCode } from '../instance.js';
import { isRun } from '../runs.js';
import { whenHolds, type CompiledBoundary } from './boundary.js';
import { eventsAt } from './event-sub-process.js';
import { takeEvent } from './take-event.js';

type Kind = 'error' | 'escalation';

export interface Catcher { readonly activity: ActivityInstance; readonly boundary: CompiledBoundary }

/** From where something is thrown: by an activity itself, or by an event that stands in a scope. */
export type ThrownFrom = { readonly activity: ActivityInstance } | { readonly scope: number | null };

/**
 * Who catches an error or an escalation (BPMN 2.0 §10.5.1): looked for from inside outwards, on the border of the activity that throws it
 * and of every sub-process around, and among the event sub-processes that listen in each of these scopes. At one place the one that names
 * the code comes before the one that takes any.
 */
export function catcherOf(draft: Draft, kind: Kind, code: string, from: ThrownFrom): Catcher | null {
  let holder = 'activity' in from ? findActivity(draft, from.activity.id) : undefined;
  let scope = 'activity' in from ? from.activity.scope : from.scope;
  for (;;) {
    const boundary = holder && matching(draft, holder, kind, code);
    if (holder && boundary) return { activity: holder, boundary };
    const listener = listenerIn(draft, scope, kind, code);
    if (listener !== null) return listener;
    if (scope === null) return null;
    holder = findActivity(draft, scope);
    scope = holder?.scope ?? null;
    if (holder === undefined) return null;
  }
}

function listenerIn(draft: Draft, scope: number | null, kind: Kind, code: string): Catcher | null {
  const found = draft.activities.filter((activity) => activity.listening && activity.scope === scope)
    .flatMap((activity) => { const boundary = matching(draft, activity, kind, code); return boundary ? [{ activity, boundary }] : []; });
  return found.find(({ boundary }) => codeOf(boundary) !== undefined) ?? found[0] ?? null;
}

function matching(draft: Draft, activity: ActivityInstance, kind: Kind, code: string): CompiledBoundary | undefined {
  // Of a run the events belong to what holds the runs.
  if (!activity.listening && isRun(draft, activity)) return undefined;
  const events = eventsAt(draft, activity).filter((boundary) => boundary.event.type === kind && (codeOf(boundary) ?? code) === code && whenHolds(draft, activity, boundary));
  return events.find((boundary) => codeOf(boundary) === code) ?? events[0];
}

function codeOf({ event }: CompiledBoundary): string | undefined {
  return event.type === 'error' || event.type === 'escalation' ? event.code : undefined;
}

/** History has the code alone: what is carried may be anything that somebody entered. */
export function takeCaught(draft: Draft, { activity, boundary }: Catcher, kind: Kind, thrown: ThrownCode): void {
  const { event } = boundary;
  record(draft, kind === 'error' ? 'errorCaught' : 'escalationCaught', { node: activity.node, activity: activity.id }, { code: thrown.code, ref: event.key });
  if ('variable' in event && event.variable !== undefined) writeVariables(draft, { [event.variable]: { code: thrown.code, data: thrown.data } }, activity.scope);
  takeEvent(draft, activity, boundary, []);
}
