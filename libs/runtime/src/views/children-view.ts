import { textIn, type ChildrenView, type ChildView, type Locale } from '@reglament/contracts';
import { childrenOf, type ChildRow, type LoadedInstance } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from './lexicon.js';
import { workingDaysLeft } from './working-days-left.js';

/** The parts of a case that run side by side (an acquaintance sheet, tasks on control), grouped by the step that started them. */
export async function childrenViews(shell: Shell, caller: Caller, loaded: LoadedInstance, live: LiveDefinition): Promise<readonly ChildrenView[]> {
  const children = await childrenOf(shell.store, loaded.snapshot.id);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: children.flatMap(({ performers }) => performers), organisations: [], definitions: [] });
  const now = shell.clock.now();
  return [...groupByActivity(children)].map(([activity, rows]) => {
    // Parts know the step in which they lie; a case of another process knows none, and whoever called it does while it waits.
    const node = rows[0]?.node ?? loaded.snapshot.activities.find(({ id }) => id === activity)?.node ?? '';
    const definition = live.definition.nodes[node];
    return {
      activity, node, title: definition?.title ? textIn(definition.title, caller.locale) : (rows[0]?.title ?? node),
      total: rows.length, active: rows.filter(({ status }) => status === 'active').length, results: countResults(rows),
      items: rows.map((row) => ({
        // An item that is a party alone has no title of its own: the sheet lists people.
        id: row.id, index: row.index, title: row.title ?? (row.performers[0] === undefined ? null : lexicon.party(row.performers[0]).title), status: row.status, result: row.result, ending: endingOf(live, node, row.result, caller.locale),
        performers: row.performers.map(lexicon.party), dueAt: row.dueAt, dueInWorkingDays: workingDaysLeft(shell, loaded.organisation.id, row.dueAt, now), overdue: row.status === 'active' && row.dueAt !== null && row.dueAt < now, endedAt: row.endedAt,
      })),
    };
  });
}

/** The end event's own words; its state, where it has one, says whether that is good news. */
function endingOf(live: LiveDefinition, inNode: string, result: string | null, locale: Locale): ChildView['ending'] {
  if (result === null) return null;
  const end = Object.values(live.definition.nodes).find((node) => node.type === 'endEvent' && node.in === inNode && node.result === result);
  if (end?.title === undefined) return null;
  return { title: textIn(end.title, locale), tone: (end.state === undefined ? undefined : live.definition.states?.[end.state]?.tone) ?? 'success' };
}

function countResults(rows: readonly ChildRow[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { result } of rows) if (result !== null) counted[result] = (counted[result] ?? 0) + 1;
  return counted;
}

function groupByActivity(rows: readonly ChildRow[]): Map<number, ChildRow[]> {
  const groups = new Map<number, ChildRow[]>();
  for (const row of rows) groups.set(row.activity, [...(groups.get(row.activity) ?? []), row]);
  return groups;
}
