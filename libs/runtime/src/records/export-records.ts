import { textIn, type PageQuery, type RecordRow } from '@reglament/contracts';
import { appendAudit } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { BYTE_ORDER_MARK, csvRows } from './csv.js';
import { listRecords } from './list-records.js';
import { readableRegistry, type RecordsRequest } from './narrow-records.js';
import { registryRow } from './registry-view.js';

/** More rows than an office keeps in one registry; a longer list is narrowed first. */
const MAX_ROWS = 50_000;
const PAGE = 200;

const HEADS = { organisation: { ru: 'Организация', en: 'Organisation' }, updated: { ru: 'Изменено', en: 'Changed' } };

/** What the list shows under these conditions, whole, as CSV. That it was taken out is in the audit: it leaves the reach of the product. */
export async function exportRecords(shell: Shell, caller: Caller, request: RecordsRequest, { q, sort, order }: PageQuery): Promise<Answer<{ readonly name: string; readonly type: string; readonly bytes: Buffer }>> {
  const readable = await readableRegistry(shell, caller, request.registry);
  if (!readable.ok) return readable;
  const { title, columns } = await registryRow(shell, readable.value.registry, caller.locale);
  const parts = [BYTE_ORDER_MARK, csvRows([[...columns.map((column) => column.title), textIn(HEADS.organisation, caller.locale), textIn(HEADS.updated, caller.locale)]])];
  let count = 0;
  for (let after: string | null = null, more = true; more;) {
    const page = await listRecords(shell, caller, request, { limit: PAGE, ...(q && { q }), ...(sort && { sort }), ...(order && { order }), ...(after !== null && { after }) });
    if (!page.ok) return page;
    count += page.value.items.length;
    if (count > MAX_ROWS) return refuse(invalidRequest('tooManyRows', `В списке больше ${MAX_ROWS} записей. Сузьте его и выгрузите по частям.`, `The list has more than ${MAX_ROWS} records. Narrow it and export it in parts.`));
    parts.push(csvRows(page.value.items.map((row: RecordRow) => [...columns.map(({ field }) => row.cells[field] ?? ''), row.organisation.title, row.updatedAt.slice(0, 10)])));
    after = page.value.pageInfo.endCursor;
    more = page.value.pageInfo.hasNextPage;
  }
  await appendAudit(shell.store, [{ actor: caller.person, action: 'records.exported', objectType: 'registry', objectId: request.registry, organisation: null, path: readable.value.paths[0] ?? '', data: { rows: count } }]);
  return ok({ name: `${title}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(parts.join(''), 'utf8') });
}
