import { decide, permittedPaths } from '@reglament/access';
import { textIn, type BatchItemRow, type BatchRow, type Page, type PageQuery } from '@reglament/contracts';
import { findBatch, findInstanceRows, listBatches as listStored, listBatchItems as listStoredItems, type BatchItem, type OperationBatch } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { isId } from '../views/instance-view.js';
import { partSubject } from '../views/part-subject.js';
import { callerSubject } from '../views/subject-of.js';

export async function listBatches(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<BatchRow>>> {
  const found = await listStored(shell.store, permittedPaths(await callerSubject(shell, caller), 'manageCases'), page);
  return ok({ ...found, items: await batchRows(shell, caller, found.items) });
}

export async function viewBatch(shell: Shell, caller: Caller, id: string): Promise<Answer<BatchRow>> {
  const batch = await readableBatch(shell, caller, id);
  if (!batch.ok) return batch;
  const [row] = await batchRows(shell, caller, [batch.value]);
  return row ? ok(row) : refuse(notFound());
}

export async function listBatchItems(shell: Shell, caller: Caller, { batch: id, status }: { readonly batch: string; readonly status?: BatchItemRow['status'] }, page: PageQuery): Promise<Answer<Page<BatchItemRow>>> {
  const batch = await readableBatch(shell, caller, id);
  if (!batch.ok) return batch;
  const found = await listStoredItems(shell.store, id, status, page);
  const cases = await findInstanceRows(shell.store, found.items.map(({ instance }) => instance));
  return ok({ ...found, items: found.items.map((item): BatchItemRow => itemRow(item, cases.get(item.instance), caller)) });
}

function itemRow({ seq, instance, status, why, at }: BatchItem, found: { readonly subject: string | null; readonly businessKey: string | null; readonly childTitle: string | null } | undefined, { locale }: Caller): BatchItemRow {
  return { seq, instance, status, at, subject: found ? partSubject(found.subject, found.childTitle) : null, businessKey: found?.businessKey ?? null, why: why && textIn(why, locale) };
}

/** An operation may be seen by whoever manages cases where it was begun. */
export async function readableBatch(shell: Shell, caller: Caller, id: string): Promise<Answer<OperationBatch>> {
  const batch = isId(id) ? await findBatch(shell.store, id) : null;
  if (!batch) return refuse(notFound());
  const decision = decide('batch.read', await callerSubject(shell, caller), { type: 'organisation', path: batch.path });
  return decision.allowed ? ok(batch) : refuse(noAccess(decision));
}

async function batchRows(shell: Shell, caller: Caller, batches: readonly OperationBatch[]): Promise<readonly BatchRow[]> {
  const titles = await shell.people.titles(batches.map(({ by }) => by), caller.locale);
  return batches.map(({ id, kind, status, at, finishedAt, by, reason, total, done, refused, left }) => ({
    id, kind, status, at, finishedAt, by: titles.get(by) ?? { reference: by, title: '—' }, remark: reason, total, done, refused, left,
  }));
}
