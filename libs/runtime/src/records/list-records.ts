import type { Page, PageQuery, PartyView, RecordListFilter, RecordRow } from '@reglament/contracts';
import { valueAt, type CompiledForm } from '@reglament/forms';
import { listRecords as listStored, type RecordCondition, type RecordPage, type RegistryRecord } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { isId } from '../views/instance-view.js';
import { callerSubject } from '../views/subject-of.js';
import { namesOf } from './record-names.js';
import { readScope } from './record-readers.js';
import { fieldInWords, referencesIn } from './record-words.js';
import { columnKind, registriesOf } from './registry-view.js';
import type { Registry } from './registry.js';

export interface RecordsRequest extends RecordListFilter { readonly registry: string }

/** A registry that the caller reads somewhere, with where; a registry that is none of the caller's is told as one that is not there. */
export async function readableRegistry(shell: Shell, caller: Caller, key: string): Promise<Answer<{ readonly registry: Registry; readonly form: CompiledForm; readonly paths: readonly string[] }>> {
  const registry = (await registriesOf(shell, caller)).find(({ definition }) => definition.key === key);
  const paths = registry ? readScope(shell, await callerSubject(shell, caller), registry).paths : [];
  if (!registry || paths.length === 0) return refuse(notFound());
  return ok({ registry, form: (await shell.definitions.form(registry.formHash)).compiled, paths });
}

/** A page of a registry, with what its columns show in the words of the form. `sort` is `title`, `updatedAt` or the field of a column. */
export async function listRecords(shell: Shell, caller: Caller, request: RecordsRequest, page: PageQuery): Promise<Answer<Page<RecordRow>>> {
  const readable = await readableRegistry(shell, caller, request.registry);
  if (!readable.ok) return readable;
  const { registry, form, paths } = readable.value;
  const fields: RecordCondition[] = [];
  for (const [field, wished] of Object.entries(request.fields)) {
    const column = registry.definition.columns.find((each) => each.field === field && each.filter === true);
    const condition = column ? conditionOf(form, field, wished) : null;
    if (condition === null) return refuse(invalidRequest('queryInvalid', `По полю ${field} список не сужается.`, `The list does not narrow by ${field}.`));
    fields.push(condition);
  }
  if (request.organisation !== undefined && !isId(request.organisation)) return refuse(notFound());
  const found = await listStored(shell.store, {
    registry: request.registry, scope: { paths, upTo: [] }, fields, ...(page.q !== undefined && { q: page.q }), ...(request.organisation !== undefined && { organisation: request.organisation }),
  }, sorted(registry, form, page));
  return ok({ ...found, items: await recordRows(shell, caller, registry, form, found.items) });
}

function sorted({ definition }: Registry, form: CompiledForm, { sort, ...page }: PageQuery): RecordPage {
  if (sort === undefined || sort === 'updatedAt' || sort === 'title') return { ...page, ...(sort && { sort }) };
  if (!definition.columns.some(({ field }) => field === sort)) return page;
  // Without words of its own a reference would be sorted by an id.
  const kind = columnKind(form, sort);
  if (kind === 'reference') return { ...page, sort: 'title' };
  return { ...page, sort: 'field', sortField: { path: sort, type: kind === 'number' ? 'number' : 'text' } };
}

function conditionOf(form: CompiledForm, path: string, wished: string): RecordCondition | null {
  const equals = (value: string | number | boolean, list = false): RecordCondition => ({ kind: 'equals', path, values: [value], list });
  switch (columnKind(form, path)) {
    case 'text': return { kind: 'contains', path, text: wished };
    case 'number': return Number.isFinite(Number(wished)) ? equals(Number(wished)) : null;
    case 'boolean': return wished === 'true' || wished === 'false' ? equals(wished === 'true') : null;
    case 'list': return equals(wished, true);
    case 'choice': case 'date': case 'reference': return equals(wished);
  }
}

export async function recordRows(shell: Shell, caller: Caller, registry: Registry, form: CompiledForm, records: readonly RegistryRecord[]): Promise<readonly RecordRow[]> {
  const columns = registry.definition.columns.map(({ field }) => field);
  const shown = (record: RegistryRecord): unknown => columns.map((field) => valueAt(record.data ?? {}, `/${field.replaceAll('.', '/')}`));
  const titles = await namesOf(shell, records.flatMap((record) => [`organisation:${record.organisation}`, ...(record.titleParty === null ? [] : [record.titleParty]), ...referencesIn(shown(record))]), caller.locale);
  return records.map((record) => recordRow(record, { form, columns, titles, locale: caller.locale }));
}

interface RowReading { readonly form: CompiledForm; readonly columns: readonly string[]; readonly titles: ReadonlyMap<string, PartyView>; readonly locale: Caller['locale'] }

export function recordRow(record: RegistryRecord, { form, columns, titles, locale }: RowReading): RecordRow {
  const organisation = `organisation:${record.organisation}`;
  return {
    id: record.id, reference: `record:${record.id}`, version: record.version, updatedAt: record.updatedAt,
    title: (record.titleParty === null ? record.title : titles.get(record.titleParty)?.title) || '—',
    organisation: titles.get(organisation) ?? { reference: organisation, title: '—' },
    cells: Object.fromEntries(columns.map((field) => [field, fieldInWords({ form, data: record.data ?? {}, titles, locale }, field)])),
  };
}
