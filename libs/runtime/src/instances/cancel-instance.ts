import { decide, type Decision } from '@reglament/access';
import type { CancelInstance } from '@reglament/contracts';
import { appendAuditIn, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { noAccess } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { caseAudit } from '../operations/operate.js';
import { caseObject } from '../tasks/task-object.js';
import { remarkOf } from '../tasks/submission-of.js';
import { instanceCommand, type InstanceCommanded } from './instance-command.js';
import { remarkSubmission } from './remark-submission.js';

export interface CancelInstanceRequest { readonly instance: string; readonly body: CancelInstance; readonly idempotencyKey: string | null }

/** By the permission to manage cases, not as the process lets its own people: that goes to the log of actions too. */
function byOffice(decision: Extract<Decision, { allowed: true }>): boolean {
  return decision.key === null;
}

/** Ends a case before its time, with a reason that stays readable. */
export function cancelInstance(shell: Shell, caller: Caller, request: CancelInstanceRequest): Promise<Answer<InstanceCommanded>> {
  const key = request.idempotencyKey ?? randomUUID();
  const remark = remarkOf(request.body);
  return instanceCommand(shell, caller, { instance: request.instance, key, requestHash: requestHash(key, { instance: request.instance, cancel: request.body }) }, async (loaded, live, context) => {
    const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
    const decision = decide('case.cancel', subject, caseObject(loaded, live, context));
    if (!decision.allowed) return refuse(noAccess(decision));
    if (remark === null) return refuse(engineRefusal({ code: 'remarkRequired', outcome: 'cancel' }));
    const actor = { person: caller.person, right: decision.right };
    return ok({
      command: { type: 'cancelInstance', by: actor, remark: true }, actor, remark, ...(byOffice(decision) && { also: (tx: Tx) => appendAuditIn(tx, [caseAudit(caller, loaded, 'case.cancelled')]) }),
      submission: remarkSubmission({ node: null, outcome: 'cancel', author: caller.person, remark, data: null, form: null }),
    });
  });
}
