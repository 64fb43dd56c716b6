import { decide } from '@reglament/access';
import type { IncidentRow } from '@reglament/contracts';
import { addOutbox, appendAuditIn, askForChild, findIncident, inTransaction, resetServiceAttempts, resolveIncident, type Incident, type OutboxKind, type Tx } from '@reglament/store';
import { refuse, type Answer } from '../answers/answer.js';
import { incidentResolved, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { viewIncident } from '../views/incidents-view.js';
import { isId } from '../views/instance-view.js';
import { callerSubject } from '../views/subject-of.js';

/** Tries again what has failed, with all its attempts anew. Of two operators one does; the other is told. */
export async function retryIncident(shell: Shell, caller: Caller, id: string): Promise<Answer<IncidentRow>> {
  const incident = isId(id) ? await findIncident(shell.store, id) : null;
  if (!incident) return refuse(notFound());
  const decision = decide('incident.retry', await callerSubject(shell, caller), { type: 'organisation', path: incident.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const mine = await inTransaction(shell.store, async (tx) => {
    if (!(await resolveIncident(tx, id, caller.person))) return false;
    await again(tx, incident);
    await appendAuditIn(tx, [{ actor: caller.person, action: 'incident.retried', objectType: 'incident', objectId: id, organisation: incident.organisation, path: incident.path, data: { instance: incident.instance, node: incident.node, code: incident.code } }]);
    return true;
  });
  if (!mine) return refuse(incidentResolved());
  shell.nudge();
  return viewIncident(shell, caller, id);
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
