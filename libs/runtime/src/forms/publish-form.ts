import { contentHash, textIn, type FormPublished } from '@reglament/contracts';
import { standaloneModule } from '@reglament/forms';
import { appendAuditIn, deleteFormDraft, findFormVersions, inTransaction, publishForm as publishStored } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { draftProblems } from './draft-problems.js';
import { draftChanged, ownDraft } from './edit-draft.js';

/**
 * Makes a version of the draft that the caller has seen (`etag`), and takes the draft away in the same commit. Running cases keep the
 * version that they were begun with; processes take the new one when they are published again.
 */
export async function publishForm(shell: Shell, caller: Caller, { key, etag }: { readonly key: string; readonly etag: string | null }): Promise<Answer<FormPublished>> {
  const found = await ownDraft(shell, caller, key);
  if (!found.ok) return found;
  const { draft } = found.value;
  if (etag === null || draft.etag !== etag) return refuse(draftChanged());
  const problems = draftProblems(draft.content, caller.locale);
  if (problems.length > 0) return refuse(invalidRequest('formBroken', 'В форме есть ошибки: она не опубликована.', 'The form has errors: it was not published.', problems));
  const hash = contentHash(draft.content);
  const versions = await findFormVersions(shell.store, key, draft.organisation);
  const [current] = versions;
  if (current?.hash === hash) {
    return await deleteFormDraft(shell.store, draft.organisation, key, etag) ? ok({ key, version: current.version, hash, unchanged: true }) : refuse(draftChanged());
  }
  const earlier = versions.find((each) => each.hash === hash && each.organisation === draft.organisation);
  if (earlier) {
    return refuse({ status: 409, code: 'sameAsEarlier', text: {
      ru: `Форма слово в слово повторяет версию ${earlier.version}. Измените в ней хоть что-нибудь: версии не повторяются.`, en: `The form is word for word version ${earlier.version}. Change anything in it: versions are never repeated.`,
    } });
  }
  const organisation = shell.organisations.record(draft.organisation);
  const published = await inTransaction(shell.store, async (tx) => {
    if (!(await deleteFormDraft(tx, draft.organisation, key, etag))) return null;
    const result = await publishStored(tx, {
      organisation: draft.organisation, key, hash, title: draft.content.title, content: draft.content, origin: 'panel', package: null, publishedBy: caller.person,
    }, standaloneModule(draft.content));
    await appendAuditIn(tx, [{ actor: caller.person, action: 'form.published', objectType: 'form', objectId: key, organisation: draft.organisation, path: organisation?.path ?? '', data: { title: textIn(draft.content.title, 'ru'), version: result.version, hash } }]);
    return result;
  });
  if (!published) return refuse(draftChanged());
  return ok({ key, version: published.version, hash, unchanged: published.kind === 'unchanged' });
}
