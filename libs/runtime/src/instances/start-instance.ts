import { decide } from '@reglament/access';
import type { StartEvent, StartInstance } from '@reglament/contracts';
import type { Actor } from '@reglament/engine';
import type { JsonObject } from '@reglament/handlers';
import { findAnswer, type NewSubmission } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { formInvalid, keyReused, noAccess, notFound } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { filesIn } from '../files/file-references.js';
import { judgeLookups } from '../records/lookup-records.js';
import { judgeFiles } from '../files/judge-files.js';
import { formOf } from '../tasks/human-node.js';
import { fieldErrors, judgeSubmission } from '../tasks/judge-submission.js';
import { afterCommit } from '../transition/after-commit.js';
import { beginInstance } from '../transition/begin-instance.js';
import { CONFLICT, retryConflict } from '../transition/retry-conflict.js';
import { remarkSubmission } from './remark-submission.js';
import { startPerformers } from './start-performers.js';

export interface StartInstanceRequest { readonly body: StartInstance; readonly idempotencyKey: string | null }
export interface InstanceStarted { readonly instance: string; readonly next: readonly string[] }

/** Starts a case by a person. Without an organisation it is the person's own. */
export function startInstance(shell: Shell, caller: Caller, request: StartInstanceRequest): Promise<Answer<InstanceStarted>> {
  const { body } = request;
  const key = request.idempotencyKey ?? randomUUID();
  const hash = requestHash(key, { start: { ...body } });
  return retryConflict<InstanceStarted>(async () => {
    const answered = await findAnswer(shell.store, { actor: caller.person, key });
    if (answered) return answered.requestHash === hash ? ok(answered.response as InstanceStarted) : refuse(keyReused());

    const home = await shell.people.organisationOf(caller.person);
    const organisation = shell.organisations.record(body.organisation ?? home ?? '');
    if (!organisation) return refuse(notFound());
    const found = await shell.definitions.current(body.definition, organisation.id);
    if (!found) return refuse(notFound());
    const { live, version } = found;
    const event = startEventOf(live, body.startEvent);
    if (!event) return refuse(notFound());

    const now = shell.clock.now();
    const subject = await shell.people.subject(caller.person, organisation.timeZone, now);
    const decision = decide('case.start', subject, { type: 'start', path: organisation.path, performers: startPerformers(event.node.performers, organisation.id, shell.organisations.facts(organisation.id)) });
    if (!decision.allowed) return refuse(noAccess(decision));
    const starter: Actor = { person: caller.person, right: decision.right };

    const form = formOf(live, event.node.form);
    let data: JsonObject | null = null;
    let submission: NewSubmission | null = null;
    if (form) {
      const verdict = judgeSubmission({ form, data: body.data ?? {}, base: {}, now, zone: organisation.timeZone, locale: caller.locale, mode: 'submit' });
      if (!verdict.valid) return refuse(formInvalid(fieldErrors(verdict)));
      data = verdict.data as JsonObject;
      const files = await judgeFiles(shell, { form, data, instance: null, person: caller.person, locale: caller.locale });
      if (files.length > 0) return refuse(formInvalid(files));
      const lookups = await judgeLookups(shell, caller, { form, data, base: {} });
      if (lookups.length > 0) return refuse(formInvalid(lookups));
      submission = remarkSubmission({ node: event.key, outcome: 'start', author: caller.person, remark: null, data, form: { key: form.key, hash: form.hash } });
    }

    const id = randomUUID();
    const done = await beginInstance(shell, live, { definition: { key: live.definition.key, version }, organisation }, {
      input: { id, organisation: organisation.id, starter, startEvent: event.key, data, submission: submission?.hash ?? null, variables: {} },
      actor: starter, submission, files: filesIn(data),
      idempotency: (effects) => ({ actor: caller.person, key, requestHash: hash, response: { instance: id, next: openedBy(effects) } }),
    });
    switch (done.kind) {
      case 'conflict': return CONFLICT;
      case 'refused': return refuse(engineRefusal(done.refusal));
      case 'denied': return refuse(done.refusal);
      case 'done': afterCommit(shell, done.instance, done.effects); return ok({ instance: id, next: openedBy(done.effects) });
    }
  });
}

function openedBy(effects: Parameters<typeof afterCommit>[2]): readonly string[] {
  return effects.flatMap((effect) => (effect.type === 'openTask' ? [effect.task.id] : []));
}

/** The start event asked for, or the only one of the process itself. */
export function startEventOf(live: LiveDefinition, key: string | undefined): { readonly key: string; readonly node: StartEvent } | null {
  const events = Object.entries(live.definition.nodes).flatMap(([name, node]) => (node.type === 'startEvent' && node.in === undefined ? [{ key: name, node }] : []));
  return (key === undefined ? (events.length === 1 ? events[0] : undefined) : events.find((event) => event.key === key)) ?? null;
}
