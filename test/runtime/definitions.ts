import type { FlowNode, ProcessDefinition } from '@reglament/contracts';

export function definitionOf(key: string, nodes: { readonly [key: string]: FlowNode }, more: Partial<ProcessDefinition> = {}): ProcessDefinition {
  return { format: 1, key, title: key, nodes: { begin: { type: 'startEvent', performers: [{ type: 'role', role: 'worker' }], next: Object.keys(nodes)[0]! }, ...nodes }, ...more };
}

/** A task for whoever holds the role, with the outcome `done`. */
export function work(to: string, more: object = {}, role = 'worker'): FlowNode {
  return { type: 'userTask', title: 'Work', performers: [{ type: 'role', role }], outcomes: { done: { title: 'Done', to } }, ...more } as FlowNode;
}

export const end: FlowNode = { type: 'endEvent' };
