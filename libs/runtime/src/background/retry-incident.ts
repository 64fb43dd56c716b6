import { decide } from '@reglament/access';
import type { IncidentRow, RetryIncident } from '@reglament/contracts';
import { EngineError, serviceInputOf, type Json } from '@reglament/engine';
import { addOutbox, appendAuditIn, askForChild, changeServiceInput, findIncident, giveChildValues, inTransaction, loadInstance, resetServiceAttempts, resolveIncident, type Incident, type OutboxKind, type Tx } from '@reglament/store';
import { refuse, type Answer } from '../answers/answer.js';
import { incidentResolved, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { modifyCase } from '../operations/modify-case.js';
import { setAsideItem } from '../operations/set-aside-item.js';
import type { Shell } from '../shell.js';
import { viewIncident } from '../views/incidents-view.js';
import { isId } from '../views/instance-view.js';
import { callerSubject } from '../views/subject-of.js';

/**
 * Tries again what has failed, with all its attempts anew. Of two operators one does; the other is told. `values`: data of the case that
 * are put right first, or, of a part that could not be started, what it is to begin with.
 */
export async function retryIncident(shell: Shell, caller: Caller, id: string, { values }: RetryIncident = { values: {} }): Promise<Answer<IncidentRow>> {
  const incident = isId(id) ? await findIncident(shell.store, id) : null;
  if (!incident) return refuse(notFound());
  const decision = decide('incident.retry', await callerSubject(shell, caller), { type: 'organisation', path: incident.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const changed = Object.keys(values).length > 0;
  const item = setAsideItem(incident.sourceId);
  if (changed && !item) {
    const written = await modifyCase(shell, caller, { instance: incident.instance, idempotencyKey: null, body: { changes: [{ kind: 'setVariables', values }], remark: retryRemark(caller, incident) } });
    if (!written.ok) return written;
  }
  const input = incident.source === 'service' ? await inputNow(shell, incident) : null;
  const mine = await inTransaction(shell.store, async (tx) => {
    if (!(await resolveIncident(tx, id, caller.person))) return false;
    if (changed && item) await giveChildValues(tx, incident.instance, item.activity, item.index, values);
    if (input !== null) await changeServiceInput(tx, incident.instance, incident.activity ?? -1, input);
    await again(tx, incident);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'incident.retried', objectType: 'incident', objectId: id, organisation: incident.organisation, path: incident.path, data: { instance: incident.instance, node: incident.node, code: incident.code } }]);
    return true;
  });
  if (!mine) return refuse(incidentResolved());
  shell.nudge();
  return viewIncident(shell, caller, id);
}

/** What the service would be given with the data as they are now: somebody may have put them right. Null: what it was given stays. */
async function inputNow(shell: Shell, { instance, activity }: Incident): Promise<{ readonly [name: string]: Json } | null> {
  const loaded = await loadInstance(shell.store, instance);
  if (!loaded || activity === null) return null;
  const live = await shell.definitions.get(loaded.definition.hash);
  try {
    return serviceInputOf(live.compiled, loaded.snapshot, activity, shell.organisations.context(shell.clock.now()));
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

function retryRemark({ locale }: Caller, { node }: Incident): string {
  return locale === 'ru' ? `Перед повтором сбойного шага (${node})` : `Before trying a failed step again (${node})`;
}

async function again(tx: Tx, { instance, source, sourceId, activity }: Incident): Promise<void> {
  switch (source) {
    case 'service':
      await resetServiceAttempts(tx, instance, activity ?? -1);
      return addOutbox(tx, { instance, kind: 'callService', activity: activity ?? -1 });
    case 'outbox': {
      const [kind, of, index] = sourceId.split('.');
      if (index !== undefined) await askForChild(tx, instance, Number(of), Number(index));
      return addOutbox(tx, { instance, kind: kind as OutboxKind, activity: Number(of) });
    }
    // A timer kept its row: its lease ends by itself, and it fires again then.
    case 'timer': case 'engine': return;
  }
}
