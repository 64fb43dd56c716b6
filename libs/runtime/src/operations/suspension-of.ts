import type { CaseSuspension } from '@reglament/contracts';
import type { Instance } from '@reglament/engine';
import { historyOf, submissionsOf, type HistoryRecord } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from '../views/lexicon.js';

/** Since when the case stands still, by whom and why; null while it runs. */
export async function suspensionOf(shell: Shell, caller: Caller, { id, suspended }: Instance): Promise<CaseSuspension | null> {
  if (suspended === undefined) return null;
  const history: readonly HistoryRecord[] = suspended.own ? await historyOf(shell.store, id) : [];
  const fact = history.findLast(({ kind, data }) => kind === 'instanceSuspended' && data['withParent'] !== true);
  const reason = fact && (await submissionsOf(shell.store, id)).find(({ hash }) => hash === fact.data['submission']);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [fact?.by ?? null], organisations: [], definitions: [] });
  return { since: suspended.since, by: lexicon.partyOrNull(fact?.by ?? null), remark: reason?.remark ?? null, withParent: suspended.withParent === true };
}
