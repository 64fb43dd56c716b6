import type { Effect, Instance } from '@reglament/engine';
import { chainHash } from './history-chain.js';
import type {
  ClosedTaskRow, HistoryInsert, InstanceRow, OpenedTaskRow, OutboxRow, SubmissionInsert, TransitionRows, UpdatedTaskRow,
} from './rows.js';
import { isNew, type Transition } from './transition.js';

/** Where all rows of the transition belong. */
interface Place { readonly instance: string; readonly organisation: string; readonly path: string; readonly period: string }

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

/**
 * The rows that a transition writes. What the transition itself takes back is left out: a task opened and closed, a timer set and
 * cancelled, a service called and completed in the same commit (as with a handler that works in the transaction) never was open.
 */
export function rowsOf(transition: Transition): TransitionRows {
  const { before, after, at, effects } = transition;
  const period = isNew(before) ? (before.period ?? `${after.startedAt.slice(0, 7)}-01`) : before.period;
  const place: Place = { instance: after.id, organisation: after.organisation, path: before.path, period };
  const byType = sortByType(effects);
  const history = historyRows(transition, place, byType.history);
  const closed = new Map(byType.closeTask.map((effect) => [effect.task, effect]));
  const opened = byType.openTask.filter((effect) => !closed.has(effect.task.id));
  const openedIds = new Set(byType.openTask.map((effect) => effect.task.id));
  const updates = new Map(byType.updateTask.map((effect) => [effect.task.id, effect.task]));
  const endedTimers = new Set([...byType.cancelTimer.map((effect) => effect.timer), ...(transition.firedTimer ? [transition.firedTimer.id] : [])]);
  const timers = byType.setTimer.filter((effect) => !endedTimers.has(effect.timer.id));
  const ownTimers = new Set(byType.setTimer.map((effect) => effect.timer.id));
  const endedServices = endedServicesOf(byType);
  const services = byType.callService.filter((effect) => !endedServices.has(effect.activity));
  const outbox = { ...pick(place), payload: {} };
  return {
    instance: instanceRow(transition, place, history),
    openedTasks: opened.map((effect) => openedTask({ ...effect, task: updates.get(effect.task.id) ?? effect.task }, place, at)),
    updatedTasks: [...updates.values()].filter((task) => !openedIds.has(task.id) && !closed.has(task.id)).map((task): UpdatedTaskRow => ({
      id: task.id, instance: after.id, performers: task.performers, assignee: task.assignee, excluded: task.excluded, due_at: task.dueAt,
    })),
    closedTasks: byType.closeTask.filter((effect) => !openedIds.has(effect.task)).map((effect) => closedTask(effect, transition)),
    timers: timers.map(({ timer, activity }) => ({
      ...pick(place), id: timer.id, activity, kind: timer.kind, ref: timer.ref, task: timer.task, at: timer.at,
    })),
    endedTimers: [...endedTimers].filter((id) => !ownTimers.has(id)).map((id) => ({ id, instance: after.id })),
    serviceCalls: services.map((effect) => ({
      ...pick(place), activity: effect.activity, node: effect.node, handler: effect.handler, input: effect.input, retry: effect.retry,
    })),
    endedServices: [...endedServices].map((activity) => ({ instance: after.id, activity })),
    childStarts: byType.startChildren.map((effect) => ({
      ...pick(place), activity: effect.activity, node: effect.node, items: effect.items, total: effect.items.length,
    })),
    outbox: [
      ...services.map((effect): OutboxRow => ({ ...outbox, kind: 'callService', payload: { activity: effect.activity } })),
      ...byType.startChildren.map((effect): OutboxRow => ({ ...outbox, kind: 'startChildren', payload: { activity: effect.activity } })),
      ...byType.cancelChildren.map((effect): OutboxRow => ({ ...outbox, kind: 'cancelChildren', payload: { activity: effect.activity } })),
      ...byType.childEnded.map((effect): OutboxRow => ({
        ...outbox, instance: effect.parent.instance, kind: 'childrenChanged', payload: { activity: effect.parent.activity },
      })),
    ],
    notifications: byType.notify.filter((effect) => effect.to.length > 0).map((effect) => ({
      ...pick(place), recipients: effect.to, kind: effect.kind, task: effect.task, node: effect.node, at,
    })),
    participations: participants(after, isNew(before), byType).map((party) => ({ instance: after.id, party })),
    history,
    submissions: submissionRows(transition, place),
    idempotency: transition.idempotency
      ? [{
          instance: after.id, actor: transition.idempotency.actor, key: transition.idempotency.key,
          request_hash: transition.idempotency.requestHash, response: transition.idempotency.response,
        }]
      : [],
  };
}

