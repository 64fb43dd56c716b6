import { decide, permittedPaths } from '@reglament/access';
import type { Migration } from '@reglament/engine';
import { PLAIN_MIGRATION } from '@reglament/engine';
import type { PlanMigration } from '@reglament/contracts';
import { findDefinitionVersions } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';

/** Two versions of a process that somebody may look at, with where that person may move cases. */
export interface AskedVersions {
  readonly before: LiveDefinition;
  readonly after: LiveDefinition;
  readonly organisation: string;
  readonly path: string;
  /** Paths of organisations whose cases the caller manages. */
  readonly paths: readonly string[];
}

/** @param policy `definition.read` to look, `definition.migrate` to move. */
export async function askedVersions(shell: Shell, caller: Caller, key: string, { from, to }: { readonly from: number; readonly to: number }, policy: 'definition.read' | 'definition.migrate'): Promise<Answer<AskedVersions>> {
  const subject = await callerSubject(shell, caller);
  const organisation = await shell.people.organisationOf(caller.person);
  const path = organisation ? shell.organisations.record(organisation)?.path : undefined;
  if (!organisation || path === undefined) return refuse(notFound());
  const decision = decide(policy, subject, { type: 'organisation', path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const versions = await findDefinitionVersions(shell.store, key, organisation);
  const [one, other] = [from, to].map((version) => versions.find((each) => each.version === version));
  if (!one || !other) return refuse(notFound());
  if (from === to) return refuse(invalidRequest('sameVersion', 'Выберите две разные версии.', 'Choose two different versions.'));
  const [before, after] = [await shell.definitions.get(one.hash), await shell.definitions.get(other.hash)];
  return ok({ before: { ...before, version: one.version }, after: { ...after, version: other.version }, organisation, path, paths: permittedPaths(subject, 'manageCases') });
}

/** As the engine takes it. Whatever names a step that the version after does not have is refused: nothing would come of it. */
export function migrationIn({ nodes, terms, variables }: PlanMigration, { before, after }: AskedVersions): Answer<Migration> {
  const unknown = [...Object.keys(nodes ?? {}).filter((key) => !Object.hasOwn(before.definition.nodes, key)), ...[...Object.values(nodes ?? {}), ...Object.keys(terms ?? {})].filter((key) => !Object.hasOwn(after.definition.nodes, key))];
  if (unknown.length > 0) return refuse(invalidRequest('unknownNode', `Такого шага нет: ${unknown[0] ?? ''}.`, `There is no such step: ${unknown[0] ?? ''}.`));
  const undeclared = Object.keys(variables ?? {}).filter((name) => !Object.hasOwn(after.definition.variables ?? {}, name));
  if (undeclared.length > 0) return refuse(invalidRequest('unknownVariable', `Процесс не объявляет «${undeclared[0] ?? ''}».`, `The process does not declare “${undeclared[0] ?? ''}”.`));
  // JSON from the body, bounded by its schema.
  return ok({ ...PLAIN_MIGRATION, nodes: nodes ?? {}, terms: terms ?? {}, variables: (variables ?? {}) as Migration['variables'] });
}
