import { textIn, type HistoryRow, type Locale, type PartyReference } from '@reglament/contracts';
import { historyOf, submissionsOf, type HistoryRecord } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { historySentence } from './history-sentence.js';
import { readableCase } from './instance-view.js';
import { lexiconOf } from './lexicon.js';

/** What people want to read of a history: what was done, not how the engine moved. */
const SHOWN: ReadonlySet<string> = new Set([
  'instanceStarted', 'instanceCompleted', 'instanceCancelled', 'instanceSuspended', 'instanceResumed', 'instanceModified', 'instanceRestored', 'instanceMigrated', 'migrationUndone', 'taskOpened', 'taskClaimed', 'taskUnclaimed', 'taskDelegated', 'taskCompleted', 'taskCancelled', 'approverAdded',
  'approvalRound', 'timerFired', 'actionTriggered', 'serviceCompleted', 'childrenStarted', 'childrenCancelled', 'escalated', 'reminded', 'stateChanged',
]);

/** Facts that name their submission by its hash. */
const WITH_REASON: ReadonlySet<string> = new Set(['actionTriggered', 'instanceSuspended', 'instanceResumed', 'instanceModified', 'instanceRestored', 'instanceMigrated', 'migrationUndone']);

export async function viewHistory(shell: Shell, caller: Caller, id: string): Promise<Answer<readonly HistoryRow[]>> {
  const readable = await readableCase(shell, caller, id);
  if (!readable.ok) return readable;
  const { live } = readable.value;
  const [history, submissions] = await Promise.all([historyOf(shell.store, id), submissionsOf(shell.store, id)]);
  const shown = history.filter(({ kind }) => SHOWN.has(kind));
  const lexicon = await lexiconOf(shell, caller.locale, { parties: shown.flatMap(({ by, data }) => [by, standsInFor(data['right'])]), organisations: [], definitions: [] });
  const byTask = new Map(submissions.flatMap((each) => (each.task ? [[each.task, each] as const] : [])));
  return ok(shown.map((row) => {
    const submission = row.kind === 'taskCompleted' && row.task ? byTask.get(row.task)
      : WITH_REASON.has(row.kind) ? submissions.find(({ hash }) => hash === row.data['submission']) : undefined;
    return {
      seq: row.seq, at: row.at, kind: row.kind, node: row.node, nodeTitle: nodeTitle(live, row.node, caller.locale), by: lexicon.partyOrNull(row.by),
      forPerson: lexicon.partyOrNull(standsInFor(row.data['right'])), text: sentenceOf(row, live, caller.locale), remark: submission?.remark ?? null,
      submission: submission?.form ? submission.id : null,
    };
  }));
}

function sentenceOf(row: HistoryRecord, live: LiveDefinition, locale: Locale): string {
  return textIn(historySentence(row, live), locale);
}

export function nodeTitle(live: LiveDefinition, key: string | null, locale: Locale): string | null {
  const title = key === null ? undefined : live.definition.nodes[key]?.title;
  return title ? textIn(title, locale) : null;
}

/** Whom the holder of a substitute's right stood in for. */
export function standsInFor(right: unknown): PartyReference | null {
  if (typeof right !== 'object' || right === null || !('for' in right)) return null;
  return typeof right.for === 'string' ? right.for : null;
}
