import type { Locale } from '@reglament/contracts';
import type { Root, Step } from './explore.js';

export type BothTexts = Readonly<Record<Locale, string>>;

export type ModelFaultCode =
  /** A parallel or inclusive join waits for what cannot come. */
  | 'model.joinWaits'
  /** Nothing can happen any more, and the case has not ended. */
  | 'model.stuck'
  /** A step cannot begin: nobody may do it. */
  | 'model.noPerformer'
  /** No condition of a gateway holds, and it has no default flow. */
  | 'model.noFlow'
  /** Steps may go on for ever; no end can be reached any more. */
  | 'model.noEnd'
  /** A loop without a step that waits. */
  | 'model.endless'
  /** No case ever comes there. */
  | 'model.deadStep'
  /** Two tokens stand open at one step at once, although no event began one of them. */
  | 'model.twice'
  /** It reads a variable that nobody can have written by then. */
  | 'model.neverSet'
  /** It reads a variable that, on some way, nobody has written by then. */
  | 'model.maybeUnset';

/** One fault that some run of the definition meets, with the shortest way to it. */
export interface ModelFault {
  readonly code: ModelFaultCode;
  /** `error` keeps the definition from being published. */
  readonly severity: 'error' | 'warning';
  /** `possible`: the way assumes two answers over the same data, which may rule each other out. */
  readonly certainty: 'certain' | 'possible';
  readonly node: string;
  /** JSON pointer (RFC 6901) into the definition. */
  readonly pointer: string;
  readonly message: BothTexts;
  /** The way to it, a sentence for each step; the last one says what is wrong. */
  readonly story: { readonly [L in Locale]: readonly string[] };
  /** The same way for a machine: where the case begins, its commands, and what data had to be. `replaySteps` goes it again. */
  readonly steps: readonly Step[];
}

export type Bound = 'states' | 'choices' | 'crowd' | 'values' | 'order' | 'items';

/** What is known of all runs of a definition. */
export interface ModelVerdict {
  readonly faults: readonly ModelFault[];
  readonly states: number;
  /** Whether every state within the bounds below was seen. */
  readonly complete: boolean;
  /** What was not looked at, in words; what is not said here was. */
  readonly bounds: readonly { readonly bound: Bound; readonly text: BothTexts }[];
}

export type { Root, Step };
