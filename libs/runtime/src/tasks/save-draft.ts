import type { DraftSaved, SaveDraft } from '@reglament/contracts';
import { mergeDraft } from '@reglament/forms';
import { prefillOf } from '@reglament/engine';
import { saveDraft as saveStored } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { formInvalid, stale } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { closedTaskRefusal } from './closed-task.js';
import { formOf } from './human-node.js';
import { fieldErrors, judgeSubmission } from './judge-submission.js';
import { loadFor } from './load-for.js';

export interface SaveDraftRequest { readonly task: string; readonly etag: string | null; readonly body: SaveDraft }

/** How often a draft is merged anew when other devices save between reading and writing. */
const MAX_MERGES = 5;

/**
 * Keeps what was typed. A draft that another device has saved meanwhile is merged with this one field by field: what both changed is
 * told as a conflict, and nothing is lost (decision 12).
 */
export async function saveDraft(shell: Shell, caller: Caller, request: SaveDraftRequest): Promise<Answer<DraftSaved>> {
  const found = await loadFor(shell, caller, request.task, 'task.saveDraft');
  if (!found.ok) return found;
  const { loaded, live, context } = found.value;
  if (loaded.task.status !== 'open') return refuse(await closedTaskRefusal(shell, loaded, caller.locale));
  const form = formOf(live, loaded.task.form);
  const given = prefillOf(live.compiled, loaded.snapshot, loaded.task.activity, context);
  if (form) {
    const verdict = judgeSubmission({ form, data: request.body.data, base: given, now: context.now, zone: loaded.organisation.timeZone, locale: caller.locale, mode: 'draft' });
    if (!verdict.valid) return refuse(formInvalid(fieldErrors(verdict)));
  }
  let data = request.body.data;
  let etag = request.etag;
  let conflicts: DraftSaved['conflicts'] = [];
  for (let count = 0; count < MAX_MERGES; count += 1) {
    const saved = await saveStored(shell.store, { task: request.task, person: caller.person, data, etag });
    if (saved.kind === 'saved') return ok({ ...saved.draft, conflicts });
    if (saved.current === null) return refuse(await closedTaskRefusal(shell, loaded, caller.locale));
    const merged = mergeDraft(request.body.base ?? given, request.body.data, saved.current.data);
    data = merged.merged;
    conflicts = merged.conflicts.map(({ pointer, mine, theirs }) => ({ pointer, mine, theirs }));
    etag = saved.current.etag;
  }
  return refuse(stale());
}
