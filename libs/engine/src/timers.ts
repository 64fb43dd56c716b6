import { findActivity, replaceActivity, type Draft } from './draft.js';
import { record } from './facts.js';
import type { ActivityInstance, OpenTimer } from './instance.js';

export function addTimers(draft: Draft, activity: number, timers: readonly OpenTimer[]): void {
  const open = findActivity(draft, activity);
  if (!open || timers.length === 0) return;
  replaceActivity(draft, { ...open, timers: [...open.timers, ...timers] });
  for (const timer of timers) {
    draft.effects.push({ type: 'setTimer', timer, activity });
    record(draft, 'timerSet', { node: open.node, activity, task: timer.task }, { timer: timer.id, kind: timer.kind, ref: timer.ref, at: timer.at });
  }
}

export function cancelTimers(draft: Draft, activity: ActivityInstance, timers: readonly OpenTimer[]): void {
  if (timers.length === 0) return;
  const open = findActivity(draft, activity.id);
  if (open) replaceActivity(draft, { ...open, timers: open.timers.filter((timer) => !timers.includes(timer)) });
  for (const timer of timers) {
    draft.effects.push({ type: 'cancelTimer', timer: timer.id });
    record(draft, 'timerCancelled', { node: activity.node, activity: activity.id, task: timer.task }, { timer: timer.id });
  }
}
