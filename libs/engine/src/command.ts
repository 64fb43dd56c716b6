import type { PartyReference } from '@reglament/contracts';
import type { Instance, Json, ThrownCode, Variables } from './instance.js';

/** Who gives the command and by what right; the runtime has asked `access` before. `right` is frozen into history (decision 4). */
export interface Actor {
  readonly person: PartyReference;
  /** `direct`, or the substitution's or escalation's id with the person who is stood in for. */
  readonly right: { readonly kind: 'direct' } | { readonly kind: 'substitute'; readonly for: PartyReference; readonly substitution: string };
}

export type Command =
  | {
      readonly type: 'completeTask'; readonly task: string; readonly outcome: string; readonly by: Actor;
      /** Which of the steps of the outcome's `returnTo` it goes back to; left out, its `to`. */
      readonly returnTo?: string;
      /** Validated form data (already checked and calculated by `forms`), or null where the outcome skips the form. */
      readonly data: { readonly [field: string]: Json } | null;
      /** Hash of the submission as stored; history keeps hashes and ids, never values. */
      readonly submission: string | null;
      readonly remark: boolean;
      /** What the system itself established in the same transaction: a signature, a registered number. Merged into the document variable. */
      readonly facts: { readonly [name: string]: Json } | null;
    }
  | { readonly type: 'claimTask'; readonly task: string; readonly by: Actor }
  | { readonly type: 'unclaimTask'; readonly task: string; readonly by: Actor }
  | { readonly type: 'delegateTask'; readonly task: string; readonly to: PartyReference; readonly by: Actor }
  | { readonly type: 'addApprover'; readonly activity: number; readonly approver: PartyReference; readonly by: Actor }
  | { readonly type: 'triggerAction'; readonly activity: number; readonly action: string; readonly by: Actor | null; readonly data: { readonly [field: string]: Json } | null; readonly submission: string | null; readonly remark: boolean }
  | { readonly type: 'completeServiceTask'; readonly activity: number; readonly result: { readonly [name: string]: Json } }
  /** The service has ended with an error that the process is asked to catch. */
  | { readonly type: 'failServiceTask'; readonly activity: number; readonly code: string; readonly data: { readonly [name: string]: Json } }
  | { readonly type: 'fireTimer'; readonly timer: string }
  /** A message has come for an open subscription; the shell has matched name and correlation. */
  | { readonly type: 'receiveMessage'; readonly subscription: string; readonly data: { readonly [name: string]: Json } }
  /** Coalesced: the state of the children as counted by the store when the command was made. `error`: the first by which one of them ended. */
  | { readonly type: 'childrenChanged'; readonly activity: number; readonly completed: number; readonly cancelled: number; readonly results: { readonly [result: string]: number }; readonly error?: ThrownCode }
  /** The case that a call activity started has ended. `variables`: what it held then; `error`: by which it ended. */
  | { readonly type: 'callEnded'; readonly activity: number; readonly status: 'completed' | 'cancelled'; readonly result: string | null; readonly variables: Variables; readonly error?: ThrownCode }
  | { readonly type: 'cancelInstance'; readonly by: Actor | null; readonly remark: boolean }
  /** The whole case stands still, or runs again. `by` null: because what it is a part of does. */
  | { readonly type: 'suspendInstance' | 'resumeInstance'; readonly by: Actor | null; readonly remark: boolean; readonly submission: string | null }
  /** An administrator puts an open case right by hand: in order, all or none. `submission`: hash of the reason as stored. */
  | { readonly type: 'modifyInstance'; readonly changes: readonly Change[]; readonly by: Actor; readonly remark: boolean; readonly submission: string | null }
  /** Takes the last operation back: the case stands again as it did at `version`. Whether nothing has happened since, the shell has seen. */
  | { readonly type: 'restoreInstance'; readonly to: Instance; readonly version: number; readonly by: Actor; readonly remark: boolean; readonly submission: string | null };

/** One change to an open case. To move a token is to cancel what holds it and to start before another node. */
export type Change =
  /** With everything open in it, and its token. */
  | { readonly kind: 'cancelActivity'; readonly activity: number }
  /** A token that waits at a join; one that an activity holds goes with the activity. */
  | { readonly kind: 'cancelToken'; readonly token: number }
  /** Puts a token on a node of an open scope: an activity's id, or null for the case itself. It enters at once. */
  | { readonly kind: 'startBefore'; readonly node: string; readonly scope: number | null }
  | { readonly kind: 'setVariables'; readonly values: Variables };

export interface StartInput {
  readonly id: string;
  readonly organisation: string;
  readonly starter: Actor | null;
  /** Start event key; null picks the only one. */
  readonly startEvent: string | null;
  /** The start form's data goes to the start event's variable; `variables` are given by a caller. */
  readonly data: { readonly [field: string]: Json } | null;
  readonly submission: string | null;
  readonly variables: Variables;
  /** The call activity that starts it; left out, nobody waits for it. */
  readonly parent?: NonNullable<Instance['parent']>;
}

/** Given to a child of a parallel forEach. */
export interface StartChildInput {
  readonly id: string;
  readonly parent: { readonly instance: string; readonly activity: number; readonly index: number };
  readonly node: string;
  readonly organisation: string;
  readonly starter: PartyReference | null;
  readonly variables: Variables;
}
