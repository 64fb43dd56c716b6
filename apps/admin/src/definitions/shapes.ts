import type { DiagramView } from '@reglament/contracts';

export type DiagramNode = DiagramView['nodes'][number];
export type DiagramFlow = DiagramView['flows'][number];
/** What a node is beside another version. */
export type NodeMark = 'added' | 'removed' | 'changed';
export type NodeMarks = ReadonlyMap<string, NodeMark>;
export type Shape = 'event' | 'gateway' | 'activity';

export const shapeOf = (type: string): Shape => (type.endsWith('Event') ? 'event' : type.endsWith('Gateway') ? 'gateway' : 'activity');

export const SIZE: Readonly<Record<Shape, { readonly width: number; readonly height: number }>> = {
  event: { width: 36, height: 36 },
  gateway: { width: 44, height: 44 },
  activity: { width: 168, height: 68 },
};

/** Names stand under events and gateways: the layout keeps room for them. */
export const LABEL_HEIGHT = 34;
