import type { FlowNode } from '@reglament/contracts';
import type { Compiled } from '../compile/compiled.js';
import type { Instance, Token } from '../instance.js';
import type { Migration, MigrationObstacle } from './migration.js';
import { compensableNodes, keyAfter, viaAfter, waitingTokens } from './moved-instance.js';
import { alike, essentialsOf } from './open-node.js';

/** What keeps a case where it is: every place in it that the version after has no place for. Looks at the snapshot alone. */
export function migrationObstacles(before: Compiled, after: Compiled, instance: Instance, { nodes }: Migration): readonly MigrationObstacle[] {
  if (instance.status !== 'active') return [{ code: 'caseEnded' }];
  if (instance.suspended !== undefined) return [{ code: 'caseSuspended' }];
  const waiting = new Set(waitingTokens(instance));
  const ofScope = instance.scopeNode === null ? [] : ofNode(before, after, nodes, instance.scopeNode, 0);
  // What has been done can still be undone only by the way that was agreed then.
  const toUndo = compensableNodes(instance).filter((key) => !alike(keyAfter(nodes, handlerOf(before, key) ?? ''), handlerOf(after, keyAfter(nodes, key)) ?? ''));
  return [...ofScope, ...toUndo.map((node): MigrationObstacle => ({ code: 'changedWhileOpen', node, to: keyAfter(nodes, node) })), ...instance.tokens.flatMap((token): readonly MigrationObstacle[] => {
    const found = ofNode(before, after, nodes, token.node, token.id);
    if (found.length > 0) return found;
    const to = keyAfter(nodes, token.node);
    const scope = scopeOf(instance, nodes, token);
    if (scope !== undefined && scope !== (nodeAt(after, to)?.in ?? null)) return [{ code: 'scopeChanged', node: token.node, to }];
    if (waiting.has(token) && after.incoming.has(to) && viaAfter(before, after, nodes, token) === null) return [{ code: 'flowGone', node: token.node, via: token.via ?? '' }];
    return [];
  })];
}

function handlerOf(compiled: Compiled, key: string): string | undefined {
  return (nodeAt(compiled, key) as { readonly compensate?: string } | undefined)?.compensate;
}

function ofNode(before: Compiled, after: Compiled, nodes: Migration['nodes'], key: string, token: number): readonly MigrationObstacle[] {
  const to = keyAfter(nodes, key);
  const [was, is] = [nodeAt(before, key), nodeAt(after, to)];
  if (is === undefined || was === undefined) return [{ code: 'nodeGone', node: key, token }];
  if (was.type !== is.type) return [{ code: 'nodeRetyped', node: key, to }];
  return alike(inNewKeys(nodes, essentialsOf(was)), essentialsOf(is)) ? [] : [{ code: 'changedWhileOpen', node: key, to }];
}

/** The sub-process that must hold the node; undefined where it is the very node that a child runs, whose place is the parent's matter. */
function scopeOf(instance: Instance, nodes: Migration['nodes'], { node, scope }: Token): string | null | undefined {
  if (scope !== null) return keyAfter(nodes, instance.activities.find(({ id }) => id === scope)?.node ?? '');
  if (instance.scopeNode === null) return null;
  return instance.scopeNode === node ? undefined : keyAfter(nodes, instance.scopeNode);
}

/** Essentials may name nodes: a gateway's targets, the handler of a compensation. */
function inNewKeys(nodes: Migration['nodes'], value: unknown): unknown {
  if (typeof value === 'string') return keyAfter(nodes, value);
  if (Array.isArray(value)) return value.map((item: unknown) => inNewKeys(nodes, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, ['to', 'next', 'in', 'compensate', 'flows'].includes(name) || typeof item === 'object' ? inNewKeys(nodes, item) : item]));
}

function nodeAt({ definition }: Compiled, key: string): FlowNode | undefined {
  return Object.hasOwn(definition.nodes, key) ? definition.nodes[key] : undefined;
}
