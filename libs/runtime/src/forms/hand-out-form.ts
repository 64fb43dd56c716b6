import { keyList, permittedPaths, DIRECT } from '@reglament/access';
import { contentHash, textIn, type FormHandedOut, type FormHandOutRow, type HandOutForm, type Page, type PageQuery } from '@reglament/contracts';
import { compile, type Actor } from '@reglament/engine';
import { addFormHandOut, appendAuditIn, findAnswer, findCurrentDefinition, findFormVersions, inTransaction, listHandOuts as listStored, publishDefinition, type FormVersion } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { keyReused, notFound } from '../answers/refusals.js';
import { requestHash } from '../answers/request-hash.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { beginInstance } from '../transition/begin-instance.js';
import { CONFLICT, retryConflict } from '../transition/retry-conflict.js';
import { lexiconOf } from '../views/lexicon.js';
import { formPlace } from './form-place.js';
import { handOutDefinition } from './hand-out-definition.js';
import { peopleOf } from './recipients.js';

export interface HandOutRequest { readonly key: string; readonly body: HandOutForm; readonly idempotencyKey: string | null }

/** Gives the published form to people: each gets a task of their own. Of the same request sent twice the second gets the first one's answer. */
export async function handOutForm(shell: Shell, caller: Caller, { key, body, idempotencyKey }: HandOutRequest): Promise<Answer<FormHandedOut>> {
  const place = await formPlace(shell, caller, 'form.manage');
  if (!place.ok) return place;
  const { organisation, path, timeZone } = place.value;
  const [form] = await findFormVersions(shell.store, key, organisation);
  if (!form) return refuse(notFound());
  const people = await peopleOf(shell, caller, place.value, body.recipients);
  if (!people.ok) return people;
  const workingDays = body.workingDays ?? null;
  const request = idempotencyKey ?? randomUUID();
  const asked = requestHash(request, { handOut: key, ...body });
  const published = await publishHandOut(shell, caller, organisation, form, workingDays);
  const starter: Actor = { person: caller.person, right: DIRECT };

  return retryConflict<FormHandedOut>(async () => {
    const answered = await findAnswer(shell.store, { actor: caller.person, key: request });
    if (answered) return answered.requestHash === asked ? ok(answered.response as FormHandedOut) : refuse(keyReused());
    const id = randomUUID();
    const response: FormHandedOut = { instance: id, people: people.value.length };
    const { live, version } = published;
    const done = await beginInstance(shell, live, { definition: { key: live.definition.key, version }, organisation: { id: organisation, path, timeZone } }, {
      input: { id, organisation, starter, startEvent: null, data: null, submission: null, variables: { recipients: people.value } },
      actor: starter, submission: null, files: [],
      idempotency: () => ({ actor: caller.person, key: request, requestHash: asked, response }),
      also: async (tx) => {
        await addFormHandOut(tx, { instance: id, organisation, formKey: key, formHash: form.hash, people: people.value.length, workingDays, at: shell.clock.now() });
        await appendAuditIn(tx, [{ actor: caller.person, action: 'form.handedOut', objectType: 'form', objectId: key, organisation, path, data: { title: textIn(form.content.title, 'ru'), instance: id, people: people.value.length } }]);
        return true;
      },
    });
    switch (done.kind) {
      case 'conflict': return CONFLICT;
      case 'refused': return refuse(engineRefusal(done.refusal));
      case 'denied': return refuse(done.refusal);
      case 'done': afterCommit(shell, done.instance, done.effects); return ok(response);
    }
  });
}

/** The process of a hand-out, published once for a version of the form and a term. */
async function publishHandOut(shell: Shell, caller: Caller, organisation: string, form: FormVersion, workingDays: number | null): Promise<{ readonly live: LiveDefinition; readonly version: number }> {
  const { title, description } = form.content;
  const definition = handOutDefinition({ form: form.key, title, ...(description !== undefined && { description }), workingDays });
  const pins = { forms: { [form.key]: form.hash } };
  const hash = contentHash({ definition, ...pins });
  const current = await findCurrentDefinition(shell.store, definition.key, organisation);
  if (current && current.package !== null) throw new Error(`a package has a process of the key ${definition.key}, which hand-outs need`);
  compile(definition, { hash, forms: new Map(Object.entries(pins.forms)) });
  const { version } = await inTransaction(shell.store, (tx) => publishDefinition(tx, {
    organisation, key: definition.key, hash, title: definition.title, content: definition, origin: 'panel', package: null, publishedBy: caller.person,
  }, pins, null));
  return { live: await shell.definitions.get(hash), version };
}

/** Whom the form was given to, and how many have answered; those whose cases the caller sees. */
export async function listFormHandOuts(shell: Shell, caller: Caller, key: string, page: PageQuery): Promise<Answer<Page<FormHandOutRow>>> {
  const place = await formPlace(shell, caller, 'form.read');
  if (!place.ok) return place;
  const { subject } = place.value;
  const found = await listStored(shell.store, { form: key, keys: keyList(subject.keys), paths: permittedPaths(subject, 'seeAllCases') }, page);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: found.items.map(({ starter }) => starter), organisations: [], definitions: [] });
  return ok({ ...found, items: found.items.map(({ instance, at, starter, people, answered, workingDays, status }) => ({ id: instance, at, by: lexicon.partyOrNull(starter), people, answered, workingDays, status })) });
}
