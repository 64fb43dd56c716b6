import type { Draft, PathStep } from '../draft.js';
import type { ActivityInstance } from '../instance.js';
import { takeBoundary, type CompiledBoundary } from './boundary.js';
import { startEventSubProcess } from './event-sub-process.js';

/** An event has come to an activity: on its border, or the one for which an event sub-process has listened. */
export function takeEvent(draft: Draft, activity: ActivityInstance, boundary: CompiledBoundary, path: readonly PathStep[]): void {
  if (activity.listening) startEventSubProcess(draft, activity, boundary.event.interrupting, path);
  else takeBoundary(draft, activity, boundary, path);
}
