import { randomUUID } from 'node:crypto';
import { statement, type Tx } from '../connection/queryable.js';

export interface NumberRequest {
  readonly organisation: string;
  readonly journal: string;
  /** Year of the sequence: the calendar year, or the one in which the journal's sequence began. */
  readonly year: number;
  /** Calendar date of registration. */
  readonly date: string;
  /** Number with which the sequence starts. Default 1. */
  readonly first?: number;
  /** How the number reads, by the journal's mask. */
  readonly format: (seq: number, suffix: string) => string;
  /** A letter after a number that is taken, for late registration. Always with a reason. */
  readonly suffixOf?: number;
  /** Needed for a letter, and for a date before the last one. */
  readonly reason?: string | null;
  readonly entry: JournalEntryContent;
}

export interface JournalEntryContent {
  readonly status?: 'registered' | 'reserved';
  readonly document?: string | null;
  readonly instance?: string | null;
  readonly title?: string | null;
  readonly signer?: string | null;
  readonly executor?: string | null;
  readonly recipients?: string | null;
  readonly control?: boolean;
  readonly caseIndex?: string | null;
  readonly registeredBy: string;
}

export type NumberResult =
  | { readonly kind: 'taken'; readonly entry: string; readonly seq: number; readonly suffix: string; readonly number: string }
  | { readonly kind: 'refused'; readonly code: 'dateBeforeLast'; readonly lastDate: string }
  | { readonly kind: 'refused'; readonly code: 'reasonRequired' | 'noSuchNumber' | 'noLetterLeft' };

/** Letters after a number, in the order in which they are given: those that are not mistaken for one another or for a digit (no ё, з, й, о, ч, ъ, ы, ь). */
const LETTERS = 'абвгдежиклмнпрстуфхцшщэюя';

const open = statement('open-sequence', `
  insert into journal_sequences (organisation, journal, year, last_seq, last_date) values ($1, $2, $3, $4, '-infinity') on conflict do nothing`);
const lock = statement('lock-sequence', `
  select last_seq as "lastSeq", nullif(last_date, '-infinity') as "lastDate" from journal_sequences
  where organisation = $1 and journal = $2 and year = $3 for update`);
const advance = statement('advance-sequence', `
  update journal_sequences set last_seq = $4, last_date = greatest(last_date, $5) where organisation = $1 and journal = $2 and year = $3`);
const suffixes = statement('suffixes-of', `
  select suffix from journal_entries where organisation = $1 and journal = $2 and year = $3 and seq = $4`);
const insert = statement('add-journal-entry', `
  insert into journal_entries (id, organisation, path, journal, year, seq, suffix, number, date, status, document, instance, title, signer, executor, recipients,
    control, case_index, reason, registered_by)
  select $1, o.id, o.path, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19 from organisations o where o.id = $2
  returning id`);

/**
 * Takes the next number of a journal and writes its entry. The journal's row stays locked until the transaction ends: the next one
 * waits, and a transaction that is rolled back gives its number back, so numbers have no gaps.
 */
export async function takeNumber(tx: Tx, request: NumberRequest): Promise<NumberResult> {
  const { organisation, journal, year, date, suffixOf, reason } = request;
  const sequence = [organisation, journal, year];
  await tx.query(open, [...sequence, (request.first ?? 1) - 1]);
  const [at] = await tx.query<{ lastSeq: number; lastDate: string | null }>(lock, sequence);
  if (at === undefined) throw new Error(`The sequence of journal ${journal} is missing`);
  if (suffixOf !== undefined) return takeLetter(tx, request, suffixOf);
  if (at.lastDate !== null && date < at.lastDate && !reason) return { kind: 'refused', code: 'dateBeforeLast', lastDate: at.lastDate };
  const seq = at.lastSeq + 1;
  await tx.query(advance, [...sequence, seq, date]);
  return addEntry(tx, request, seq, '');
}

async function takeLetter(tx: Tx, request: NumberRequest, seq: number): Promise<NumberResult> {
  if (!request.reason) return { kind: 'refused', code: 'reasonRequired' };
  const taken = await tx.query<{ suffix: string }>(suffixes, [request.organisation, request.journal, request.year, seq]);
  if (taken.length === 0) return { kind: 'refused', code: 'noSuchNumber' };
  const used = new Set(taken.map((row) => row.suffix));
  const letter = [...LETTERS].find((each) => !used.has(each));
  return letter === undefined ? { kind: 'refused', code: 'noLetterLeft' } : addEntry(tx, request, seq, letter);
}

async function addEntry(tx: Tx, request: NumberRequest, seq: number, suffix: string): Promise<NumberResult> {
  const { organisation, journal, year, date, reason, entry } = request;
  const number = request.format(seq, suffix);
  const id = randomUUID();
  const added = await tx.query(insert, [
    id, organisation, journal, year, seq, suffix, number, date, entry.status ?? 'registered', entry.document ?? null, entry.instance ?? null, entry.title ?? null,
    entry.signer ?? null, entry.executor ?? null, entry.recipients ?? null, entry.control ?? false, entry.caseIndex ?? null, reason ?? null, entry.registeredBy,
  ]);
  if (added.length === 0) throw new Error(`There is no organisation ${organisation}`);
  return { kind: 'taken', entry: id, seq, suffix, number };
}
