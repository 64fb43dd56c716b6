import { permittedPaths } from '@reglament/access';
import { textIn, type JournalEntryRow, type JournalRow, type Page, type PageQuery } from '@reglament/contracts';
import { formatNumber, journalYear } from '@reglament/documents';
import { listJournalEntries as listStored, journalSummaries } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';

import type { Shell } from '../shell.js';
import { lexiconOf } from './lexicon.js';
import { callerSubject } from './subject-of.js';

export interface JournalEntriesRequest { readonly journal: string; readonly organisation?: string; readonly year?: number }

/** Every journal of the organisations whose journals the person may see, with the number that comes next. */
export async function listJournals(shell: Shell, caller: Caller): Promise<Answer<Page<JournalRow>>> {
  const subject = await callerSubject(shell, caller);
  const paths = permittedPaths(subject, 'seeJournals');
  const summaries = await journalSummaries(shell.store, paths);
  const today = shell.clock.now();
  const offices = shell.organisations.all().filter(({ path }) => paths.includes(path));
  const known = new Set<string>();
  const rows = offices.flatMap((office) => shell.settings.journals(office.path).map(({ journal }) => {
    const year = journalYear(journal, today.slice(0, 10));
    const summary = summaries.find((each) => each.journal === journal.key && each.organisation === office.id && each.year === year);
    known.add(`${journal.key} ${office.id} ${year}`);
    return { journal, organisation: office.id, year, last: summary?.last ?? null, lastSeq: summary?.lastSeq ?? null, count: summary?.count ?? 0 };
  }));
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [], organisations: rows.map(({ organisation }) => organisation), definitions: [] });
  const items = rows.map(({ journal, organisation, year, last, lastSeq, count }) => ({
    key: journal.key, title: textIn(journal.title, caller.locale), mask: journal.mask, organisation: lexicon.organisation(organisation), year, last,
    next: formatNumber(journal.mask, { seq: lastSeq === null ? (journal.first ?? 1) : lastSeq + 1, year, texts: journal.parts ?? {} }), count,
  }));
  return ok({ items, pageInfo: { endCursor: null, hasNextPage: false }, total: items.length, totalCapped: false });
}

/** In the order of the numbers: 110, 110а, 111. Voids and reserves are rows like the others. */
export async function listJournalEntries(shell: Shell, caller: Caller, request: JournalEntriesRequest, page: PageQuery): Promise<Answer<Page<JournalEntryRow>>> {
  const subject = await callerSubject(shell, caller);
  const home = await shell.people.organisationOf(caller.person);
  const organisation = shell.organisations.record(request.organisation ?? home ?? '');
  const visible = organisation && permittedPaths(subject, 'seeJournals').some((path) => organisation.path === path || organisation.path.startsWith(`${path}/`));
  const found = organisation && shell.settings.journal(request.journal, organisation.path);
  if (!visible || !found) return refuse(notFound());
  const year = request.year ?? journalYear(found.journal, shell.clock.now().slice(0, 10));
  const entries = await listStored(shell.store, { journal: request.journal, organisation: organisation.id, year, ...(page.q !== undefined && { q: page.q }) }, page);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: entries.items.flatMap(({ signer, executor }) => [signer, executor]), organisations: [], definitions: [] });
  return ok({ ...entries, items: entries.items.map((entry) => ({ ...entry, signer: lexicon.partyOrNull(entry.signer), executor: lexicon.partyOrNull(entry.executor) })) });
}
