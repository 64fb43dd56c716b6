import type { ApprovalView, PartyReference } from '@reglament/contracts';
import { historyOf, submissionsOf, type HistoryRecord, type LoadedTask } from '@reglament/store';
import { textIn } from '@reglament/contracts';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from './lexicon.js';

interface Vote { readonly approver: PartyReference; readonly by: PartyReference | null; readonly outcome: string | null; readonly at: string | null; readonly remark: string | null }
interface Round { readonly number: number; readonly votes: readonly Vote[] }

/**
 * The rounds of approval that the case has been through, with who stood for whom and what they wrote; null where the case has had none.
 * Earlier rounds come from history and the submissions, the open one from the snapshot.
 */
export async function approvalView(shell: Shell, caller: Caller, loaded: Pick<LoadedTask, 'snapshot' | 'definition'>, live: LiveDefinition): Promise<ApprovalView | null> {
  const nodes = new Set(Object.entries(live.definition.nodes).flatMap(([key, node]) => (node.type === 'approvalTask' ? [key] : [])));
  if (nodes.size === 0) return null;
  const [history, submissions] = await Promise.all([historyOf(shell.store, loaded.snapshot.id), submissionsOf(shell.store, loaded.snapshot.id)]);
  const remarks = new Map(submissions.flatMap(({ task, remark }) => (task && remark ? [[task, remark] as const] : [])));
  const rounds = roundsOf(history.filter(({ node }) => node !== null && nodes.has(node)), remarks);
  const last = rounds.at(-1);
  if (!last) return null;
  const lexicon = await lexiconOf(shell, caller.locale, { parties: rounds.flatMap(({ votes }) => votes.flatMap(({ approver, by }) => [approver, by])), organisations: [], definitions: [] });
  const titleOf = (outcome: string | null): string => {
    for (const key of nodes) {
      const node = live.definition.nodes[key];
      const found = outcome && node?.type === 'approvalTask' ? node.outcomes[outcome as 'approved'] : undefined;
      if (found) return textIn(found.title, caller.locale);
    }
    return outcome ?? '';
  };
  return {
    round: last.number,
    rounds: rounds.map(({ number, votes }) => ({
      number, votes: votes.map((vote) => ({ ...vote, approver: lexicon.party(vote.approver), by: lexicon.partyOrNull(vote.by), title: titleOf(vote.outcome) })),
    })),
  };
}

/** A round begins with the fact `approvalRound`; the tasks opened and completed after it are its votes. */
function roundsOf(facts: readonly HistoryRecord[], remarks: ReadonlyMap<string, string>): readonly Round[] {
  const rounds: { number: number; votes: Map<string, Vote> }[] = [];
  for (const fact of facts) {
    if (fact.kind === 'approvalRound') rounds.push({ number: rounds.length + 1, votes: new Map() });
    const round = rounds.at(-1);
    if (!round || fact.task === null) continue;
    if (fact.kind === 'taskOpened') {
      const [approver] = partiesIn(fact.data['performers']);
      if (approver) round.votes.set(fact.task, { approver, by: null, outcome: null, at: null, remark: null });
    }
    const vote = round.votes.get(fact.task);
    if (vote && fact.kind === 'taskCompleted') {
      round.votes.set(fact.task, { ...vote, by: fact.by, outcome: String(fact.data['outcome'] ?? ''), at: fact.at, remark: remarks.get(fact.task) ?? null });
    }
    if (vote && fact.kind === 'taskCancelled') round.votes.delete(fact.task);
  }
  return rounds.map(({ number, votes }) => ({ number, votes: [...votes.values()] }));
}

function partiesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
