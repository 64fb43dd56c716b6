import { diffDefinitions, suggestNodes, tellChange, type PublishedVersion } from '@reglament/analysis';
import type { VersionComparison } from '@reglament/contracts';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { diagramView } from '../views/diagram-view.js';
import { askedVersions } from './versions-asked.js';

/** What two versions differ in, in words and as two diagrams. A step that has only a new key is taken for the same one. */
export async function compareVersions(shell: Shell, caller: Caller, { key, from, to }: { readonly key: string; readonly from: number; readonly to: number }): Promise<Answer<VersionComparison>> {
  const asked = await askedVersions(shell, caller, key, { from, to }, 'definition.read');
  if (!asked.ok) return asked;
  const { before, after } = asked.value;
  const titles = { before: before.definition, after: after.definition };
  const changes = diffDefinitions(publishedAs(before), publishedAs(after), suggestNodes(before.definition, after.definition));
  return ok({
    key, from, to,
    changes: changes.map((change) => ({ kind: change.kind, node: change.node, text: tellChange(change, titles)[caller.locale] })),
    before: diagramView(before, null, [], caller.locale), after: diagramView(after, null, [], caller.locale),
  });
}

function publishedAs({ definition, compiled }: LiveDefinition): PublishedVersion {
  return { definition, forms: compiled.forms, calls: compiled.calls, decisions: new Map([...compiled.decisions].map(([key, { hash }]) => [key, hash])) };
}
