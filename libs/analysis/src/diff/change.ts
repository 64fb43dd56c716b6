import type { LocalizedText, ProcessDefinition } from '@reglament/contracts';

/** A version as it was published: the definition with the content hashes to which it was pinned. */
export interface PublishedVersion {
  readonly definition: ProcessDefinition;
  readonly forms?: ReadonlyMap<string, string>;
  readonly decisions?: ReadonlyMap<string, string>;
  readonly calls?: ReadonlyMap<string, string>;
}

/** What a change is about. Everything that a node says of itself belongs to one of these; what is unknown here is `settingsChanged`. */
export const CHANGE_KINDS = [
  'nodeAdded', 'nodeRemoved', 'nodeRetyped', 'nodeRetitled', 'nodeMoved',
  'exitAdded', 'exitRemoved', 'exitRedirected', 'exitChanged', 'exitsReordered', 'conditionChanged',
  'formChanged', 'performersChanged', 'deadlineChanged', 'remindersChanged', 'escalationChanged', 'dataChanged', 'repetitionChanged',
  'eventAdded', 'eventRemoved', 'eventChanged', 'stateOfNodeChanged', 'settingsChanged',
  'variableAdded', 'variableRemoved', 'variableChanged', 'stateAdded', 'stateRemoved', 'stateChanged',
  'processChanged', 'pinnedFormChanged', 'pinnedDecisionChanged', 'pinnedProcessChanged',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference. `before` and `after`: the part of the definition itself, undefined where there was or is none. */
export interface Change {
  readonly kind: ChangeKind;
  /** The node, or null where the process itself has changed. In the key of the version after, but for a removed node. */
  readonly node: string | null;
  /** What people call the node: its title after, or before where it is gone. Null where it has none. */
  readonly title: LocalizedText | null;
  /** Which part of it: an outcome, a flow, `on/<event>`, a variable's name, a property. Null: the node as a whole. */
  readonly part: string | null;
  readonly before: unknown;
  readonly after: unknown;
}
