import { decide } from '@reglament/access';
import { textIn, type CaseManagement, type CasePlace, type CaseStart, type CaseVariable, type Locale } from '@reglament/contracts';
import type { ActivityInstance, Instance } from '@reglament/engine';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { noAccess } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';
import { readableCase } from '../views/instance-view.js';
import { lastOperation } from './last-operation.js';
import { suspensionOf } from './suspension-of.js';

/** What an administrator looks at: where the case stands, where it may be started, what it holds, and what may be taken back. */
export async function viewManagement(shell: Shell, caller: Caller, instance: string): Promise<Answer<CaseManagement>> {
  const readable = await readableCase(shell, caller, instance);
  if (!readable.ok) return readable;
  const { loaded, live, context, subject } = readable.value;
  const decision = decide('case.manage', subject, caseObject(loaded, live, context));
  if (!decision.allowed) return refuse(noAccess(decision));
  const { snapshot } = loaded;
  const open = snapshot.status === 'active';
  return ok({
    suspended: await suspensionOf(shell, caller, snapshot), places: open ? placesOf(live, snapshot, caller.locale) : [], starts: open ? startsOf(live, snapshot, caller.locale) : [],
    variables: variablesOf(live, snapshot, caller.locale), undo: await lastOperation(shell, caller, loaded),
  });
}

function placesOf(live: LiveDefinition, { tokens, activities }: Instance, locale: Locale): readonly CasePlace[] {
  return tokens.map(({ id, node, scope }) => ({
    token: id, activity: activities.find(({ token }) => token === id)?.id ?? null, node, title: titleOf(live, node, locale), scope, scopeTitle: scopeTitle(live, activities, scope, locale),
  }));
}

/** Every node that a modification may start, once for each open scope that holds it. */
function startsOf(live: LiveDefinition, { activities, scopeNode }: Instance, locale: Locale): readonly CaseStart[] {
  const own = scopeNode !== null && live.compiled.nodes.get(scopeNode)?.type !== 'subProcess' ? scopeNode : null;
  const scopes: readonly { readonly id: number | null; readonly node: string | null }[] = [
    { id: null, node: own === null ? scopeNode : null }, ...activities.filter((activity) => isScope(live, activity)).map(({ id, node }) => ({ id, node })),
  ];
  return scopes.flatMap(({ id, node: holder }) => [...live.compiled.nodes.values()]
    .filter((node) => (own !== null && id === null ? node.key === own : node.scope === holder) && node.type !== 'startEvent' && !(node.type === 'subProcess' && node.trigger !== null))
    .map((node): CaseStart => ({ node: node.key, title: titleOf(live, node.key, locale), scope: id, scopeTitle: scopeTitle(live, activities, id, locale) })));
}

function isScope(live: LiveDefinition, { node, listening, children, items }: ActivityInstance): boolean {
  const type = live.compiled.nodes.get(node)?.type;
  return (type === 'subProcess' || type === 'adHocSubProcess') && listening !== true && (children === null || items !== null);
}

function scopeTitle(live: LiveDefinition, activities: readonly ActivityInstance[], scope: number | null, locale: Locale): string | null {
  const node = activities.find(({ id }) => id === scope)?.node;
  return node === undefined ? null : titleOf(live, node, locale);
}

/** Its title; of a gateway or an event that has none, its key: an administrator reads the definition too. */
function titleOf(live: LiveDefinition, key: string, locale: Locale): string {
  const title = live.definition.nodes[key]?.title;
  return title ? textIn(title, locale) : key;
}

function variablesOf(live: LiveDefinition, { variables }: Instance, locale: Locale): readonly CaseVariable[] {
  const declared = live.definition.variables ?? {};
  return [...new Set([...Object.keys(declared), ...Object.keys(variables)])].map((name) => {
    const known = Object.hasOwn(declared, name) ? declared[name] : undefined;
    return { name, title: known ? textIn(known.title, locale) : name, type: known?.type ?? null, value: Object.hasOwn(variables, name) ? variables[name] : null };
  });
}
