import { keyList, permittedPaths, type Subject } from '@reglament/access';
import { textIn, type InstanceFilter, type InstanceRow, type Page, type PageQuery } from '@reglament/contracts';
import { listInstances as listStored, type InstanceListRow } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { lexiconOf, type Lexicon } from './lexicon.js';
import { partSubject } from './part-subject.js';
import { callerSubject } from './subject-of.js';
import { workingDaysLeft } from './working-days-left.js';

export async function listInstances(shell: Shell, caller: Caller, { overdue, ...filter }: InstanceFilter, page: PageQuery): Promise<Answer<Page<InstanceRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, {
    ...filter, ...(overdue && { overdueAt: shell.clock.now() }), ...(page.q !== undefined && { q: page.q }), keys: keyList(subject.keys), paths: overseenPaths(subject),
  }, page);
  return ok({ ...found, items: await instanceRows(shell, caller, found.items) });
}

/** Where cases are seen without a part in them: to look on, or to put right. */
export function overseenPaths(subject: Subject): readonly string[] {
  return [...new Set([...permittedPaths(subject, 'seeAllCases'), ...permittedPaths(subject, 'manageCases')])];
}

export async function instanceRows(shell: Shell, caller: Caller, rows: readonly InstanceListRow[]): Promise<readonly InstanceRow[]> {
  const lexicon = await lexiconOf(shell, caller.locale, {
    parties: rows.map((row) => row.starter), organisations: rows.map((row) => row.organisation), definitions: rows.map((row) => row.definitionHash),
  });
  return rows.map((row) => instanceRow(shell, row, lexicon));
}

function instanceRow(shell: Shell, row: InstanceListRow, lexicon: Lexicon): InstanceRow {
  const now = shell.clock.now();
  return {
    id: row.id, subject: partSubject(row.subject, row.childTitle), businessKey: row.businessKey,
    definition: { key: row.definitionKey, title: textIn(lexicon.live(row.definitionHash).definition.title, lexicon.locale), version: row.definitionVersion },
    status: row.status, suspendedAt: row.suspendedAt, state: lexicon.state(row.definitionHash, row.state), organisation: lexicon.organisation(row.organisation), starter: lexicon.partyOrNull(row.starter),
    startedAt: row.startedAt, endedAt: row.endedAt, openTasks: row.openTasks, nextDueAt: row.nextDueAt, nextDueInWorkingDays: workingDaysLeft(shell, row.organisation, row.nextDueAt, now),
    overdue: row.nextDueAt !== null && row.nextDueAt < now, incidents: row.incidents,
  };
}
