import type { Effect, Instance } from '@reglament/engine';
import { chainHash } from './history-chain.js';
import { openedIn } from './opened-in.js';
import type { ClosedTaskRow, HistoryInsert, OpenedTaskRow, OutboxKind, OutboxRow, TransitionRows, UpdatedTaskRow } from './rows.js';
import { transitionRow, versionOf } from './transition-row.js';
import { isNew, type Transition } from './transition.js';

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

/**
 * The rows that a transition writes. What the transition itself takes back is left out: a task opened and closed, a timer set and
 * cancelled, a service called and completed in the same commit (as with a handler that works in the transaction) never was open.
 */
export function rowsOf(transition: Transition): TransitionRows {
  const { after, effects } = transition;
  const byType = sortByType(effects);
  const history = historyRows(transition, byType.history);
  const closed = new Set(byType.closeTask.map((effect) => effect.task));
  const opened = new Set(byType.openTask.map((effect) => effect.task.id));
  const updates = new Map(byType.updateTask.map((effect) => [effect.task.id, effect.task]));
  const endedTimers = new Set(byType.cancelTimer.map((effect) => effect.timer));
  if (transition.firedTimer) endedTimers.add(transition.firedTimer.id);
  const setTimers = new Set(byType.setTimer.map((effect) => effect.timer.id));
  const newSubscriptions = new Set(byType.subscribe.map(({ subscription }) => subscription.id));
  const endedSubscriptions = new Set(byType.unsubscribe.map(({ subscription }) => subscription));
  const endedServices = endedServicesOf(byType);
  const services = byType.callService.filter((effect) => !endedServices.has(effect.activity));
  return {
    transition: transitionRow(transition, history, participants(after, isNew(transition.before), byType)),
    openedTasks: openedIn(effects).map(openedTask),
    updatedTasks: [...updates.values()].filter((task) => !opened.has(task.id) && !closed.has(task.id)).map(updatedTask),
    reopenedTasks: byType.reopenTask.map(({ task }) => updatedTask(task)),
    closedTasks: byType.closeTask.filter((effect) => !opened.has(effect.task)).map((effect): ClosedTaskRow => ({
      n: 0, id: effect.task, status: effect.status, outcome: effect.outcome, completed_by: effect.status === 'completed' ? effect.by : null,
    })),
    timers: byType.setTimer.filter((effect) => !endedTimers.has(effect.timer.id)).map(({ timer, activity }) => ({
      n: 0, id: timer.id, activity, kind: timer.kind, ref: timer.ref, task: timer.task, at: timer.at,
    })),
    endedTimers: [...endedTimers].filter((id) => !setTimers.has(id)).map((id) => ({ n: 0, id })),
    subscriptions: byType.subscribe.filter(({ subscription }) => !endedSubscriptions.has(subscription.id)).map(({ subscription: { id, message: name, correlation }, activity }) => ({ n: 0, id, activity, message: name, correlation })),
    endedSubscriptions: [...endedSubscriptions].filter((id) => !newSubscriptions.has(id)).map((id) => ({ n: 0, id })),
    sentMessages: byType.sendMessage.map(({ id, message: name, correlation, data, keepUntil }) => ({ n: 0, id, message: name, correlation, data, keep_until: keepUntil ?? null })),
    serviceCalls: services.map(({ activity, node, handler, input, retry }) => ({ n: 0, activity, node, handler, input, retry })),
    endedServices: [...endedServices].map((activity) => ({ n: 0, activity })),
    childStarts: byType.startChildren.map(({ activity, node, items }) => ({ n: 0, activity, node, items, total: items.length })),
    outbox: [
      ...services.map((effect) => message(after.id, 'callService', effect.activity)),
      ...byType.startChildren.map((effect) => message(after.id, 'startChildren', effect.activity)),
      ...byType.cancelChildren.map((effect) => message(after.id, 'cancelChildren', effect.activity)),
      ...byType.alignChildren.map((effect) => message(after.id, 'alignChildren', effect.activity)),
      ...byType.sendMessage.map(({ id }) => message(after.id, 'sendMessage', id)),
      ...byType.childEnded.map((effect) => message(effect.parent.instance, 'childrenChanged', effect.parent.activity)),
    ],
    notifications: byType.notify.filter((effect) => effect.to.length > 0).map(({ to, kind, task, node }) => ({ n: 0, recipients: to, kind, task, node })),
    invitations: byType.invite.filter(({ task }) => !closed.has(task)).flatMap(({ task, addresses, graceDays }) => addresses.map((address, slot) => ({ n: 0, task, slot, address, grace_days: graceDays }))),
    history,
  };
}

function message(instance: string, kind: OutboxKind, activity: number): OutboxRow {
  return { n: 0, instance, kind, activity };
}

type ByType = { readonly [Type in Effect['type']]: Of<Type>[] };

function sortByType(effects: readonly Effect[]): ByType {
  const sorted: ByType = {
    openTask: [], updateTask: [], reopenTask: [], closeTask: [], setTimer: [], cancelTimer: [], subscribe: [], unsubscribe: [], sendMessage: [], callService: [], cancelService: [], startChildren: [],
    cancelChildren: [], alignChildren: [], childEnded: [], invite: [], notify: [], history: [],
  };
  for (const effect of effects) (sorted[effect.type] as Effect[]).push(effect);
  return sorted;
}

/** Cancelled, or completed by this very transition (the engine says so in history alone). */
function endedServicesOf(byType: ByType): ReadonlySet<number> {
  const ended = new Set(byType.cancelService.map((effect) => effect.activity));
  for (const { fact } of byType.history) if (fact.kind === 'serviceCompleted' && fact.activity !== null) ended.add(fact.activity);
  return ended;
}

function openedTask({ task, activity, node, title, form, priority, state, why }: Of<'openTask'>): OpenedTaskRow {
  return {
    n: 0, id: task.id, activity, node, slot: task.slot, title, form, performers: task.performers, assignee: task.assignee, excluded: task.excluded,
    due_at: task.dueAt, priority, state, why,
  };
}

function updatedTask({ id, performers, assignee, excluded, dueAt }: Of<'updateTask'>['task']): UpdatedTaskRow {
  return { n: 0, id, performers, assignee, excluded, due_at: dueAt };
}

function historyRows(transition: Transition, effects: readonly Of<'history'>[]): readonly HistoryInsert[] {
  const { before, after, command, at } = transition;
  const version = versionOf(transition);
  let seq = isNew(before) ? 0 : before.historySeq;
  let hash = isNew(before) ? '' : before.headHash;
  return effects.map(({ fact }) => {
    seq += 1;
    const { kind, node, activity, task, by, data } = fact;
    hash = chainHash(hash, { instance: after.id, seq, version, command, at, kind, node, activity, task, by, data });
    return { n: 0, seq, kind, node, activity, task, by_party: by, data, hash };
  });
}

function participants(after: Instance, fresh: boolean, byType: ByType): readonly string[] {
  const parties = new Set<string>(fresh && after.starter !== null ? [after.starter] : []);
  for (const { task } of byType.openTask) for (const party of task.performers) parties.add(party);
  for (const { task } of byType.updateTask) for (const party of task.performers) parties.add(party);
  for (const { by } of byType.closeTask) if (by !== null) parties.add(by);
  return [...parties];
}
