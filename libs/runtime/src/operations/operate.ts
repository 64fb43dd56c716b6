import { decide } from '@reglament/access';
import type { Command, Context } from '@reglament/engine';
import { appendAuditIn, type AuditFact, type LoadedInstance, type NewSubmission, type Tx } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { noAccess } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { instanceCommand, type InstanceCommanded } from '../instances/instance-command.js';
import { remarkSubmission } from '../instances/remark-submission.js';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';

export interface CaseOperationRequest<Body extends { readonly remark: string }> { readonly instance: string; readonly body: Body; readonly idempotencyKey: string | null }

/** What a decided operation gives: the command, with the hash of the reason, and what goes into its commit. */
export interface DecidedOperation { readonly command: Command; readonly also?: (tx: Tx) => Promise<void>; readonly audit?: AuditFact['data'] }

interface Operation { readonly outcome: string; readonly audit: string }

/** An operation on a live case: by the permission to manage cases alone, with a reason, and with an entry in the log of actions in its own commit. */
export function operate<Body extends { readonly remark: string }>(
  shell: Shell, caller: Caller, { instance, body, idempotencyKey }: CaseOperationRequest<Body>, { outcome, audit }: Operation,
  decided: (given: { readonly loaded: LoadedInstance; readonly live: LiveDefinition; readonly context: Context; readonly actor: { readonly person: string; readonly right: { readonly kind: 'direct' } }; readonly submission: NewSubmission }) => Promise<Answer<DecidedOperation>>,
): Promise<Answer<InstanceCommanded>> {
  const key = idempotencyKey ?? randomUUID();
  return instanceCommand(shell, caller, { instance, key, requestHash: requestHash(key, { instance, [outcome]: body }) }, async (loaded, live, context) => {
    const subject = await shell.people.subject(caller.person, loaded.organisation.timeZone, context.now);
    const decision = decide('case.manage', subject, caseObject(loaded, live, context));
    if (!decision.allowed) return refuse(noAccess(decision));
    const remark = body.remark.trim();
    if (remark === '') return refuse(engineRefusal({ code: 'remarkRequired', outcome }));
    const actor = { person: caller.person, right: { kind: 'direct' } } as const;
    const submission = remarkSubmission({ node: null, outcome, author: caller.person, remark, data: null, form: null });
    const given = await decided({ loaded, live, context, actor, submission });
    if (!given.ok) return given;
    const { command, also, audit: data } = given.value;
    return ok({
      command, actor, remark, submission,
      also: async (tx) => {
        await also?.(tx);
        await appendAuditIn(tx, [caseAudit(caller, loaded, audit, data)]);
      },
    });
  });
}

/** Ids and keys alone: the reason stands with the case (decision 18). */
export function caseAudit(caller: Caller, loaded: LoadedInstance, action: string, data: AuditFact['data'] = {}): AuditFact {
  return { actor: caller.person, action, objectType: 'process-instances', objectId: loaded.head.id, organisation: loaded.organisation.id, path: loaded.organisation.path, data };
}
