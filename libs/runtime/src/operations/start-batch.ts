import { permittedPaths } from '@reglament/access';
import type { BatchCount, BatchFilter, BatchKind, BatchRow, CountBatch, StartBatch } from '@reglament/contracts';
import { addBatch, appendAuditIn, countBatch as countStored, findAnswer, inTransaction, recordAnswer, stopBatch as stopStored, type BatchScope, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { invalidRequest, keyReused, notFound } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { Rollback } from '../transition/rollback.js';
import { callerSubject } from '../views/subject-of.js';
import { readableBatch, viewBatch } from './batch-views.js';

/** Cases of one operation: more is a mistake more often than a wish, and the rest may follow in a second one. */
const MOST = 5000;

/** How many cases the operation would go over as things stand. */
export async function countBatch(shell: Shell, caller: Caller, { kind, filter }: CountBatch): Promise<Answer<BatchCount>> {
  return ok({ count: await countStored(shell.store, await scopeOf(shell, caller, kind, filter), MOST + 1), most: MOST });
}

export interface StartBatchRequest { readonly body: StartBatch; readonly idempotencyKey: string | null }

/** Writes down which cases it goes over; each is then done in the background, in the name of whoever began it, and asked about as if it were done alone. */
export async function startBatch(shell: Shell, caller: Caller, { body, idempotencyKey }: StartBatchRequest): Promise<Answer<BatchRow>> {
  const { kind, filter, expected } = body;
  const key = idempotencyKey ?? randomUUID();
  const hash = requestHash(key, { batch: { ...body } });
  const answered = await findAnswer(shell.store, { actor: caller.person, key });
  if (answered) return answered.requestHash === hash ? viewBatch(shell, caller, (answered.response as { batch: string }).batch) : refuse(keyReused());
  const reason = body.remark.trim();
  if (reason === '') return refuse(engineRefusal({ code: 'remarkRequired', outcome: kind }));
  const values = body.values ?? null;
  if ((kind === 'setVariables') !== (values !== null && Object.keys(values).length > 0)) return refuse(invalidRequest('valuesInvalid', 'Значения указывают, когда меняют данные дел.', 'Values are given where data of cases are changed.'));
  const home = await shell.people.organisationOf(caller.person);
  const organisation = shell.organisations.record(home ?? '');
  if (!organisation) return refuse(notFound());
  const scope = await scopeOf(shell, caller, kind, filter);
  const id = randomUUID();
  try {
    await inTransaction(shell.store, async (tx: Tx) => {
      // Words that were searched for may be somebody's name: which cases it found is what counts.
      const { q: _, ...kept } = filter;
      const total = await addBatch(tx, { id, organisation: organisation.id, path: organisation.path, kind, reason, values, by: caller.person, locale: caller.locale, filter: kept }, scope, MOST);
      if (total !== expected) throw new Rollback(countChanged(total));
      if (!(await recordAnswer(tx, { actor: caller.person, key, requestHash: hash, response: { batch: id } }))) throw new Rollback(refuse(keyReused()));
      await appendAuditIn(tx, [{ actor: caller.person, action: 'batch.started', objectType: 'case-operations', objectId: id, organisation: organisation.id, path: organisation.path, data: { kind, total } }]);
    });
  } catch (error) {
    if (error instanceof Rollback) return error.result as Answer<BatchRow>;
    throw error;
  }
  shell.nudge();
  return viewBatch(shell, caller, id);
}

/** Leaves the cases that it has not come to. */
export async function stopBatch(shell: Shell, caller: Caller, id: string): Promise<Answer<BatchRow>> {
  const batch = await readableBatch(shell, caller, id);
  if (!batch.ok) return batch;
  const { organisation, path } = batch.value;
  await inTransaction(shell.store, async (tx) => {
    if (await stopStored(tx, id)) await appendAuditIn(tx, [{ actor: caller.person, action: 'batch.stopped', objectType: 'case-operations', objectId: id, organisation, path, data: {} }]);
  });
  shell.live.changed({ instance: id, parties: [] });
  return viewBatch(shell, caller, id);
}

function countChanged(total: number): { readonly ok: false; readonly refusal: Extract<Answer<never>, { ok: false }>['refusal'] } {
  return refuse({ status: 409, code: 'countChanged', text: { ru: `Теперь отбору отвечает другое число дел (${total}). Посмотрите на них ещё раз.`, en: `By now the filter finds another number of cases (${total}). Look at them again.` } });
}

async function scopeOf(shell: Shell, caller: Caller, kind: BatchKind, { overdue, from, to, ...filter }: BatchFilter): Promise<BatchScope> {
  const subject = await callerSubject(shell, caller);
  const zone = shell.organisations.record((await shell.people.organisationOf(caller.person)) ?? '')?.timeZone ?? 'UTC';
  return {
    kind, ...filter, paths: permittedPaths(subject, 'manageCases'), ...(overdue && { overdueAt: shell.clock.now() }),
    ...((from !== undefined || to !== undefined) && { started: { from: from ?? null, to: to ?? null, zone } }),
  };
}
