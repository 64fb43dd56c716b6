import { decide } from '@reglament/access';
import type { IncidentRow, OperateOnCase } from '@reglament/contracts';
import { addOutbox, appendAuditIn, findIncident, inTransaction, leaveChildOut, resolveIncident } from '@reglament/store';
import { refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { incidentResolved, invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { viewIncident } from '../views/incidents-view.js';
import { isId } from '../views/instance-view.js';
import { callerSubject } from '../views/subject-of.js';
import { setAsideItem } from './set-aside-item.js';

export interface LeaveOutRequest { readonly incident: string; readonly body: OperateOnCase }

/** Lets a forEach go on without an item that could not be started: it counts as cancelled, and nobody begins it any more. */
export async function leaveOut(shell: Shell, caller: Caller, { incident: id, body }: LeaveOutRequest): Promise<Answer<IncidentRow>> {
  const incident = isId(id) ? await findIncident(shell.store, id) : null;
  if (!incident) return refuse(notFound());
  const decision = decide('incident.leaveOut', await callerSubject(shell, caller), { type: 'organisation', path: incident.path });
  if (!decision.allowed) return refuse(noAccess(decision));
  if (body.remark.trim() === '') return refuse(engineRefusal({ code: 'remarkRequired', outcome: 'leaveOut' }));
  const item = setAsideItem(incident.sourceId);
  if (!item) return refuse(invalidRequest('notAnItem', 'Без исполнения оставляют только часть, которую не удалось начать.', 'Only a part that could not be started is left out.'));
  const mine = await inTransaction(shell.store, async (tx) => {
    if (!(await leaveChildOut(tx, incident.instance, item.activity, item.index))) return false;
    if (!(await resolveIncident(tx, id, caller.person))) return false;
    await addOutbox(tx, { instance: incident.instance, kind: 'childrenChanged', activity: item.activity });
    await appendAuditIn(tx, [{ actor: caller.person, action: 'incident.leftOut', objectType: 'incident', objectId: id, organisation: incident.organisation, path: incident.path, data: { instance: incident.instance, node: incident.node, code: incident.code } }]);
    return true;
  });
  if (!mine) return refuse(incidentResolved());
  shell.nudge();
  return viewIncident(shell, caller, id);
}