function pick(place: Place): Omit<Place, 'period'> {
  return { instance: place.instance, organisation: place.organisation, path: place.path };
}

type ByType = { readonly [Type in Effect['type']]: Of<Type>[] };

function sortByType(effects: readonly Effect[]): ByType {
  const sorted: ByType = {
    openTask: [], updateTask: [], closeTask: [], setTimer: [], cancelTimer: [], callService: [], cancelService: [], startChildren: [],
    cancelChildren: [], childEnded: [], notify: [], history: [],
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

function instanceRow({ before, after, at, firedTimer }: Transition, place: Place, history: readonly HistoryInsert[]): InstanceRow {
  const fresh = isNew(before);
  const last = history[history.length - 1];
  return {
    id: after.id, before_version: fresh ? null : before.version, organisation: place.organisation, path: place.path, period: place.period,
    definition_key: fresh ? before.definition.key : null, definition_version: fresh ? before.definition.version : null,
    definition_hash: after.definitionHash, status: after.status, result: after.result, state: after.state, subject: after.subject,
    business_key: after.businessKey, starter: after.starter, started_at: after.startedAt, ended_at: after.status === 'active' ? null : at,
    parent: after.parent?.instance ?? null, parent_activity: after.parent?.activity ?? null, parent_index: after.parent?.index ?? null,
    child_title: fresh ? (before.childTitle ?? null) : null, scope_node: after.scopeNode,
    version: fresh ? 1 : before.version + 1,
    history_seq: last?.seq ?? (fresh ? 0 : before.historySeq),
    head_hash: last?.hash ?? (fresh ? '' : before.headHash),
    snapshot: after, fired_timer: firedTimer?.id ?? null, fence: firedTimer?.fence ?? null,
  };
}

function openedTask(effect: Of<'openTask'>, place: Place, at: string): OpenedTaskRow {
  const { task } = effect;
  return {
    ...place, id: task.id, activity: effect.activity, node: effect.node, slot: task.slot, title: effect.title, form: effect.form,
    performers: task.performers, assignee: task.assignee, excluded: task.excluded, due_at: task.dueAt, priority: effect.priority,
    state: effect.state, why: effect.why, opened_at: at,
  };
}

function closedTask(effect: Of<'closeTask'>, { after, actor, at }: Transition): ClosedTaskRow {
  const completed = effect.status === 'completed';
  return {
    id: effect.task, instance: after.id, status: effect.status, outcome: effect.outcome, completed_by: completed ? effect.by : null,
    completed_right: completed ? (actor?.right ?? null) : null, closed_at: at,
  };
}

function historyRows({ before, command, at }: Transition, place: Place, effects: readonly Of<'history'>[]): readonly HistoryInsert[] {
  let seq = isNew(before) ? 0 : before.historySeq;
  let hash = isNew(before) ? '' : before.headHash;
  const version = isNew(before) ? 1 : before.version + 1;
  return effects.map(({ fact }) => {
    seq += 1;
    const { kind, node, activity, task, by, data } = fact;
    hash = chainHash(hash, { instance: place.instance, seq, version, command, at, kind, node, activity, task, by, data });
    return { ...place, seq, version, command, at, kind, node, activity, task, by_party: by, data, hash };
  });
}

function submissionRows({ submission, at }: Transition, place: Place): readonly SubmissionInsert[] {
  if (!submission) return [];
  const { id, task, node, form, outcome, data, remark, author, salt, hash } = submission;
  return [{ ...place, id, task, node, form_key: form?.key ?? null, form_hash: form?.hash ?? null, outcome, data, remark, author, at, salt, hash }];
}

function participants(after: Instance, fresh: boolean, byType: ByType): readonly string[] {
  const parties = new Set<string>(fresh && after.starter !== null ? [after.starter] : []);
  for (const { task } of byType.openTask) for (const party of task.performers) parties.add(party);
  for (const { task } of byType.updateTask) for (const party of task.performers) parties.add(party);
  for (const { by } of byType.closeTask) if (by !== null) parties.add(by);
  return [...parties];
}
