import type { EngineErrorCode, Refusal } from '@reglament/engine';

/** Where a token went on to (null: nowhere), into how many parts an activity was split, or how a case ended. */
export type Way =
  | { readonly type: 'to'; readonly node: string | null }
  | { readonly type: 'parts'; readonly count: number | null }
  | { readonly type: 'ended'; readonly status: 'active' | 'completed' | 'cancelled'; readonly result: string | null };

export type StopReason =
  /** The draft refuses what was done: an outcome that is no more, a remark that is now required. */
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** The draft never comes to the step that was done; `waitsAt`: where it stands instead. */
  | { readonly type: 'notReached'; readonly waitsAt: readonly string[] }
  /** An incident: an expression or a performer that cannot be. */
  | { readonly type: 'fault'; readonly code: EngineErrorCode }
  /** Another service is asked than the one whose answer was recorded. */
  | { readonly type: 'otherService'; readonly recorded: string; readonly asked: string }
  /** What was submitted then the draft's form would not take; pointers of the fields. */
  | { readonly type: 'formRefuses'; readonly form: string; readonly fields: readonly string[] };

/** What would have become of a recorded case on the draft. `at`: the node where it parts or stops. */
export type DryRunVerdict =
  /** Nodes whose tasks would have had another term or other performers: the way is the same all the same. */
  | { readonly kind: 'sameWay'; readonly otherTerms: readonly string[]; readonly otherPerformers: readonly string[] }
  | { readonly kind: 'anotherWay'; readonly at: string; readonly expected: Way; readonly found: Way }
  | { readonly kind: 'stops'; readonly at: string; readonly why: StopReason };
