/**
 * Ids of an exported file. They are made of keys, which hold no dot, so that none can meet another, and an import can tell from an id
 * which way out of which node a flow stands for.
 */
export const boundaryId = (node: string, event: string): string => `${node}.on.${event}`;

/** `flow`: as the engine names the exits of a node: an outcome, an index, `on/<event>`, or null for the only way on. */
export function flowId(node: string, flow: string | number | null): string {
  if (flow === null) return `${node}.next`;
  if (typeof flow === 'number') return `${node}.flows.${flow}`;
  return flow.startsWith('on/') ? `${node}.on.${flow.slice('on/'.length)}.to` : `${node}.outcomes.${flow}`;
}

export const namedId = (kind: 'message' | 'signal' | 'error' | 'escalation', name: string): string => `${name}.${kind}`;
