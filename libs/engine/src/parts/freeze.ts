import { remaining, resumeFrom, type CompiledCalendar, type Term } from '@reglament/calendar';
import { findActivity, refuse, replaceActivity, takeGlobalId, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import { record } from '../facts.js';
import type { ActivityInstance, FrozenActivity, OpenTask, OpenTimer } from '../instance.js';
import { calendarOf } from '../organisations.js';
import { scopeAt } from '../scope.js';
import { replaceTask } from '../tasks.js';
import { addTimers, cancelTimers } from '../timers.js';
import { alarmsOf } from './alarms.js';
import { eventsAt } from './event-sub-process.js';
import type { CompiledTerm } from './terms.js';

/**
 * Makes terms stand still and run again. After every step: whatever shares a scope with a running event sub-process that freezes is frozen
 * (its timers are taken away, its tasks have no due moment), and so is everything in a case that is suspended, what was opened meanwhile
 * too; whatever is no longer so runs again with the time it had left.
 */
export function applyFreezes(draft: Draft): void {
  const whole = draft.suspended !== undefined;
  if (!draft.compiled.freezes && !whole && draft.before.suspended === undefined) return;
  const frozen = new Set(whole ? draft.activities.map(({ id }) => id) : frozenIds(draft));
  for (const { id } of draft.activities.slice()) {
    const activity = findActivity(draft, id);
    if (!activity) continue;
    if (frozen.has(id) && activity.frozen === undefined) freeze(draft, activity);
    else if (!frozen.has(id) && activity.frozen !== undefined) thaw(draft, activity, activity.frozen);
  }
}

/** Everything in the scope of a running freezer, at any depth, but itself and what runs in it. */
function frozenIds(draft: Draft): readonly number[] {
  const freezers = draft.activities.filter(({ node, listening }) => !listening && isFreezer(draft, node));
  return freezers.flatMap((freezer) => {
    const within = (scope: number | null): readonly number[] =>
      draft.activities.filter((activity) => activity.scope === scope && activity.id !== freezer.id).flatMap(({ id }) => [id, ...within(id)]);
    return within(freezer.scope);
  });
}

function isFreezer(draft: Draft, key: string): boolean {
  const node = draft.compiled.nodes.get(key);
  return node?.type === 'subProcess' && node.freezes;
}

function freeze(draft: Draft, activity: ActivityInstance): void {
  const { timers, tasks } = activity;
  cancelTimers(draft, activity, timers);
  const left = findActivity(draft, activity.id) ?? activity;
  replaceActivity(draft, { ...left, frozen: { since: draft.context.now, timers, dueAt: Object.fromEntries(tasks.map(({ id, dueAt }) => [id, dueAt])) } });
  for (const task of tasks) if (task.dueAt !== null) setDue(draft, activity.id, task, null);
  record(draft, 'termsFrozen', { node: activity.node, activity: activity.id }, { timers: timers.length });
}

function thaw(draft: Draft, activity: ActivityInstance, { since, timers, dueAt }: FrozenActivity): void {
  const { frozen: _, ...running } = activity;
  replaceActivity(draft, running);
  const caseCalendar = calendarOf(draft, undefined, 'case');
  for (const timer of timers.filter(({ task }) => task === null)) {
    const at = shifted(draft, activity, timer.at, since, caseCalendar, termOfTimer(draft, activity, timer));
    if (at !== null) addTimers(draft, activity.id, [{ ...timer, id: takeGlobalId(draft), at }]);
  }
  for (const task of activity.tasks) thawTask(draft, activity, task, since, timers, dueAt[task.id] ?? null);
  record(draft, 'termsResumed', { node: activity.node, activity: activity.id }, { since });
}

/** The task's due moment, and of its reminders and rungs those that had not come yet, counted from the new moment. */
function thawTask(draft: Draft, activity: ActivityInstance, task: OpenTask, since: string, timers: readonly OpenTimer[], before: string | null): void {
  const node = draft.compiled.nodes.get(activity.node);
  if (!node || !('human' in node)) return;
  const { human } = node;
  const calendar = calendarOf(draft, task.performers[0], human.calendar);
  const dueAt = before === null ? null : shifted(draft, activity, before, since, calendar, human.due);
  const resumed = dueAt === null ? task : setDue(draft, activity.id, task, dueAt);
  const pending = new Set(timers.filter((timer) => timer.task === task.id).map(({ kind, ref }) => `${kind} ${ref}`));
  addTimers(draft, activity.id, alarmsOf(draft, activity.node, human, resumed, calendar, scopeAt(draft, activity.id)).filter(({ kind, ref }) => pending.has(`${kind} ${ref}`)));
}

function setDue(draft: Draft, activityId: number, task: OpenTask, dueAt: string | null): OpenTask {
  const changed = { ...task, dueAt };
  const open = findActivity(draft, activityId);
  if (open) replaceTask(draft, open, changed);
  return changed;
}

/** A moment that was still to come at `since`, as far off now as it was then. A date stays what it is. */
function shifted(draft: Draft, activity: ActivityInstance, moment: string, since: string, calendar: CompiledCalendar, compiled: CompiledTerm | null): string | null {
  const term: Term = compiled === null || compiled.kind === 'date' ? { date: moment.slice(0, 10) } : compiled.term;
  if ('date' in term) return moment;
  const left = remaining(moment, since, calendar, term);
  const answer = left.kind === 'remaining' || left.kind === 'overdue' ? resumeFrom(left, draft.context.now, calendar) : left;
  switch (answer.kind) {
    case 'due': return answer.at;
    case 'noCalendar':
      refuse(draft, { code: 'noCalendarYear', year: answer.year, node: activity.node });
      return null;
    case 'invalidTerm': throw new EngineError('engine.unusableValue', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node: activity.node, instance: draft.before.id, found: answer.found });
  }
}

function termOfTimer(draft: Draft, activity: ActivityInstance, { kind, ref }: OpenTimer): CompiledTerm | null {
  const node = draft.compiled.nodes.get(activity.node);
  if (kind === 'catch') return node?.type === 'catchEvent' && node.trigger.type === 'timer' ? node.trigger.term : null;
  return eventsAt(draft, activity).find(({ event }) => event.key === ref)?.term ?? null;
}
