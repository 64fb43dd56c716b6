import { textIn, type DocumentContent, type DocumentDiffView, type LocalizedText, type Locale } from '@reglament/contracts';
import { diffDocuments, diffTemplateDocuments, diffWords, type ClauseChange, type FieldChange, type WordChange } from '@reglament/documents';
import { findDocumentVersion, loadInstance } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { readableDocument } from '../views/document-view.js';
import { partiesIn } from '../services/parties-in.js';
import { formWords, sayIn, type FormWords } from './form-words.js';

type Part = DocumentDiffView['parts'][number];
type Say = (value: unknown, name: string) => string;

interface Words { readonly locale: Locale; readonly say: Say; readonly label: FormWords['label'] }

/** What changed between two versions, in words: the screen of returned work. */
export async function diffDocument(shell: Shell, caller: Caller, request: { readonly document: string; readonly from: number; readonly to: number }): Promise<Answer<DocumentDiffView>> {
  const readable = await readableDocument(shell, caller, request.document);
  if (!readable.ok) return readable;
  const [from, to] = await Promise.all([request.from, request.to].map((version) => findDocumentVersion(shell.store, request.document, version)));
  if (!from?.content || !to?.content) return refuse(notFound());
  const [before, after] = [from.content as DocumentContent, to.content as DocumentContent];
  const titles = await shell.people.titles([...new Set([...partiesOf(before), ...partiesOf(after)])], caller.locale);
  const form = await formWordsOf(shell, readable.value.instance, caller.locale);
  const say: Say = (value, name) => sayIn(caller.locale, (text) => titles.get(text)?.title ?? form.option(name, text) ?? null, value);
  return ok({ from: request.from, to: request.to, parts: partsOf(before, after, { locale: caller.locale, say, label: form.label }) });
}

/** What the forms of the document's case call their fields: a document made from a template holds what was typed there. */
async function formWordsOf(shell: Shell, instance: string | null, locale: Locale): Promise<FormWords> {
  const loaded = instance === null ? null : await loadInstance(shell.store, instance);
  const live = loaded ? await shell.definitions.get(loaded.definition.hash) : null;
  return formWords([...(live?.forms.values() ?? [])].map(({ compiled }) => compiled), locale);
}

function partiesOf(content: DocumentContent): readonly string[] {
  return content.made === 'template' ? Object.keys(content.parties) : partiesIn(content);
}

/** A kind that came to be made in another way leaves nothing to compare: the whole document is another one. */
function partsOf(before: DocumentContent, after: DocumentContent, given: Words): readonly Part[] {
  const { locale } = given;
  if (before.made === 'template' || after.made === 'template') {
    return before.made === 'template' && after.made === 'template' ? diffTemplateDocuments(before, after).map((field) => fieldPart(field, given, null)) : [];
  }
  const diff = diffDocuments(before, after);
  return [
    ...diff.clauses.flatMap((change) => clauseParts(change, given)),
    ...(diff.preamble ? [{ place: word('preamble', locale), change: 'changed' as const, words: words(diff.preamble) }] : []),
    ...diff.fields.map((field) => fieldPart(field, given, null)),
  ];
}

function clauseParts(change: ClauseChange, given: Words): readonly Part[] {
  const { locale } = given;
  const place = (number: string): string => `${word('clause', locale)} ${number}`.trim();
  if (change.type !== 'changed') {
    const added = change.type === 'added';
    return [{ place: place(change.number), change: change.type, words: [{ text: change.text, change: added ? 'added' : 'removed' }] }];
  }
  const here = place(change.after.number);
  return [
    ...(change.moved ? [{ place: here, change: 'moved' as const, words: [{ text: `${change.before.number} → ${change.after.number}`, change: 'same' as const }] }] : []),
    ...(change.words ? [{ place: here, change: 'changed' as const, words: words(change.words) }] : []),
    ...change.fields.map((field) => fieldPart(field, given, here)),
  ];
}

function fieldPart({ pointer, before, after }: FieldChange, { locale, say, label }: Words, within: string | null): Part {
  const name = pointer.split('/').filter((step) => step !== '' && !/^\d+$/.test(step)).pop() ?? '';
  const title = WORDS[name] === undefined ? (label(name) ?? name) : word(name, locale);
  const place = within === null ? title : `${within}, ${title}`;
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { place, change, words: words(diffWords(say(before, name), say(after, name))) };
}

function words(changes: readonly WordChange[]): Part['words'] {
  return changes.map(({ type, text }) => ({ text, change: type }));
}

const WORDS: Readonly<Record<string, LocalizedText>> = {
  clause: { ru: 'п.', en: 'clause' }, preamble: { ru: 'Преамбула', en: 'Preamble' }, title: { ru: 'Заголовок', en: 'Title' }, executor: { ru: 'исполнитель', en: 'executor' },
  due: { ru: 'срок', en: 'due date' }, dueMode: { ru: 'вид срока', en: 'kind of term' }, type: { ru: 'вид пункта', en: 'kind of clause' }, controller: { ru: 'контролёр', en: 'controller' },
  coExecutors: { ru: 'соисполнители', en: 'co-executors' }, basis: { ru: 'Основание', en: 'Basis' }, attachments: { ru: 'Приложения', en: 'Attachments' }, signatures: { ru: 'Подпись', en: 'Signature' },
  acquaintance: { ru: 'Ознакомление', en: 'Acquaintance' }, distribution: { ru: 'Рассылка', en: 'Distribution' }, place: { ru: 'Место издания', en: 'Place' }, kindTitle: { ru: 'Вид документа', en: 'Kind' },
  resultKind: { ru: 'вид результата', en: 'result' }, document: { ru: 'Основание', en: 'Basis' }, number: { ru: 'номер', en: 'number' }, date: { ru: 'дата', en: 'date' },
};

function word(key: string, locale: Locale): string {
  const text = WORDS[key];
  return text === undefined ? key : textIn(text, locale);
}
