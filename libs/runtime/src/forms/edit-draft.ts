import type { AddForm, FormDefinition, FormDraftSaved, FormDraftView, FormRow } from '@reglament/contracts';
import { standaloneModule, problemsOfForm } from '@reglament/forms';
import { addFormDraft, deleteFormDraft, findCurrentFormVersions, findFormDraft, findFormDrafts, findFormVersions, saveFormDraft as saveStored, type FormDraft } from '@reglament/store';
import { ok, refuse, type Answer, type RefusalAnswer } from '../answers/answer.js';
import { invalidRequest, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from '../views/lexicon.js';
import { draftProblems } from './draft-problems.js';
import { formKeyOf } from './form-key.js';
import { formPlace } from './form-place.js';
import { formRow } from './list-forms.js';
import { pathsOf } from './view-form-page.js';

/** Begins a new form. Its key is made from the title and never changes again; the title may. */
export async function addForm(shell: Shell, caller: Caller, body: AddForm): Promise<Answer<FormRow>> {
  const place = await formPlace(shell, caller, 'form.manage');
  if (!place.ok) return place;
  const { organisation } = place.value;
  const title = body.title.trim();
  if (title.length < 2) return refuse(invalidRequest('titleMissing', 'Назовите форму.', 'Give the form a title.', [{ pointer: '/title', code: 'titleMissing', message: caller.locale === 'en' ? 'Give the form a title.' : 'Назовите форму.' }]));
  const [versions, drafts] = await Promise.all([findCurrentFormVersions(shell.store, organisation), findFormDrafts(shell.store, organisation)]);
  const key = formKeyOf(title, new Set([...versions, ...drafts].map((each) => each.key)));
  const draft = await addFormDraft(shell.store, { organisation, key, content: blankForm(key, title), baseHash: null, savedBy: caller.person });
  if (!draft) return addForm(shell, caller, body); // somebody began one of the same title at the same moment
  return ok(formRow(key, undefined, draft, 0, await lexiconOf(shell, caller.locale, { parties: [caller.person], organisations: [], definitions: [] })));
}

function blankForm(key: string, title: string): FormDefinition {
  return {
    format: 1, key, title: { ru: title }, schema: { type: 'object', properties: {}, additionalProperties: false },
    ui: { sections: [{ key: 'section-1', title: { ru: 'Вопросы', en: 'Questions' }, fields: [] }] },
  };
}

/** Begins to change a form: a draft out of the version that holds now. Where there is one already, it is that one. */
export async function openFormDraft(shell: Shell, caller: Caller, key: string): Promise<Answer<FormDraftView>> {
  const place = await formPlace(shell, caller, 'form.manage');
  if (!place.ok) return place;
  const { organisation } = place.value;
  const [current] = await findFormVersions(shell.store, key, organisation);
  if (current) await addFormDraft(shell.store, { organisation, key, content: current.content, baseHash: current.hash, savedBy: caller.person });
  return readFormDraft(shell, caller, key);
}

export async function readFormDraft(shell: Shell, caller: Caller, key: string): Promise<Answer<FormDraftView>> {
  const found = await ownDraft(shell, caller, key);
  if (!found.ok) return found;
  const { draft } = found.value;
  const [versions, lexicon] = await Promise.all([
    findFormVersions(shell.store, key, draft.organisation), lexiconOf(shell, caller.locale, { parties: [draft.savedBy], organisations: [], definitions: [] }),
  ]);
  const { content, etag, savedAt } = draft;
  return ok({ key, content, etag, savedAt, savedBy: lexicon.party(draft.savedBy), published: versions[0]?.content ?? null, takenPaths: pathsOf(versions), problems: draftProblems(content, caller.locale) });
}

export interface SaveFormDraftRequest { readonly key: string; readonly content: FormDefinition; readonly etag: string | null }

/** Keeps what is being changed. Who has not seen the last saving is refused (412) and puts both together first: nothing is written over unseen. */
export async function saveFormDraft(shell: Shell, caller: Caller, { key, content, etag }: SaveFormDraftRequest): Promise<Answer<FormDraftSaved>> {
  const place = await formPlace(shell, caller, 'form.manage');
  if (!place.ok) return place;
  if (etag === null) return refuse({ status: 428, code: 'etagMissing', text: { ru: 'Не сказано, какой черновик меняется.', en: 'It is not said which draft is changed.' } });
  if (content.key !== key) return refuse(invalidRequest('keyChanged', 'Ключ формы не меняется.', 'The key of a form does not change.'));
  const saved = await saveStored(shell.store, { organisation: place.value.organisation, key, content, etag, savedBy: caller.person });
  if (saved) return ok({ etag: saved.etag, savedAt: saved.savedAt, problems: draftProblems(content, caller.locale) });
  return refuse((await findFormDraft(shell.store, place.value.organisation, key)) ? draftChanged() : notFound());
}

export async function discardFormDraft(shell: Shell, caller: Caller, { key, etag }: { readonly key: string; readonly etag: string | null }): Promise<Answer<null>> {
  const found = await ownDraft(shell, caller, key);
  if (!found.ok) return found;
  return await deleteFormDraft(shell.store, found.value.draft.organisation, key, etag ?? found.value.draft.etag) ? ok(null) : refuse(draftChanged());
}

/** The validator of the draft as it was saved last: the preview judges as the published form will. A draft with problems has none. */
export async function formDraftValidator(shell: Shell, caller: Caller, key: string): Promise<Answer<string>> {
  const found = await ownDraft(shell, caller, key);
  if (!found.ok) return found;
  const { content } = found.value.draft;
  return problemsOfForm(content).length === 0 ? ok(standaloneModule(content)) : refuse(notFound());
}

/** The draft of the caller's organisation, to whoever may change it. */
export async function ownDraft(shell: Shell, caller: Caller, key: string): Promise<Answer<{ readonly draft: FormDraft }>> {
  const place = await formPlace(shell, caller, 'form.manage');
  if (!place.ok) return place;
  const draft = await findFormDraft(shell.store, place.value.organisation, key);
  return draft ? ok({ draft }) : refuse(notFound());
}

export function draftChanged(): RefusalAnswer {
  return { status: 412, code: 'draftChanged', text: { ru: 'Форму тем временем изменил другой человек.', en: 'Somebody else has changed the form meanwhile.' } };
}
