import { decide } from '@reglament/access';
import { textIn, type FormPageView, type FormUsage } from '@reglament/contracts';
import { findConfiguration, findCurrentDefinitions, findFormDraft, findFormVersions, type FormVersion } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { DefinitionPins } from '../definitions/definition-cache.js';
import type { PublishedRegistry } from '../records/registry.js';
import type { Shell } from '../shell.js';
import { lexiconOf } from '../views/lexicon.js';
import { formPlace } from './form-place.js';
import { formRow, usersOf } from './list-forms.js';

/** One form with its versions, what shows it, and its draft. */
export async function viewFormPage(shell: Shell, caller: Caller, key: string): Promise<Answer<FormPageView>> {
  const place = await formPlace(shell, caller, 'form.read');
  if (!place.ok) return place;
  const { organisation, path, subject } = place.value;
  const [versions, draft, definitions, configuration] = await Promise.all([
    findFormVersions(shell.store, key, organisation), findFormDraft(shell.store, organisation, key), findCurrentDefinitions(shell.store, organisation), findConfiguration(shell.store, organisation),
  ]);
  const current = versions[0];
  if (!current && !draft) return refuse(notFound());
  const lexicon = await lexiconOf(shell, caller.locale, { parties: [...versions.map(({ publishedBy }) => publishedBy), draft?.savedBy ?? null], organisations: [], definitions: [] });
  const users = usersOf(key, definitions);
  const versionOf = (hash: string | undefined): number | null => versions.find((each) => each.hash === hash)?.version ?? null;
  const processes = users.map((user): FormUsage => {
    const pinned = (user.pins as DefinitionPins).forms?.[key];
    return { kind: 'process', key: user.key, title: textIn(user.title, caller.locale), version: user.version, formVersion: versionOf(pinned), current: pinned === current?.hash };
  });
  const registries = configuration.flatMap(({ type, content, version, key: registry }): readonly FormUsage[] => {
    if (type !== 'registry') return [];
    const { definition, formHash } = content as PublishedRegistry;
    return definition.form === key ? [{ kind: 'registry', key: registry, title: textIn(definition.title, caller.locale), version, formVersion: versionOf(formHash), current: formHash === current?.hash }] : [];
  });
  return ok({
    row: formRow(key, current, draft ?? undefined, users.length, lexicon), usages: [...processes, ...registries],
    versions: versions.map((each) => ({
      version: each.version, hash: each.hash, publishedAt: each.publishedAt, publishedBy: lexicon.partyOrNull(each.publishedBy), package: each.package, own: each.organisation === organisation, current: each === current,
    })),
    mayManage: decide('form.manage', subject, { type: 'organisation', path }).allowed,
  });
}

/** Names of the questions of every version: what was once asked under a name keeps it for ever (its answers are found by it). */
export function pathsOf(versions: readonly FormVersion[]): readonly string[] {
  return [...new Set(versions.flatMap(({ content }) => Object.keys((content.schema['properties'] ?? {}) as object)))].sort();
}
