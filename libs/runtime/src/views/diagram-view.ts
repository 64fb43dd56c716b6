import { textIn, type DiagramView, type FlowNode, type Locale } from '@reglament/contracts';
import type { Instance } from '@reglament/engine';
import { historyOf, type HistoryRecord } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { readableCase } from './instance-view.js';

export async function viewDiagram(shell: Shell, caller: Caller, id: string): Promise<Answer<DiagramView>> {
  const readable = await readableCase(shell, caller, id);
  if (!readable.ok) return readable;
  const { loaded, live } = readable.value;
  return ok(diagramView(live, loaded.snapshot, await historyOf(shell.store, id), caller.locale));
}

/** What the panel draws: the definition, and where the case stands in it. Without an instance nothing is active or passed. */
export function diagramView(live: LiveDefinition, instance: Instance | null, history: readonly HistoryRecord[], locale: Locale): DiagramView {
  const active = new Map<string, number>();
  // Every open activity has its token; an event sub-process that only listens has none, and is not where the case stands.
  for (const { node, scope } of instance?.tokens ?? []) {
    // A run of a repeated step is inside the step itself: it stands there once.
    if (scope !== null && instance?.activities.find(({ id }) => id === scope)?.node === node) continue;
    active.set(node, (active.get(node) ?? 0) + 1);
  }
  const passed = new Set(history.flatMap(({ kind, node }) => (node !== null && (kind === 'nodeLeft' || kind === 'nodeEntered') ? [node] : [])));
  const taken = new Set(history.flatMap(({ kind, node, data }) => (kind === 'flowTaken' && node !== null ? [`${node} ${String(data['to'] ?? '')}`] : [])));
  const title = (key: string, node: FlowNode): string => (node.title ? textIn(node.title, locale) : NAMELESS.has(node.type) ? '' : key);
  const entries = Object.entries(live.definition.nodes);
  return {
    nodes: entries.map(([key, node]) => ({
      key, type: node.type, title: title(key, node), parent: node.in ?? null,
      state: active.has(key) ? 'active' : passed.has(key) ? 'passed' : 'untouched', count: active.get(key) ?? 0, automatic: isAutomatic(node), repeated: 'forEach' in node && node.forEach !== undefined,
      boundary: ('on' in node ? (node.on ?? []) : []).map((event) => ({ key: event.key, type: event.type, title: event.title ? textIn(event.title, locale) : '', interrupting: event.interrupting })),
    })),
    flows: entries.flatMap(([key, node]) => exitsOf(node, locale).map((exit) => ({
      from: key, to: exit.to, title: exit.title, boundary: exit.boundary, taken: taken.has(`${key} ${exit.to}`) || (passed.has(key) && passed.has(exit.to) && onlyExit(node)),
    }))),
  };
}

/** No person does it. */
function isAutomatic(node: FlowNode): boolean {
  return node.type === 'serviceTask' || node.type === 'sendTask' || node.type === 'businessRuleTask' || (node.type === 'documentTask' && node.operation !== 'sign' && node.operation !== 'register');
}

/** Nodes that say enough by their shape: a key is a word of the definition, and nobody's to read. */
const NAMELESS = new Set<FlowNode['type']>(['startEvent', 'endEvent', 'exclusiveGateway', 'inclusiveGateway', 'eventBasedGateway', 'parallelGateway']);

interface Exit { readonly to: string; readonly title: string | null; readonly boundary: string | null }

function exitsOf(node: FlowNode, locale: Locale): readonly Exit[] {
  const exits: Exit[] = [];
  if ('next' in node && node.next !== undefined) exits.push({ to: node.next, title: null, boundary: null });
  if ('flows' in node) for (const flow of node.flows) exits.push({ to: flow.to, title: flow.title ? textIn(flow.title, locale) : null, boundary: null });
  if ('outcomes' in node) for (const outcome of Object.values(node.outcomes ?? {})) for (const to of outcome ? [...new Set([outcome.to, ...outcome.returnTo ?? []])] : []) exits.push({ to, title: outcome ? textIn(outcome.title, locale) : null, boundary: null });
  if ('on' in node) for (const event of node.on ?? []) exits.push({ to: event.to, title: event.title ? textIn(event.title, locale) : null, boundary: event.key });
  return exits;
}

function onlyExit(node: FlowNode): boolean {
  return 'next' in node && node.next !== undefined;
}
