import type { FlowNode, Outcome, ProcessDefinition } from '@reglament/contracts';
import { eventSubProcessesByScope, flowsOf, handlersOf, isEventSubProcess, startersByAdHoc, startsByScope, type FlowOf } from '../compile/graph.js';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** Where each flow leads: to a node that is there, in the same scope, that is not a start. */
export function targetFindings(definition: ProcessDefinition, known: ReadonlySet<string>): readonly Finding[] {
  return flowsOf(definition).flatMap(({ from, exit }) => {
    const node = definition.nodes[from];
    if (!node) return [];
    const pointer = exitPointer(from, node, exit.flow);
    if (!known.has(exit.to)) {
      const nearest = nearestKey(exit.to, known);
      return [error('flow.unknownTarget', pointer, {
        found: `"${exit.to}"`, expected: nearest ? `the key of a node, perhaps "${nearest}"` : 'the key of a node',
        message: [`Переход из «${from}» ведёт в «${exit.to}», а такого узла нет`, `The flow from "${from}" leads to "${exit.to}", which is not there`],
        remedy: [`Укажите существующий узел${nearest ? `, например «${nearest}»` : ''}`, `Name a node that is there${nearest ? `, perhaps "${nearest}"` : ''}`],
      })];
    }
    const target = definition.nodes[exit.to];
    if (!target) return [];
    if (target.in !== node.in) {
      return [error('flow.leavesScope', pointer, {
        found: `"${exit.to}" in ${target.in ?? 'the process'}`, expected: `a node in ${node.in ?? 'the process'}`,
        message: [`Переход из «${from}» в «${exit.to}» пересекает границу подпроцесса`, `The flow from "${from}" to "${exit.to}" crosses the border of a sub-process`],
        remedy: ['Ведите переход к узлу того же подпроцесса; из подпроцесса выходят его «next» и граничные события', 'Lead it to a node of the same sub-process; a sub-process is left by its "next" and its boundary events'],
      })];
    }
    return target.type !== 'startEvent' ? [] : [error('flow.intoStart', pointer, {
      found: `"${exit.to}", a startEvent`, expected: 'a node behind the start event',
      message: [`Переход из «${from}» ведёт в начало`, `The flow from "${from}" leads into a start event`],
      remedy: [`Ведите его в «${target.next}»`, `Lead it to "${target.next}"`],
    })];
  });
}

/** Nodes that no case can come to, and nodes from which no case can come to an end. Only over a definition whose flows all lead somewhere. */
export function reachFindings(definition: ProcessDefinition): readonly Finding[] {
  const flows = flowsOf(definition);
  const inner: FlowOf[] = [...startsByScope(definition)].flatMap(([scope, starts]) => (scope === null ? [] : starts.map((to) => ({ from: scope, exit: { to, flow: null, via: scope } }))));
  for (const [scope, starters] of startersByAdHoc(definition)) inner.push(...starters.map((to) => ({ from: scope, exit: { to, flow: null, via: scope } })));
  const events = [...eventSubProcessesByScope(definition)].flatMap(([scope, keys]) => (scope === null ? [] : keys.map((to) => ({ from: scope, exit: { to, flow: null, via: scope } }))));
  inner.push(...events);
  for (const [from, node] of Object.entries(definition.nodes)) if ('compensate' in node && node.compensate !== undefined) inner.push({ from, exit: { to: node.compensate, flow: null, via: from } });
  const listening = eventSubProcessesByScope(definition).get(null) ?? [];
  const roots = [...startsByScope(definition).get(null) ?? [], ...listening];
  const handlers = handlersOf(definition);
  const reached = closure(roots, [...flows, ...inner].map(({ from, exit }) => [from, exit.to] as const));
  const ends = Object.entries(definition.nodes).filter(([key, node]) => node.type === 'endEvent' || isEventSubProcess(node) || handlers.has(key)).map(([key]) => key);
  const ending = closure(ends, flows.map(({ from, exit }) => [exit.to, from] as const));
  return Object.keys(definition.nodes).flatMap((key) => {
    if (!reached.has(key)) {
      return [error('flow.unreachable', pointerTo('nodes', key), {
        found: 'no way from a start event', expected: 'a flow that leads here',
        message: [`К узлу «${key}» нет пути от начала`, `No case can come to the node "${key}"`],
        remedy: ['Проведите к нему переход или удалите узел', 'Lead a flow to it or remove the node'],
      })];
    }
    return ending.has(key) ? [] : [error('flow.noWayOut', pointerTo('nodes', key), {
      found: 'no way to an end event', expected: 'a flow that leads on to an end',
      message: [`Из узла «${key}» нельзя дойти до завершения`, `No case that is at "${key}" can come to an end`],
      remedy: ['Добавьте выход из круга к завершению', 'Add a way out of the loop that leads to an end event'],
    })];
  });
}

function closure(from: readonly string[], arrows: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const [a, b] of arrows) next.set(a, [...(next.get(a) ?? []), b]);
  const reached = new Set(from);
  const rest = [...from];
  for (let key = rest.pop(); key !== undefined; key = rest.pop()) {
    for (const to of next.get(key) ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      rest.push(to);
    }
  }
  return reached;
}

/** Where in the document a flow is written. */
export function exitPointer(from: string, node: FlowNode, flow: string | number | null): string {
  if (flow === null) return pointerTo('nodes', from, 'next');
  if (typeof flow === 'number') return pointerTo('nodes', from, 'flows', flow, 'to');
  if (flow.startsWith('on/') && 'on' in node) return pointerTo('nodes', from, 'on', (node.on ?? []).findIndex((event) => `on/${event.key}` === flow), 'to');
  const [outcome = flow, target] = flow.split('>');
  if (target === undefined) return pointerTo('nodes', from, 'outcomes', outcome, 'to');
  const returnTo = 'outcomes' in node ? (node.outcomes as { readonly [key: string]: Outcome | undefined } | undefined)?.[outcome]?.returnTo ?? [] : [];
  return pointerTo('nodes', from, 'outcomes', outcome, 'returnTo', returnTo.indexOf(target));
}

/** A key that is spelled nearly so: two letters apart at most. */
function nearestKey(key: string, known: ReadonlySet<string>): string | undefined {
  return [...known].find((candidate) => distance(candidate, key) <= 2);
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 3;
}
