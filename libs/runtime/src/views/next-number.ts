import { textIn, type TaskView } from '@reglament/contracts';
import { formatNumber, journalYear } from '@reglament/documents';
import { findDocument, journalSummaries } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

/** The number that a registration would take now. Another clerk may be faster: then it is the one after. */
export async function nextNumberOf(shell: Shell, caller: Caller, documentId: string): Promise<TaskView['registration']> {
  const document = await findDocument(shell.store, documentId);
  const key = document ? shell.settings.documentKind(document.kind, document.path)?.kind.journal : undefined;
  const journal = document && key !== undefined ? shell.settings.journal(key, document.path)?.journal : undefined;
  if (!document || !journal) return null;
  const zone = shell.organisations.record(document.organisation)?.timeZone ?? 'UTC';
  const year = journalYear(journal, shell.clock.localDate(zone));
  const summaries = await journalSummaries(shell.store, [document.path], year);
  const last = summaries.find((each) => each.journal === journal.key && each.organisation === document.organisation)?.lastSeq;
  const seq = last === undefined ? (journal.first ?? 1) : last + 1;
  return { journal: journal.key, journalTitle: textIn(journal.title, caller.locale), next: formatNumber(journal.mask, { seq, year, texts: journal.parts ?? {} }) };
}
