import { rightTo, type Subject } from '@reglament/access';
import { textIn, type Locale, type LocalizedText, type PartyReference, type ProcessDefinition, type TaskRow } from '@reglament/contracts';
import type { TaskListRow } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { draftedSubjects } from './drafted-subjects.js';
import { lexiconOf, type Lexicon } from './lexicon.js';
import { partSubject } from './part-subject.js';
import { isPreliminary } from './preliminary-term.js';
import { workingDaysLeft } from './working-days-left.js';

/** Rows of a list with names in place of ids, as one person sees them. */
export async function taskRows(shell: Shell, caller: Caller, subject: Subject, rows: readonly TaskListRow[]): Promise<readonly TaskRow[]> {
  const [lexicon, drafted] = await Promise.all([
    lexiconOf(shell, caller.locale, {
      parties: [...rows.flatMap((row) => [...row.performers, row.assignee, standsInFor(subject, row)])],
      organisations: rows.map((row) => row.organisation), definitions: rows.map((row) => row.definitionHash),
    }),
    draftedSubjects(shell, caller, rows),
  ]);
  const now = shell.clock.now();
  return rows.map((row) => ({ ...taskRow(row, subject, lexicon, now), subject: partSubject(drafted.get(row.id) ?? row.subject, row.childTitle), dueInWorkingDays: row.status === 'open' ? workingDaysLeft(shell, row.organisation, row.dueAt, now) : null }));
}

export function taskRow(row: TaskListRow, subject: Subject, lexicon: Lexicon, now: string): TaskRow {
  const { definition } = lexicon.live(row.definitionHash);
  return {
    id: row.id, title: textIn(row.title, lexicon.locale), node: row.node, status: row.status, instance: row.instance,
    subject: row.subject, businessKey: row.businessKey,
    definition: { key: row.definitionKey, title: textIn(definition.title, lexicon.locale), version: row.definitionVersion },
    state: lexicon.state(row.definitionHash, row.instanceState ?? row.state),
    organisation: lexicon.organisation(row.organisation),
    performers: row.performers.map(lexicon.party), assignee: lexicon.partyOrNull(row.assignee), substituteFor: lexicon.partyOrNull(standsInFor(subject, row)),
    createdAt: row.openedAt, dueAt: row.dueAt, duePreliminary: row.dueAt !== null && isPreliminary(row.why), overdue: row.status === 'open' && row.dueAt !== null && row.dueAt < now,
    priority: row.priority, completedAt: row.status === 'completed' ? row.closedAt : null, outcome: row.outcome, outcomeTitle: outcomeTitle(definition, row, lexicon.locale),
  };
}

/** What the person decided, in words of the process. */
function outcomeTitle({ nodes }: ProcessDefinition, { node, outcome }: TaskListRow, locale: Locale): string | null {
  const found = nodes[node];
  const outcomes: Readonly<Record<string, { readonly title: LocalizedText } | undefined>> = found && 'outcomes' in found ? { ...found.outcomes } : {};
  const title = outcome === null ? undefined : outcomes[outcome]?.title;
  return title === undefined ? outcome : textIn(title, locale);
}

/** Whom the person stands in for with this task; null where the right is the person's own. */
function standsInFor(subject: Subject, row: TaskListRow): PartyReference | null {
  const right = rightTo(subject, row.assignee === null ? row.performers : [row.assignee], row.excluded)?.right;
  return right?.kind === 'substitute' ? right.for : null;
}
