import type { DocumentRow, DocumentSummary } from '@reglament/contracts';
import type { Instance } from '@reglament/engine';
import { documentsOf, type DocumentListRow } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { documentState } from './document-state.js';
import { lexiconOf, type Lexicon } from './lexicon.js';

/** The document that the case works on: the latest, where it has made several. A part of a case works on the document of the whole. */
export async function documentSummaryOf(shell: Shell, caller: Caller, { id, parent }: Pick<Instance, 'id' | 'parent'>): Promise<DocumentSummary | null> {
  const own = await documentsOf(shell.store, id);
  const last = (own.length > 0 || parent === null ? own : await documentsOf(shell.store, parent.instance)).at(-1);
  return last ? documentSummary(last, caller) : null;
}

export function documentSummary(row: Pick<DocumentListRow, 'id' | 'kind' | 'title' | 'number' | 'date' | 'state' | 'version'>, { locale }: Pick<Caller, 'locale'>): DocumentSummary {
  return { id: row.id, kind: row.kind, title: row.title, number: row.number, date: row.date, state: documentState(row.state, locale), version: row.version };
}

export async function documentRows(shell: Shell, caller: Caller, rows: readonly DocumentListRow[]): Promise<readonly DocumentRow[]> {
  const lexicon = await lexiconOf(shell, caller.locale, { parties: rows.flatMap((row) => [row.author, row.signer]), organisations: rows.map((row) => row.organisation), definitions: [] });
  return rows.map((row) => documentRow(shell, row, lexicon));
}

export function documentRow(shell: Shell, row: DocumentListRow, lexicon: Lexicon): DocumentRow {
  return {
    ...documentSummary(row, lexicon), kindTitle: kindTitle(shell, row, lexicon.locale), organisation: lexicon.organisation(row.organisation),
    author: lexicon.partyOrNull(row.author), signer: lexicon.partyOrNull(row.signer), instance: row.instance, updatedAt: row.updatedAt,
  };
}

function kindTitle(shell: Shell, row: DocumentListRow, locale: 'ru' | 'en'): string {
  const title = shell.settings.documentKind(row.kind, row.path)?.kind.title;
  if (title === undefined) return row.kind;
  return typeof title === 'string' ? title : (title[locale] ?? title.ru);
}
