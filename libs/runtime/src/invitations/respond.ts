import { textIn, type CompleteTask, type DraftSaved, type FormDefinition, type Locale, type Responded, type RespondView, type SaveDraft } from '@reglament/contracts';
import { prefillOf } from '@reglament/engine';
import { findDraft } from '@reglament/store';
import { ok, refuse, type Answer, type RefusalAnswer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import { readFile, uploadFile, type FileContent, type UploadedFile } from '../files/files.js';
import type { Shell } from '../shell.js';
import { completeTask } from '../tasks/complete-task.js';
import { formOf, humanNode } from '../tasks/human-node.js';
import { loadFor } from '../tasks/load-for.js';
import { saveDraft } from '../tasks/save-draft.js';
import { formValidator, viewForm } from '../views/definitions-view.js';
import { outcomeViews } from '../views/task-view.js';
import { linkClosed, linkUsed } from './link-refusals.js';
import { respondentCaller, whyShut, type Respondent } from './open-link.js';

export interface RespondRequest { readonly respondent: Respondent; readonly locale: Locale; readonly address: string | null }

const SENT = { ru: 'Ответ отправлен. Спасибо!', en: 'The answer has been sent. Thank you!' } as const;

/** The one task that the link opens, and of the case nothing beside it. */
export async function viewRespond(shell: Shell, request: RespondRequest): Promise<Answer<RespondView>> {
  const found = await atHand(shell, request);
  if (!found.ok) return found;
  const { caller, task } = found.value;
  const { loaded, live, context } = task;
  const node = humanNode(live, loaded.task.node);
  const form = formOf(live, loaded.task.form);
  const organisation = `organisation:${caller.person.slice(caller.person.indexOf('@') + 1)}`;
  const [draft, titles] = await Promise.all([findDraft(shell.store, loaded.task.id, caller.person), shell.people.titles([organisation], request.locale)]);
  return ok({
    id: request.respondent.invitation.id, title: textIn(loaded.task.title, request.locale), description: node.description ? textIn(node.description, request.locale) : null,
    organisation: titles.get(organisation) ?? null, form: form && { key: form.key, hash: form.hash },
    data: prefillOf(live.compiled, loaded.snapshot, loaded.task.activity, context), draft, outcomes: outcomeViews(node, live, caller),
    dueAt: loaded.task.dueAt, expiresAt: request.respondent.invitation.expiresAt, businessTime: context.now, csrfToken: request.respondent.csrfToken,
  });
}

export async function draftRespond(shell: Shell, request: RespondRequest & { readonly etag: string | null; readonly body: SaveDraft }): Promise<Answer<DraftSaved>> {
  const found = await atHand(shell, request);
  if (!found.ok) return found;
  return asOfLink(await saveDraft(shell, found.value.caller, { task: request.respondent.invitation.task, etag: request.etag, body: request.body }));
}

/** The same verdict, the same messages and the same commit as in the panel. Repeated under its key it is answered as the first time. */
export async function submitRespond(shell: Shell, request: RespondRequest & { readonly body: CompleteTask; readonly idempotencyKey: string | null }): Promise<Answer<Responded>> {
  const { respondent: { invitation }, body, idempotencyKey, locale } = request;
  const shut = whyShut(shell, invitation);
  if (shut && (invitation.party === null || invitation.taskStatus === 'open')) return refuse(shut);
  const done = asOfLink(await completeTask(shell, respondentCaller(request.respondent, request), { task: invitation.task, body, idempotencyKey }));
  return done.ok ? ok({ sent: true, message: SENT[locale] }) : done;
}

export async function uploadRespond(shell: Shell, request: RespondRequest & { readonly name: string; readonly bytes: Uint8Array }): Promise<Answer<UploadedFile>> {
  const found = await atHand(shell, request);
  return found.ok ? uploadFile(shell, found.value.caller, request) : found;
}

/** A file that the form names: an upload of the respondent's, or one of the very case. */
export async function fileRespond(shell: Shell, request: RespondRequest & { readonly id: string }): Promise<Answer<FileContent>> {
  const found = await atHand(shell, request);
  return found.ok ? readFile(shell, found.value.caller, request.id) : found;
}

/** The task's own form, and no other. */
export async function formRespond(shell: Shell, request: RespondRequest & { readonly hash: string }): Promise<Answer<FormDefinition>> {
  const found = await atHand(shell, request);
  if (!found.ok) return found;
  return ownForm(found.value.task, request.hash) ? viewForm(shell, found.value.caller, request.hash) : refuse(notFound());
}

export async function validatorRespond(shell: Shell, request: RespondRequest & { readonly hash: string }): Promise<Answer<string>> {
  const found = await atHand(shell, request);
  if (!found.ok) return found;
  return ownForm(found.value.task, request.hash) ? formValidator(shell, found.value.caller, request.hash) : refuse(notFound());
}

type TaskAtHand = Extract<Awaited<ReturnType<typeof loadFor>>, { ok: true }>['value'];

const ownForm = ({ live, loaded }: TaskAtHand, hash: string): boolean => formOf(live, loaded.task.form)?.hash === hash;

async function atHand(shell: Shell, request: RespondRequest): Promise<Answer<{ readonly caller: Caller; readonly task: TaskAtHand }>> {
  const shut = whyShut(shell, request.respondent.invitation);
  if (shut) return refuse(shut);
  const caller = respondentCaller(request.respondent, request);
  const loaded = asOfLink(await loadFor(shell, caller, request.respondent.invitation.task, 'task.saveDraft'));
  if (!loaded.ok) return loaded;
  // Closed since the session was looked up.
  const { status, completedBy } = loaded.value.loaded.task;
  if (status !== 'open') return refuse(completedBy === caller.person ? linkUsed() : linkClosed());
  return ok({ caller, task: loaded.value });
}

/** Between two windows of the same link one wins; what the other is told names nobody and nothing of the case. */
function asOfLink<Value>(answer: Answer<Value>): Answer<Value> {
  if (answer.ok) return answer;
  const told = SAID_OTHERWISE[answer.refusal.code];
  return told ? refuse(told()) : answer;
}

const SAID_OTHERWISE: Readonly<Record<string, () => RefusalAnswer>> = { taskAlreadyCompleted: linkUsed, taskNotOpen: linkClosed, instanceEnded: linkClosed, notFound: linkClosed, forbidden: linkClosed };
