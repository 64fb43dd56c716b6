import { keyList, permittedPaths } from '@reglament/access';
import { textIn, type FormAnswerColumn, type FormAnswerRow, type Locale, type Page, type PageQuery } from '@reglament/contracts';
import type { CompiledForm } from '@reglament/forms';
import { appendAudit, findFormVersions, listAnswers, type AnswerRow } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { BYTE_ORDER_MARK, csvRows } from '../records/csv.js';
import { namesOf } from '../records/record-names.js';
import { fieldInWords, referencesIn } from '../records/record-words.js';
import type { Shell } from '../shell.js';
import { formPlace, type FormPlace } from './form-place.js';

export interface AnswersRequest { readonly key: string; readonly handOut?: string }

/** More than one hand-out to everybody of a region gives; a longer list is exported by hand-outs. */
const MAX_ROWS = 50_000;
const PAGE = 200;
const HEADS = { author: { ru: 'Кто ответил', en: 'Who answered' }, at: { ru: 'Когда', en: 'When' } };

/** What people answered to the hand-outs whose cases the caller sees, in words. */
export async function listFormAnswers(shell: Shell, caller: Caller, request: AnswersRequest, page: PageQuery): Promise<Answer<Page<FormAnswerRow>>> {
  const place = await formPlace(shell, caller, 'form.read');
  return place.ok ? ok(await answersPage(shell, caller, place.value, request, page)) : place;
}

/** The questions that can be columns: of the version that holds now. */
export async function formAnswerColumns(shell: Shell, caller: Caller, key: string): Promise<Answer<readonly FormAnswerColumn[]>> {
  const place = await formPlace(shell, caller, 'form.read');
  if (!place.ok) return place;
  const [current] = await findFormVersions(shell.store, key, place.value.organisation);
  return current ? ok(columnsOf((await shell.definitions.form(current.hash)).compiled, caller.locale)) : refuse(notFound());
}

async function answersPage(shell: Shell, caller: Caller, { subject }: FormPlace, { key, handOut }: AnswersRequest, page: PageQuery): Promise<Page<FormAnswerRow>> {
  const found = await listAnswers(shell.store, { form: key, keys: keyList(subject.keys), paths: permittedPaths(subject, 'seeAllCases'), ...(handOut !== undefined && { handOut }) }, page);
  const hashes = [...new Set(found.items.map(({ formHash }) => formHash))];
  const forms = new Map(await Promise.all(hashes.map(async (hash) => [hash, (await shell.definitions.form(hash)).compiled] as const)));
  const titles = await namesOf(shell, found.items.flatMap(({ author, data }) => [...(author === null ? [] : [author]), ...referencesIn(data)]), caller.locale);
  const row = ({ id, author, at, instance, formHash, data }: AnswerRow): FormAnswerRow => {
    const form = forms.get(formHash);
    const cells = form ? columnsOf(form, caller.locale).map(({ path }) => [path, fieldInWords({ form, data, titles, locale: caller.locale }, path)] as const) : [];
    return { id, author: author === null ? null : titles.get(author) ?? { reference: author, title: '—' }, at, instance, hash: formHash, cells: Object.fromEntries(cells.filter(([, text]) => text !== '')) };
  };
  return { ...found, items: found.items.map(row) };
}

/** Rows inside a question are shown by the answer itself, not by a column. */
function columnsOf({ definition }: CompiledForm, locale: Locale): readonly FormAnswerColumn[] {
  return definition.ui.sections.flatMap(({ fields }) => fields.flatMap((field) => (field.widget === 'info' || field.widget === 'rows' || field.widget === 'clauseTree' ? [] : [{ path: field.path, title: textIn(field.label, locale) }])));
}

/** Everything that the list shows, as CSV. That it was taken out is in the audit. */
export async function exportFormAnswers(shell: Shell, caller: Caller, request: AnswersRequest): Promise<Answer<{ readonly name: string; readonly type: string; readonly bytes: Buffer }>> {
  const place = await formPlace(shell, caller, 'form.read');
  if (!place.ok) return place;
  const [current] = await findFormVersions(shell.store, request.key, place.value.organisation);
  if (!current) return refuse(notFound());
  const columns = columnsOf((await shell.definitions.form(current.hash)).compiled, caller.locale);
  const parts = [BYTE_ORDER_MARK, csvRows([[textIn(HEADS.author, caller.locale), textIn(HEADS.at, caller.locale), ...columns.map(({ title }) => title)]])];
  let count = 0;
  for (let after: string | null = null, more = true; more;) {
    const page: Page<FormAnswerRow> = await answersPage(shell, caller, place.value, request, { limit: PAGE, ...(after !== null && { after }) });
    count += page.items.length;
    if (count > MAX_ROWS) return refuse(invalidRequest('tooManyRows', `Ответов больше ${MAX_ROWS}. Выгрузите их по раздачам.`, `There are more than ${MAX_ROWS} answers. Export them by hand-outs.`));
    parts.push(csvRows(page.items.map(({ author, at, cells }) => [author?.title ?? '', at.slice(0, 10), ...columns.map(({ path }) => cells[path] ?? '')])));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  await appendAudit(shell.store, [{ actor: caller.person, action: 'form.exported', objectType: 'form', objectId: request.key, organisation: place.value.organisation, path: place.value.path, data: { title: textIn(current.content.title, 'ru'), rows: count } }]);
  return ok({ name: `${textIn(current.content.title, caller.locale)}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(parts.join(''), 'utf8') });
}
