import { contentHash, textIn, type FormDefinition, type FormRow, type Page, type PageQuery, type ProcessDefinition } from '@reglament/contracts';
import { findCurrentDefinitions, findCurrentFormVersions, findFormDrafts, type DefinitionRecord, type FormDraft, type FormVersion } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import { formsOf } from '../packages/pins-of.js';
import type { Shell } from '../shell.js';
import { lexiconOf, type Lexicon } from '../views/lexicon.js';
import { formPlace } from './form-place.js';

/** Every form that the caller's organisation sees, and those that it has only begun. An office has hundreds, not thousands: they come on one page. */
export async function listForms(shell: Shell, caller: Caller, page: PageQuery): Promise<Answer<Page<FormRow>>> {
  const place = await formPlace(shell, caller, 'form.read');
  if (!place.ok) return place;
  const { organisation } = place.value;
  const [versions, drafts, definitions] = await Promise.all([
    findCurrentFormVersions(shell.store, organisation), findFormDrafts(shell.store, organisation), findCurrentDefinitions(shell.store, organisation),
  ]);
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [...versions.map(({ publishedBy }) => publishedBy), ...drafts.map(({ savedBy }) => savedBy)], organisations: [], definitions: [] });
  const keys = [...new Set([...versions, ...drafts].map(({ key }) => key))];
  const rows = keys.map((key) => formRow(key, versions.find((each) => each.key === key), drafts.find((each) => each.key === key), usersOf(key, definitions).length, lexicon));
  const wished = page.q?.trim().toLowerCase();
  const items = rows.filter(({ title }) => !wished || title.toLowerCase().includes(wished)).sort((one, other) => changedAt(other).localeCompare(changedAt(one)) || one.title.localeCompare(other.title));
  return ok({ items, pageInfo: { endCursor: null, hasNextPage: false }, total: items.length, totalCapped: false });
}

/** What was touched last comes first. */
const changedAt = (row: FormRow): string => row.draft?.savedAt ?? (row.package === null ? row.publishedAt ?? '' : '');

export function usersOf(form: string, definitions: readonly DefinitionRecord[]): readonly DefinitionRecord[] {
  return definitions.filter(({ content }) => formsOf(content as ProcessDefinition).includes(form));
}

export function formRow(key: string, version: FormVersion | undefined, draft: FormDraft | undefined, usedIn: number, { locale, party, partyOrNull }: Lexicon): FormRow {
  const content = version?.content ?? draft?.content;
  return {
    key, title: (content && textIn(content.title, locale)) || key, description: content?.description ? textIn(content.description, locale) : null,
    version: version?.version ?? null, hash: version?.hash ?? null, package: version?.package ?? null, publishedAt: version?.publishedAt ?? null, publishedBy: partyOrNull(version?.publishedBy ?? null),
    // A draft that was only looked at holds nothing that is not published.
    draft: draft && (!version || contentHash(draft.content) !== version.hash) ? { savedAt: draft.savedAt, savedBy: party(draft.savedBy) } : null, usedIn, questions: content ? questionsIn(content) : 0,
  };
}

function questionsIn(form: FormDefinition): number {
  return form.ui.sections.reduce((sum, { fields }) => sum + fields.filter(({ widget }) => widget !== 'info').length, 0);
}
