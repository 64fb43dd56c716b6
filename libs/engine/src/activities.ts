import { findActivity, takeId, type Draft, type PathStep } from './draft.js';
import { record } from './facts.js';
import type { ActivityInstance, Token } from './instance.js';
import { settleCompensable } from './parts/compensable.js';
import { endSubscriptions } from './parts/messages.js';
import { consumeToken, moveToken, removeToken, type Exit } from './tokens.js';
import { holdsRuns } from './runs.js';
import { closeTask } from './tasks.js';
import { cancelTimers } from './timers.js';

type ActivityParts = Partial<Pick<ActivityInstance, 'approval' | 'children' | 'items'>>;

/** Enters an activity: from here until `leaveActivity` or `cancelActivity` its tasks, timers, services and children are its own. */
export function openActivity(draft: Draft, token: Token, parts: ActivityParts = {}): ActivityInstance {
  const activity: ActivityInstance = {
    id: takeId(draft), node: token.node, scope: token.scope, token: token.id, enteredAt: draft.context.now,
    tasks: [], timers: [], approval: parts.approval ?? null, children: parts.children ?? null, items: parts.items ?? null,
  };
  draft.activities.push(activity);
  record(draft, 'nodeEntered', { node: activity.node, activity: activity.id });
  return activity;
}

/** The activity has done its work: what is still open in it is cancelled and its token goes on; where no way leads on (null), it goes. */
export function leaveActivity(draft: Draft, id: number, exit: Exit | null, path: readonly PathStep[] = []): void {
  const activity = endActivity(draft, id, 'left');
  const token = activity && draft.tokens.find((candidate) => candidate.id === activity.token);
  if (!activity || !token) return;
  record(draft, 'nodeLeft', { node: activity.node, activity: id });
  if (exit === null) return consumeToken(draft, token, path);
  moveToken(draft, token, exit, token.race === undefined ? path : [...winRace(draft, token, token.race), ...path]);
}

/** The first of the events behind an event-based gateway has happened: the others are withdrawn, and the flow to this one was taken. */
function winRace(draft: Draft, { id, node, via }: Token, race: number): readonly PathStep[] {
  for (const loser of draft.tokens.filter((token) => token.race === race && token.id !== id)) {
    for (const { id: open } of draft.activities.filter(({ token }) => token === loser.id)) cancelActivity(draft, open);
    removeToken(draft, loser.id);
  }
  const split = via?.lastIndexOf('/') ?? -1;
  if (via === null || split < 0) return [];
  const step: PathStep = { node: via.slice(0, split), flow: Number(via.slice(split + 1)) };
  record(draft, 'flowTaken', { node: step.node }, { to: node, flow: step.flow });
  return [step];
}

/** Ends the activity and everything inside. `left`: its own work is done; `cancelled`: a service it called is to stop too. Its token stays. */
export function endActivity(draft: Draft, id: number, how: 'left' | 'cancelled'): ActivityInstance | undefined {
  const activity = findActivity(draft, id);
  if (!activity) return undefined;
  for (const task of activity.tasks) closeTask(draft, activity, task, 'cancelled', null, null);
  const { timers } = findActivity(draft, id) ?? activity;
  cancelTimers(draft, activity, timers);
  endSubscriptions(draft, activity);
  if (how === 'cancelled' && draft.compiled.nodes.get(activity.node)?.callsService && !holdsRuns(activity)) draft.effects.push({ type: 'cancelService', activity: id });
  cancelChildren(draft, activity);
  endScope(draft, id);
  if (draft.compiled.compensates) settleCompensable(draft, activity, how);
  draft.activities = draft.activities.filter((other) => other.id !== id);
  return activity;
}

/** Interrupts: ends the activity and says so in history. */
export function cancelActivity(draft: Draft, id: number): ActivityInstance | undefined {
  const activity = endActivity(draft, id, 'cancelled');
  if (activity && !activity.listening) record(draft, 'nodeLeft', { node: activity.node, activity: id }, { cancelled: true });
  return activity;
}

/** Takes away the tokens and activities inside a scope; null is the whole case. */
export function endScope(draft: Draft, scope: number | null): void {
  for (const inner of draft.activities.filter((candidate) => candidate.scope === scope)) {
    cancelActivity(draft, inner.id);
  }
  for (const token of draft.tokens.filter((candidate) => candidate.scope === scope)) removeToken(draft, token.id);
}

function cancelChildren(draft: Draft, activity: ActivityInstance): void {
  // A sequential forEach counts its items too, but they run inside: `items` tells the two apart.
  if (activity.children === null || activity.items !== null || activity.children.active === 0) return;
  draft.effects.push({ type: 'cancelChildren', activity: activity.id });
  record(draft, 'childrenCancelled', { node: activity.node, activity: activity.id }, { active: activity.children.active });
}
