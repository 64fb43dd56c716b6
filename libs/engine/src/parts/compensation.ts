import { cancelActivity, openActivity } from '../activities.js';
import { findActivity, replaceActivity, type Draft } from '../draft.js';
import { record } from '../facts.js';
import type { CompensableRun, Token } from '../instance.js';
import { removeToken } from '../tokens.js';
import { isEventSubProcess } from './compensable.js';

/** An event asks for compensation: it is open until everything that it reaches has been undone, the last completed first. */
export function beginUndoing(draft: Draft, token: Token, activity: string | null): void {
  const scopes = scopesFrom(draft, token.scope);
  undo(draft, token, draft.compensable.filter(({ scope, node }) => scopes.includes(scope) && (activity === null || node === activity)));
}

/** The transaction is given up: what is still open in it ends, what was completed is undone. */
export function cancelTransaction(draft: Draft, token: Token): void {
  for (const other of draft.activities.filter(({ scope }) => scope === token.scope)) cancelActivity(draft, other.id);
  for (const other of draft.tokens.filter(({ id, scope }) => scope === token.scope && id !== token.id)) removeToken(draft, other.id);
  undo(draft, token, draft.compensable.filter(({ scope }) => scope === token.scope));
}

function undo(draft: Draft, token: Token, runs: readonly CompensableRun[]): void {
  const activity = openActivity(draft, token);
  draft.compensable = draft.compensable.filter((run) => !runs.includes(run));
  replaceActivity(draft, { ...activity, compensation: { queue: [...runs].reverse(), running: null } });
  record(draft, 'compensationThrown', { node: activity.node, activity: activity.id }, { activities: runs.map(({ node }) => node).reverse() });
}

/** The scope of an event, and, of an event sub-process, the scope that holds it. */
function scopesFrom(draft: Draft, scope: number | null): readonly (number | null)[] {
  const holder = scope === null ? undefined : findActivity(draft, scope);
  return holder && isEventSubProcess(draft, holder.node) ? [scope, ...scopesFrom(draft, holder.scope)] : [scope];
}
