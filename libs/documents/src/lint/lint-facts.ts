import type { DocumentClause, StructuredKind, DocumentModel, LintCode, LintFinding } from '@reglament/contracts';
import type { PlacedClause } from '../model/walk-clauses.js';

/** A person of the staff as the lint has to know them. */
export interface StaffMember {
  /** `person:<id>`. */
  party: string;
  surname: string;
  /** «А. Б.» */
  initials: string;
  /** Surname in the cases in which orders name people; without them the rules suggest them. */
  surnameForms?: readonly string[];
  /** The last day of work, `YYYY-MM-DD`, past or announced; absent while employed without an end. */
  dismissedOn?: string;
}

/** What the lint cannot know from the document. */
export interface LintFacts {
  /** Business day on which the check is made, `YYYY-MM-DD`. */
  today: string;
  /** Absent: executors are not looked up at all. */
  staff?: readonly StaffMember[];
  /** Organisations, positions and roles that exist, as party references. Absent: they are not looked up. */
  parties?: ReadonlySet<string>;
}

/** What every check reads: the document, its kind, the facts, the clauses with their places and generated numbers. */
export interface LintInput {
  model: DocumentModel;
  kind: StructuredKind;
  facts: LintFacts;
  clauses: readonly PlacedClause[];
  /** Generated numbers by clause id. */
  numbers: ReadonlyMap<string, string>;
  roleOf(clause: DocumentClause): 'task' | 'control' | 'statement' | 'heading';
}

/** A finding before the kind has set its severity. */
export type RawFinding = Omit<LintFinding, 'severity'> & { code: LintCode };

/** «п. 3.5»: how messages name a clause, by the typed number where there is one, since that is what the reader sees. */
export function clauseName(clause: DocumentClause, numbers: ReadonlyMap<string, string>): { ru: string; en: string } {
  const number = clause.numberAsTyped ?? numbers.get(clause.id) ?? '';
  return number === '' ? { ru: 'абзац', en: 'paragraph' } : { ru: `п. ${number}`, en: `clause ${number}` };
}

/** The beginning of a text, short enough for a message. */
export function quote(text: string, length = 120): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
