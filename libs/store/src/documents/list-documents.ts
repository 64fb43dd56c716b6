import type { PartyReference } from '@reglament/contracts';
import type { Queryable } from '../connection/queryable.js';
import { addSearch, conditions } from '../lists/conditions.js';
import { listPage, type ListDefinition, type PageOf, type PageRequest } from '../lists/page.js';
import { documentColumns, type DocumentListRow } from './document.js';

const list: ListDefinition = {
  columns: documentColumns,
  from: 'documents d',
  id: { sql: 'd.id', type: 'uuid' },
  sorts: {
    updatedAt: { sql: 'd.updated_at', type: 'timestamptz' },
    date: { sql: `coalesce(d.date, 'infinity')`, type: 'date' },
    title: { sql: 'd.title collate "ru-x-icu"', type: 'text' },
    number: { sql: `coalesce(d.number, '') collate "ru-x-icu"`, type: 'text' },
  },
  defaultSort: 'updatedAt',
  defaultOrder: 'desc',
};

export interface DocumentFilter {
  readonly keys: readonly PartyReference[];
  /** Paths whose documents are all seen. */
  readonly paths: readonly string[];
  /** Paths whose registered documents are seen. */
  readonly registeredPaths: readonly string[];
  readonly q?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly journal?: string;
  /** Of the date of registration. */
  readonly year?: number;
  readonly organisation?: string;
  readonly id?: string;
}

/** Seen by its parties, by who has a part in its case, and by who may look over its organisation. */
export function listDocuments(db: Queryable, filter: DocumentFilter, page: PageRequest = {}): Promise<PageOf<DocumentListRow>> {
  const within = (condition: string): string => `exists (select from unnest(?::text[]) as scope (above) where d.path = above or starts_with(d.path, above || '/'))${condition}`;
  const where = conditions();
  where.add(
    `(${within('')} or (${within(' and d.number is not null')}) or d.parties && ? or exists (select from participations p where p.instance = d.instance and p.party = any(?)))`,
    filter.paths, filter.registeredPaths, filter.keys, filter.keys,
  );
  addSearch(where, ['d.title', 'd.number'], filter.q);
  if (filter.id !== undefined) where.add('d.id = ?', filter.id);
  if (filter.kind !== undefined) where.add('d.kind = ?', filter.kind);
  if (filter.state !== undefined) where.add('d.state = ?', filter.state);
  if (filter.journal !== undefined) where.add('d.journal = ?', filter.journal);
  if (filter.year !== undefined) where.add('extract(year from d.date) = ?', filter.year);
  if (filter.organisation !== undefined) where.add('d.organisation = ?', filter.organisation);
  return listPage(db, list, where, page);
}
