import { subjectWith } from '@reglament/engine';
import { findDrafts, loadInstances, type TaskListRow } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/**
 * What the cases of these tasks will be called by what the caller has typed and not sent, by task: several drafts of one process are told
 * apart before they have a name. A draft is its author's alone, so nobody else's list changes.
 */
export async function draftedSubjects(shell: Shell, caller: Caller, rows: readonly TaskListRow[]): Promise<ReadonlyMap<string, string>> {
  const open = rows.filter(({ status, drafted }) => status === 'open' && drafted);
  if (open.length === 0) return new Map();
  const drafts = await findDrafts(shell.store, caller.person, open.map(({ id }) => id));
  if (drafts.size === 0) return new Map();
  const drafted = open.filter(({ id }) => drafts.has(id));
  const instances = await loadInstances(shell.store, [...new Set(drafted.map(({ instance }) => instance))]);
  const context = shell.organisations.context(shell.clock.now());
  const named = await Promise.all(drafted.map(async ({ id, instance, activity, definitionHash }) => {
    const snapshot = instances.get(instance)?.snapshot;
    const { compiled } = await shell.definitions.get(definitionHash);
    return [id, snapshot ? subjectWith(compiled, snapshot, activity, (drafts.get(id) ?? {}) as Parameters<typeof subjectWith>[3], context) : null] as const;
  }));
  return new Map(named.filter((each): each is readonly [string, string] => each[1] !== null));
}
