import type { Command, Instance, StartChildInput, StartInput } from '@reglament/engine';

/** How a recorded case began: what `start` or `startChild` of the engine was given. */
export type Beginning = { readonly type: 'start'; readonly input: StartInput } | { readonly type: 'startChild'; readonly input: StartChildInput };

/**
 * One committed transition as the engine saw it: what it was asked, at which business time, and what it answered. The same commands
 * give the same snapshots for ever; that is what a replay checks. Holds personal values: never written anywhere by the product.
 */
export interface RecordedTransition {
  readonly instance: string;
  readonly definitionHash: string;
  readonly now: string;
  /** Set on the first transition of a case alone. */
  readonly beginning: Beginning | null;
  /** In order; after the first come the results of services that ran in the same commit. */
  readonly commands: readonly Command[];
  readonly after: Instance;
}

export type Recorder = (transition: RecordedTransition) => void;
