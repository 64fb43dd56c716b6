import type { PartyReference } from '@reglament/contracts';
import { statement, type Queryable, type Tx } from '../connection/queryable.js';
import { addScope, addSearch, conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';

export interface JournalEntry {
  readonly id: string; readonly organisation: string; readonly path: string; readonly journal: string; readonly year: number; readonly seq: number;
  readonly suffix: string; readonly number: string; readonly date: string; readonly status: 'registered' | 'reserved' | 'void';
  readonly document: string | null; readonly instance: string | null; readonly title: string | null; readonly signer: PartyReference | null;
  readonly executor: PartyReference | null; readonly recipients: string | null; readonly control: boolean; readonly caseIndex: string | null;
  readonly reason: string | null; readonly registeredBy: PartyReference; readonly at: string;
}

const columns = `e.id, e.organisation, e.path, e.journal, e.year, e.seq, e.suffix, e.number, e.date, e.status, e.document, e.instance, e.title, e.signer,
  e.executor, e.recipients, e.control, e.case_index as "caseIndex", e.reason, e.registered_by as "registeredBy", e.at`;

const list: ListDefinition = {
  columns,
  from: 'journal_entries e',
  id: { sql: 'e.id', type: 'uuid' },
  sorts: {
    // As people count: 9, 10, 110, 110а, 111.
    number: { sql: `(e.year::text || lpad(e.seq::text, 9, '0') || e.suffix) collate "C"`, type: 'text' },
    date: { sql: 'e.date', type: 'date' },
    title: { sql: `coalesce(e.title, '') collate "ru-x-icu"`, type: 'text' },
  },
  defaultSort: 'number',
  defaultOrder: 'asc',
};

export interface JournalEntryFilter {
  /** Where the caller may look; left out only where `organisation` has been found to be seen. */
  readonly paths?: readonly string[]; readonly journal: string; readonly organisation?: string; readonly year?: number; readonly q?: string;
  readonly status?: JournalEntry['status'];
}

export function listJournalEntries(db: Queryable, filter: JournalEntryFilter, page: PageRequest = {}): Promise<PageOf<JournalEntry>> {
  const where = conditions();
  if (filter.paths === undefined && filter.organisation === undefined) throw new TypeError('Entries are listed within paths or of one organisation');
  if (filter.paths !== undefined) addScope(where, 'e.path', filter.paths);
  where.add('e.journal = ?', filter.journal);
  if (filter.organisation !== undefined) where.add('e.organisation = ?', filter.organisation);
  if (filter.year !== undefined) where.add('e.year = ?', filter.year);
  if (filter.status !== undefined) where.add('e.status = ?', filter.status);
  addSearch(where, ['e.number', 'e.title'], filter.q);
  return listPage(db, list, where, page);
}

const ofDocument = statement('journal-entries-of-document', `select ${columns} from journal_entries e where e.document = $1 order by e.at`);

export function journalEntriesOf(db: Queryable, document: string): Promise<JournalEntry[]> {
  return db.query<JournalEntry>(ofDocument, [document]);
}

export interface JournalSummary {
  readonly organisation: string; readonly journal: string; readonly year: number; readonly lastSeq: number; readonly lastDate: string | null;
  /** As it reads: the highest number with its last letter. */
  readonly last: string | null; readonly count: number;
}

const states = statement('journal-states', `
  select s.organisation, s.journal, s.year, s.last_seq as "lastSeq", nullif(s.last_date, '-infinity') as "lastDate",
    (select e.number from journal_entries e where e.organisation = s.organisation and e.journal = s.journal and e.year = s.year order by e.seq desc, e.suffix desc limit 1) as last,
    (select count(*)::int from journal_entries e where e.organisation = s.organisation and e.journal = s.journal and e.year = s.year) as count
  from journal_sequences s join organisations o on o.id = s.organisation
  where exists (select from unnest($1::text[]) as scope (above) where o.path = above or starts_with(o.path, above || '/'))
    and ($2::int is null or s.year = $2)
  order by s.journal, o.path, s.year desc`);

/** Where the sequences stand that have been used. @param year all years when null. */
export function journalSummaries(db: Queryable, paths: readonly string[], year: number | null = null): Promise<JournalSummary[]> {
  return db.query<JournalSummary>(states, [paths, year]);
}

const annul = statement('void-journal-entry', `
  update journal_entries set status = 'void', reason = $2 where id = $1 and status <> 'void' returning id`);

/** Annuls a number. Its row stays, with the reason: a gap would be a question nobody could answer. False when it is void already. */
export async function voidNumber(tx: Tx, entry: string, reason: string): Promise<boolean> {
  return (await tx.query(annul, [entry, reason])).length > 0;
}

const fill = statement('fill-reserved-entry', `
  update journal_entries set status = 'registered', document = $2, instance = $3, title = $4, signer = $5, executor = $6
  where id = $1 and status = 'reserved' returning id`);

/** Gives a reserved number to a document. False when it is no longer reserved. */
export async function fillReserved(tx: Tx, entry: string, given: Pick<JournalEntry, 'document' | 'instance' | 'title' | 'signer' | 'executor'>): Promise<boolean> {
  return (await tx.query(fill, [entry, given.document, given.instance, given.title, given.signer, given.executor])).length > 0;
}

const file = statement('file-journal-entry', `update journal_entries set case_index = $2 where document = $1`);

/** The case index under which a document's entries show it as filed. */
export async function fileDocument(tx: Tx, document: string, caseIndex: string): Promise<void> {
  await tx.query(file, [document, caseIndex]);
}
