import { decide, keyList, permittedPaths } from '@reglament/access';
import { textIn, type DocumentContent, type DocumentFieldView, type DocumentFilter, type DocumentRow, type DocumentView, type Locale, type LocalizedText, type Page, type PageQuery } from '@reglament/contracts';
import { fillPlaces } from '@reglament/handlers';
import { documentRemarks, findDocument, listDocuments as listStored, loadInstance, type DocumentRecord } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { documentFields } from '../documents/document-fields.js';
import { printedModel } from '../services/print.js';
import type { Shell } from '../shell.js';
import { documentRow, documentRows, documentSummary } from './document-summary.js';
import { standsInFor } from './history-view.js';
import { isId, wholeCase } from './instance-view.js';
import { lexiconOf } from './lexicon.js';
import { callerSubject } from './subject-of.js';

export async function listDocuments(shell: Shell, caller: Caller, filter: DocumentFilter, page: PageQuery): Promise<Answer<Page<DocumentRow>>> {
  const subject = await callerSubject(shell, caller);
  const found = await listStored(shell.store, { ...filter, ...(page.q !== undefined && { q: page.q }), keys: keyList(subject.keys), paths: permittedPaths(subject, 'seeAllCases'), registeredPaths: permittedPaths(subject, 'seeJournals') }, page);
  return ok({ ...found, items: await documentRows(shell, caller, found.items) });
}

/** A document that was asked for and may be read. */
export async function readableDocument(shell: Shell, caller: Caller, id: string): Promise<Answer<DocumentRecord>> {
  const record = isId(id) ? await findDocument(shell.store, id) : null;
  if (!record) return refuse(notFound());
  const loaded = record.instance ? await loadInstance(shell.store, record.instance) : null;
  const live = loaded ? await shell.definitions.get(loaded.definition.hash) : null;
  const now = shell.clock.now();
  const subject = await callerSubject(shell, caller);
  const decision = decide('document.read', subject, {
    type: 'document', path: record.path, registered: record.registration !== null, parties: [record.author, record.signer, ...record.parties].filter((each) => each !== null),
    inCase: loaded && live ? await wholeCase(shell, loaded, live, shell.organisations.context(now)) : null,
  });
  return decision.allowed ? ok(record) : refuse(noAccess(decision));
}

export async function viewDocument(shell: Shell, caller: Caller, id: string): Promise<Answer<DocumentView>> {
  const readable = await readableDocument(shell, caller, id);
  if (!readable.ok) return readable;
  const record = readable.value;
  const { registration } = record;
  const content = record.content as DocumentContent | null;
  const lexicon = await lexiconOf(shell, caller.locale, {
    parties: [record.author, record.signer, registration?.by ?? null, ...record.versions.map(({ by }) => by), ...record.signatures.flatMap(({ by, right }) => [by, standsInFor(right)])],
    organisations: [record.organisation], definitions: [],
  });
  const journal = registration ? shell.settings.journal(registration.journal, record.path)?.journal.title : undefined;
  return ok({
    ...documentRow(shell, record, lexicon), content: record.content, printed: content?.made === 'template' || content === null ? null : await printedModel(shell, record, content), fields: await fieldsOf(shell, caller, record), contentHash: record.contentHash,
    versions: record.versions.map((version) => ({ ...version, by: lexicon.partyOrNull(version.by) })),
    signatures: record.signatures.map(({ by, right, at, code, contentHash }) => ({
      by: lexicon.party(by), forPerson: lexicon.partyOrNull(standsInFor(right)), at, code, contentHash, valid: contentHash === record.contentHash,
    })),
    registration: registration && {
      journal: registration.journal, journalTitle: journal === undefined ? registration.journal : typeof journal === 'string' ? journal : (journal[caller.locale] ?? journal.ru),
      number: registration.number, date: registration.date, by: lexicon.party(registration.by), suffixReason: registration.suffixReason,
    },
    filing: registration && { caseIndex: registration.caseIndex, retention: shell.settings.documentKind(record.kind, record.path)?.kind.retention ?? null, retainUntil: record.retainUntil },
    relations: record.relations.map(({ type, document }) => ({ type, document: documentSummary(document, caller) })),
    files: record.files.map(({ format, hash, size }) => ({ format, file: hash, size, hash })),
    remarks: (await documentRemarks(shell.store, record.id)).map(({ at, words }) => ({ at, text: remarkText(words as RemarkWords, caller.locale) })),
    rendering: record.rendering, ...filesNote(record, caller.locale),
  });
}

/** Who decides on a document of a Word template reads what it says without opening the file. */
async function fieldsOf(shell: Shell, caller: Caller, { content, instance }: DocumentRecord): Promise<readonly DocumentFieldView[]> {
  const made = content as DocumentContent | null;
  if (made?.made !== 'template' || instance === null) return [];
  const loaded = await loadInstance(shell.store, instance);
  if (!loaded) return [];
  const live = await shell.definitions.get(loaded.definition.hash);
  const titles = await shell.people.titles(Object.keys(made.parties), caller.locale);
  return documentFields({ forms: [...live.forms.values()].map(({ compiled }) => compiled), data: made.data, locale: caller.locale, named: (text) => titles.get(text)?.title ?? made.parties[text]?.title ?? null });
}

interface RemarkWords { readonly text: LocalizedText; readonly values: Readonly<Record<string, unknown>> }

function remarkText({ text, values }: RemarkWords, locale: Locale): string {
  return fillPlaces(textIn(text, locale), values, locale);
}

/** Decision 14: a document that a Word template makes has a PDF only where the server has an office suite. */
function filesNote({ content, rendering, files }: DocumentRecord, locale: Locale): { readonly filesNote?: string } {
  const fromTemplate = (content as DocumentContent | null)?.made === 'template';
  if (!fromTemplate || rendering !== 'ready' || files.some(({ format }) => format === 'pdf')) return {};
  return { filesNote: textIn(NO_PDF, locale) };
}

const NO_PDF = {
  ru: 'Документ изготовлен по шаблону Word; PDF нет, потому что на сервере не установлен LibreOffice. Скачайте DOCX.',
  en: 'The document was made from a Word template; there is no PDF because LibreOffice is not installed on the server. Download the DOCX.',
};
