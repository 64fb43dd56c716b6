import { leaveActivity } from '../activities.js';
import { replaceActivity, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { ActivityInstance } from '../instance.js';
import { isRun } from '../runs.js';
import { scopeAt } from '../scope.js';
import { whenHolds, type CompiledBoundary } from './boundary.js';
import { eventsAt } from './event-sub-process.js';
import { takeEvent } from './take-event.js';

/**
 * Conditional events (BPMN 2.0 §10.5.1): judged when everything that moves has come to rest, so what holds for a moment inside a step is
 * seen by nobody. An event comes when its condition begins to hold; one that goes on holding does not come again.
 *
 * @returns whether one has come, which sets tokens moving again.
 */
export function judgeConditions(draft: Draft): boolean {
  if (!draft.compiled.conditional || draft.status !== 'active') return false;
  return draft.activities.slice().some((activity) => activity.frozen === undefined && (isCaught(draft, activity) || isOneMet(draft, activity)));
}

function isCaught(draft: Draft, activity: ActivityInstance): boolean {
  const node = draft.compiled.nodes.get(activity.node);
  if (node?.type !== 'catchEvent' || node.trigger.type !== 'condition' || !node.trigger.condition.holds(scopeAt(draft, activity.id), draft.moment)) return false;
  record(draft, 'conditionMet', { node: node.key, activity: activity.id }, { ref: null });
  leaveActivity(draft, activity.id, node.exit);
  return true;
}

function isOneMet(draft: Draft, activity: ActivityInstance): boolean {
  // Of a run the events belong to what holds the runs.
  if (!activity.listening && isRun(draft, activity)) return false;
  for (const boundary of eventsAt(draft, activity)) {
    if (boundary.condition === null) continue;
    const open = draft.activities.find(({ id }) => id === activity.id) ?? activity;
    const holds = boundary.condition.holds(scopeAt(draft, activity.id), draft.moment) && whenHolds(draft, activity, boundary);
    if (holds === (open.held ?? []).includes(boundary.event.key)) continue;
    const next = remember(draft, open, boundary, holds);
    if (!holds) continue;
    record(draft, 'conditionMet', { node: activity.node, activity: activity.id }, { ref: boundary.event.key });
    takeEvent(draft, next, boundary, []);
    return true;
  }
  return false;
}

function remember(draft: Draft, activity: ActivityInstance, { event }: CompiledBoundary, holds: boolean): ActivityInstance {
  const { held = [], ...rest } = activity;
  const kept = holds ? [...held, event.key] : held.filter((key) => key !== event.key);
  const next = kept.length === 0 ? rest : { ...rest, held: kept };
  replaceActivity(draft, next);
  return next;
}
