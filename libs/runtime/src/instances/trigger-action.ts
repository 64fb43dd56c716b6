import { decide } from '@reglament/access';
import type { TriggerAction } from '@reglament/contracts';
import { availableActions } from '@reglament/engine';
import type { JsonObject } from '@reglament/handlers';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { formInvalid, noAccess, notFound } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { judgeLookups } from '../records/lookup-records.js';
import { judgeFiles } from '../files/judge-files.js';
import { formOf } from '../tasks/human-node.js';
import { fieldErrors, judgeSubmission } from '../tasks/judge-submission.js';
import { remarkOf } from '../tasks/submission-of.js';
import { actionObject, caseObject } from '../tasks/task-object.js';
import { instanceCommand, type InstanceCommanded } from './instance-command.js';
import { remarkSubmission } from './remark-submission.js';

export interface TriggerActionRequest { readonly instance: string; readonly activity: number; readonly action: string; readonly body: TriggerAction; readonly idempotencyKey: string | null }

/** Does to an open case what one of its activities allows: withdraws, annuls, asks for a new term. */
export function triggerAction(shell: Shell, caller: Caller, request: TriggerActionRequest): Promise<Answer<InstanceCommanded>> {
  const key = request.idempotencyKey ?? randomUUID();
  const { instance, activity, action, body } = request;
  return instanceCommand(shell, caller, { instance, key, requestHash: requestHash(key, { instance, activity, action, body: { ...body } }) }, async (loaded, live, context) => {
    const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
    const available = availableActions(live.compiled, loaded.snapshot, context).find((each) => each.activity === activity && each.action === action);
    if (!available) {
      const seen = decide('case.read', subject, caseObject(loaded, live, context));
      return refuse(seen.allowed ? engineRefusal({ code: 'conditionNotMet', action }) : notFound());
    }
    const decision = decide('action.trigger', subject, actionObject(loaded, live, available, context));
    if (!decision.allowed) return refuse(noAccess(decision));
    const remark = remarkOf(body);
    if (available.remark === 'required' && remark === null) return refuse(engineRefusal({ code: 'remarkRequired', outcome: action }));
    const form = formOf(live, available.form);
    let data: JsonObject | null = null;
    if (form) {
      const verdict = judgeSubmission({ form, data: body.data ?? {}, base: available.prefill, now: context.now, zone: loaded.organisation.timeZone, locale: caller.locale, mode: 'submit' });
      if (!verdict.valid) return refuse(formInvalid(fieldErrors(verdict)));
      data = verdict.data as JsonObject;
      const files = await judgeFiles(shell, { form, data, instance, person: caller.person, locale: caller.locale });
      if (files.length > 0) return refuse(formInvalid(files));
      const lookups = await judgeLookups(shell, caller, { form, data, base: available.prefill });
      if (lookups.length > 0) return refuse(formInvalid(lookups));
    }
    const actor = { person: caller.person, right: decision.right };
    const submission = remarkSubmission({ node: available.node, outcome: action, author: caller.person, remark, data, form: form && { key: form.key, hash: form.hash } });
    return ok({ command: { type: 'triggerAction', activity, action, by: actor, data, submission: submission.hash, remark: remark !== null }, actor, remark, submission });
  });
}
