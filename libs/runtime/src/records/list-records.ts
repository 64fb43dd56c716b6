import type { Page, PageQuery, PartyView, RecordRow } from '@reglament/contracts';
import { valueAt, type CompiledForm } from '@reglament/forms';
import { listRecords as listStored, type RecordPage, type RegistryRecord } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { behindFigure } from './figure-conditions.js';
import { narrowing, readableRegistry, type RecordsRequest } from './narrow-records.js';
import { namesOf } from './record-names.js';
import { fieldInWords, referencesIn } from './record-words.js';
import { columnKind } from './registry-view.js';
import type { Registry } from './registry.js';

/** A page of a registry, with what its columns show in the words of the form. `sort` is `title`, `updatedAt` or the field of a column. */
export async function listRecords(shell: Shell, caller: Caller, request: RecordsRequest, page: PageQuery): Promise<Answer<Page<RecordRow>>> {
  const readable = await readableRegistry(shell, caller, request.registry);
  if (!readable.ok) return readable;
  const { registry, form } = readable.value;
  const narrowed = narrowing(readable.value, request, page.q);
  if (!narrowed.ok) return narrowed;
  const behind = behindFigure(registry, form, request);
  if (behind === null) return refuse(invalidRequest('queryInvalid', `Показателя ${request.figure ?? ''} у реестра нет.`, `The registry has no figure ${request.figure ?? ''}.`));
  const { fields = [], ...filter } = narrowed.value;
  const found = await listStored(shell.store, { ...filter, fields: [...fields, ...behind] }, sorted(registry, form, page));
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
