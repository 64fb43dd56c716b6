import { decide } from '@reglament/access';
import type { LocalizedText, PartyReference } from '@reglament/contracts';
import type { Actor, Migration } from '@reglament/engine';
import { claimMigration, findMigrationBatch, finishMigration, loadInstance, renewMigration, settleItem, waitingItems, type MigrationBatch, type WaitingItem } from '@reglament/store';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';
import { moveCase } from './move-case.js';
import { undoMove } from './undo-move.js';

const LEASE_SECONDS = 60;
/** Cases of one look, so that nothing else waits long for the relay. */
const CASES = 25;

/**
 * Goes on with the oldest order to move cases, one case at a time, each in a commit of its own. Killed in between, another process goes on
 * after the lease: what was moved has been settled in the commit that moved it.
 *
 * @returns whether there is more to do.
 */
export async function carryMigrations(shell: Shell): Promise<boolean> {
  const claimed = await claimMigration(shell.store, LEASE_SECONDS);
  const batch = claimed && await findMigrationBatch(shell.store, claimed.id);
  if (!claimed || !batch) return false;
  const items = await waitingItems(shell.store, batch.id, CASES);
  for (const item of items) {
    if (!(await renewMigration(shell.store, claimed, LEASE_SECONDS))) return false;
    try {
      await carryOne(shell, batch, item);
    } catch (error) {
      shell.log.error('migration.failed', { batch: batch.id, instance: item.instance, error: String(error) });
      await settleItem(shell.store, batch.id, item.seq, batch.status === 'undoing' ? 'kept' : 'refused', { why: { ru: 'Сбой при переводе: дело осталось на прежней версии.', en: 'The move failed: the case stays as it was.' } });
    }
  }
  if (items.length < CASES) await finishMigration(shell.store, claimed);
  else await renewMigration(shell.store, claimed, 0);
  return items.length === CASES;
}

const NO_RIGHT: LocalizedText = { ru: 'Нет права управлять этим делом.', en: 'No right to manage this case.' };

async function carryOne(shell: Shell, batch: MigrationBatch, item: WaitingItem): Promise<void> {
  const undoing = batch.status === 'undoing';
  const by: Actor = { person: undoing ? batch.undoBy ?? batch.by : batch.by, right: { kind: 'direct' } };
  if (!(await mayManage(shell, by.person, item.instance))) return settleItem(shell.store, batch.id, item.seq, undoing ? 'kept' : 'refused', { why: NO_RIGHT });
  if (undoing) {
    const undone = await undoMove(shell, item.instance, { by, reason: batch.undoReason ?? batch.reason, move: item.move, also: (tx) => settleItem(tx, batch.id, item.seq, 'undone') });
    if (undone.kind === 'kept') await settleItem(shell.store, batch.id, item.seq, 'kept', { why: undone.why });
    return;
  }
  const [before, after] = [await shell.definitions.get(batch.fromHash), await shell.definitions.get(batch.toHash)];
  const moved = await moveCase(shell, item.instance, {
    before, after, migration: batch.migration as Migration, by, reason: batch.reason, also: (tx, move) => settleItem(tx, batch.id, item.seq, 'done', { move }),
  });
  if (moved.kind === 'stayed') await settleItem(shell.store, batch.id, item.seq, 'refused', { why: moved.why });
}

/** Asked of every case when its turn comes: a role may have been taken away since. */
async function mayManage(shell: Shell, person: PartyReference, instance: string): Promise<boolean> {
  const loaded = await loadInstance(shell.store, instance);
  if (!loaded) return false;
  const context = shell.organisations.context(shell.clock.now());
  const subject = await shell.people.subject(person, loaded.organisation.timeZone, context.now);
  return decide('case.manage', subject, caseObject(loaded, await shell.definitions.get(loaded.definition.hash), context)).allowed;
}
