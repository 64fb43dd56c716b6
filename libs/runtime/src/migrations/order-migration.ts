import { decide, permittedPaths } from '@reglament/access';
import { textIn, type MigrationBatchRow, type MigrationBatchView, type PlanMigration, type StartMigration, type UndoMigration } from '@reglament/contracts';
import { addMigrationBatch, appendAuditIn, beginUndo, findMigrationBatch, inTransaction, listMigrationBatches, loadInstance, refusedItems, type MigrationBatch } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';
import { isId } from '../views/instance-view.js';
import { lexiconOf } from '../views/lexicon.js';
import { callerSubject } from '../views/subject-of.js';
import { undoMove } from './undo-move.js';
import { askedVersions, migrationIn } from './versions-asked.js';

/** Orders the living cases of a version to be moved; the background does it, case after case, and each is judged anew when its turn comes. */
export async function startMigration(shell: Shell, caller: Caller, { key, body }: { readonly key: string; readonly body: StartMigration }): Promise<Answer<MigrationBatchView>> {
  const asked = await askedVersions(shell, caller, key, body satisfies PlanMigration, 'definition.migrate');
  if (!asked.ok) return asked;
  const migration = migrationIn(body, asked.value);
  if (!migration.ok) return migration;
  const reason = body.remark.trim();
  if (reason === '') return refuse(engineRefusal({ code: 'remarkRequired', outcome: 'migrate' }));
  const { before, after, organisation, path, paths } = asked.value;
  const id = randomUUID();
  const total = await inTransaction(shell.store, async (tx) => {
    const found = await addMigrationBatch(tx, {
      id, organisation, definitionKey: key, fromVersion: before.version, fromHash: before.hash, toVersion: after.version, toHash: after.hash, migration: migration.value, reason, by: caller.person,
    }, paths);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'migration.ordered', objectType: 'process-definitions', objectId: key, organisation, path, data: { from: before.version, to: after.version, cases: found } }]);
    return found;
  });
  if (total > 0) shell.nudge();
  return viewMigration(shell, caller, { key, id });
}

export async function listMigrations(shell: Shell, caller: Caller, key: string): Promise<Answer<readonly MigrationBatchRow[]>> {
  const subject = await callerSubject(shell, caller);
  const paths = permittedPaths(subject, 'manageCases');
  return ok(await Promise.all((await listMigrationBatches(shell.store, key, paths)).map((batch) => rowOf(shell, caller, batch))));
}

export async function viewMigration(shell: Shell, caller: Caller, { key, id }: { readonly key: string; readonly id: string }): Promise<Answer<MigrationBatchView>> {
  const batch = await visibleBatch(shell, caller, key, id);
  if (!batch.ok) return batch;
  const stayed = await refusedItems(shell.store, id);
  return ok({
    ...(await rowOf(shell, caller, batch.value)),
    stayed: stayed.map(({ instance, subject, businessKey, why }) => ({ id: instance, subject, businessKey, text: why === null ? '' : textIn(why, caller.locale) })),
  });
}

/** Orders everything of it to be taken back that has not gone on since. */
export async function undoMigrationBatch(shell: Shell, caller: Caller, { key, id, body }: { readonly key: string; readonly id: string; readonly body: UndoMigration }): Promise<Answer<MigrationBatchView>> {
  const batch = await visibleBatch(shell, caller, key, id);
  if (!batch.ok) return batch;
  const reason = body.remark.trim();
  if (reason === '') return refuse(engineRefusal({ code: 'remarkRequired', outcome: 'undo' }));
  const begun = await inTransaction(shell.store, async (tx) => {
    if (!(await beginUndo(tx, id, caller.person, reason))) return false;
    await appendAuditIn(tx, [{ actor: caller.person, action: 'migration.undoOrdered', objectType: 'process-definitions', objectId: key, organisation: batch.value.organisation, path: batch.value.path, data: { from: batch.value.toVersion, to: batch.value.fromVersion } }]);
    return true;
  });
  if (!begun) return refuse({ ...invalidRequest('notFinished', 'Перевод ещё идёт или уже отменён.', 'The move is still under way, or has been undone.'), status: 409 });
  shell.nudge();
  return viewMigration(shell, caller, { key, id });
}

/** Takes one case back to the version that it came from. */
export async function undoCaseMigration(shell: Shell, caller: Caller, { instance, body }: { readonly instance: string; readonly body: UndoMigration }): Promise<Answer<{ readonly instance: string }>> {
  const loaded = isId(instance) ? await loadInstance(shell.store, instance) : null;
  if (!loaded) return refuse(notFound());
  const context = shell.organisations.context(shell.clock.now());
  const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
  const decision = decide('case.manage', subject, caseObject(loaded, await shell.definitions.get(loaded.definition.hash), context));
  if (!decision.allowed) return refuse(noAccess(decision));
  const reason = body.remark.trim();
  if (reason === '') return refuse(engineRefusal({ code: 'remarkRequired', outcome: 'undo' }));
  const undone = await undoMove(shell, instance, { by: { person: caller.person, right: decision.right }, reason, move: null });
  return undone.kind === 'undone' ? ok({ instance }) : refuse({ status: 409, code: 'cannotUndo', text: undone.why });
}

async function visibleBatch(shell: Shell, caller: Caller, key: string, id: string): Promise<Answer<MigrationBatch>> {
  const batch = isId(id) ? await findMigrationBatch(shell.store, id) : null;
  if (!batch || batch.definitionKey !== key) return refuse(notFound());
  const decision = decide('definition.migrate', await callerSubject(shell, caller), { type: 'organisation', path: batch.path });
  return decision.allowed ? ok(batch) : refuse(noAccess(decision));
}

async function rowOf(shell: Shell, caller: Caller, batch: MigrationBatch): Promise<MigrationBatchRow> {
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [batch.by], organisations: [], definitions: [] });
  const { id, fromVersion, toVersion, reason, at, finishedAt, status, total, waiting, done, refused, undone, kept } = batch;
  return { id, from: fromVersion, to: toVersion, by: lexicon.partyOrNull(batch.by), reason, at, finishedAt, status, total, waiting, done, refused, undone, kept };
}
