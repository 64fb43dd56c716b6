import type { Command, Context, HistoryFact, Json, StartChildInput, StartInput } from '@reglament/engine';

/** A fact as history keeps it: what a dry run compares with is what happened, not what the old version would say today. */
export type PastFact = Pick<HistoryFact, 'kind' | 'node' | 'activity' | 'task'> & { readonly data: { readonly [name: string]: Json } };

/** One transition of a real case: what it was asked and what came of it. */
export interface PastStep {
  /** Business time, ISO 8601 in UTC. */
  readonly now: string;
  /** In order; the first step has none, or those that came in the commit of the beginning. */
  readonly commands: readonly Command[];
  readonly facts: readonly PastFact[];
}

export type PastBeginning = { readonly type: 'start'; readonly input: StartInput } | { readonly type: 'startChild'; readonly input: StartChildInput };

/** A case, or a child of a parallel forEach, as it was. */
export interface CaseRecording {
  readonly id: string;
  readonly beginning: PastBeginning;
  readonly steps: readonly PastStep[];
  /** A case that is still open is judged up to this business time. */
  readonly until: string;
  /** What the engine was told of the organisations at a step (its place in `steps`), with the time that a dry run has reached. */
  readonly contextAt: (step: number, now: string) => Context;
}
