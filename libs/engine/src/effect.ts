import type { LocalizedText, PartyReference, Retry } from '@reglament/contracts';
import type { ChildCounters, Json, OpenSubscription, OpenTask, OpenTimer, Variables } from './instance.js';

/** What the world must do: data only, in order. The shell carries it out in the same commit as the new instance. */
export type Effect =
  | {
      readonly type: 'openTask'; readonly task: OpenTask; readonly activity: number; readonly node: string; readonly title: LocalizedText;
      readonly form: string | null; readonly priority: number; readonly state: string | null;
      /** Why it exists: the answer to "why have I got this" (D12), as data. */
      readonly why: Why;
    }
  | { readonly type: 'updateTask'; readonly task: OpenTask }
  /** An operation that cancelled it has been taken back: the same task is open again. */
  | { readonly type: 'reopenTask'; readonly task: OpenTask }
  | { readonly type: 'closeTask'; readonly task: string; readonly status: 'completed' | 'cancelled'; readonly outcome: string | null; readonly by: PartyReference | null; readonly node: string }
  | { readonly type: 'setTimer'; readonly timer: OpenTimer; readonly activity: number }
  | { readonly type: 'cancelTimer'; readonly timer: string }
  | { readonly type: 'subscribe'; readonly subscription: OpenSubscription; readonly activity: number; readonly node: string }
  | { readonly type: 'unsubscribe'; readonly subscription: string }
  /** Goes to every open subscription of that name and correlation, in commits of their own; nobody waiting is no fault, and then it is kept until `keepUntil`. */
  | { readonly type: 'sendMessage'; readonly id: number; readonly message: string; readonly correlation: string; readonly data: { readonly [name: string]: Json }; readonly keepUntil?: string }
  | {
      /** `handler` is the service task's, or `document.<operation>`. The shell runs transactional handlers at once, in the same commit; others go through the outbox. */
      readonly type: 'callService'; readonly activity: number; readonly node: string; readonly handler: string;
      readonly input: { readonly [name: string]: Json }; readonly retry: Retry | null;
    }
  | { readonly type: 'cancelService'; readonly activity: number }
  | { readonly type: 'startChildren'; readonly activity: number; readonly node: string; readonly items: readonly { readonly index: number; readonly variables: Variables; readonly title: string | null }[] }
  | { readonly type: 'cancelChildren'; readonly activity: number }
  /** The case has been suspended or resumed: the children of the activity follow it. */
  | { readonly type: 'alignChildren'; readonly activity: number }
  | { readonly type: 'childEnded'; readonly parent: { readonly instance: string; readonly activity: number; readonly index: number }; readonly result: string | null; readonly status: 'completed' | 'cancelled' }
  /** Somebody without an account may fill the task in: a link for each address; null: a link that somebody of the office hands over. */
  | { readonly type: 'invite'; readonly task: string; readonly node: string; readonly addresses: readonly (string | null)[]; readonly graceDays: number }
  | { readonly type: 'notify'; readonly kind: NotifyKind; readonly to: readonly PartyReference[]; readonly task: string | null; readonly node: string }
  | { readonly type: 'history'; readonly fact: HistoryFact };

export type NotifyKind = 'taskAssigned' | 'reminder' | 'overdue' | 'escalated' | 'returned' | 'approved' | 'rejected' | 'cancelled' | 'completed';

export interface Why {
  /** The performer expressions that gave the performers, e.g. `{type:'role', role:'clerk'}`. */
  readonly performers: Json;
  /** The term and the calendar that gave the due moment, with warnings of the calendar. */
  readonly due: Json;
  /** The nodes and the condition's outcome that led here. */
  readonly path: Json;
}

/** One append-only fact. Ids, keys and hashes only: never a personal value (decision 18). */
export interface HistoryFact {
  readonly kind:
    | 'instanceStarted' | 'instanceCompleted' | 'instanceCancelled' | 'instanceSuspended' | 'instanceResumed' | 'instanceModified' | 'instanceRestored' | 'nodeEntered' | 'nodeLeft' | 'flowTaken'
    | 'taskOpened' | 'taskClaimed' | 'taskUnclaimed' | 'taskDelegated' | 'taskCompleted' | 'taskCancelled' | 'approverAdded' | 'approvalRound'
    | 'timerSet' | 'timerFired' | 'timerCancelled' | 'actionTriggered' | 'serviceCalled' | 'serviceCompleted'
    | 'compensationThrown' | 'conditionMet' | 'serviceFailed' | 'errorThrown' | 'errorCaught' | 'errorUncaught' | 'escalationThrown' | 'escalationCaught'
    | 'signalAwaited' | 'signalThrown' | 'signalCaught' | 'messageAwaited' | 'messageReceived' | 'messageSent' | 'decisionMade' | 'callEnded' | 'termsFrozen' | 'termsResumed'
    | 'childrenStarted' | 'childrenChanged' | 'childrenCancelled' | 'escalated' | 'reminded' | 'stateChanged' | 'instanceMigrated' | 'migrationUndone';
  readonly node: string | null;
  readonly activity: number | null;
  readonly task: string | null;
  readonly by: PartyReference | null;
  readonly data: { readonly [name: string]: Json };
}

export type Refusal =
  | { readonly code: 'taskNotOpen'; readonly task: string }
  | { readonly code: 'unknownOutcome'; readonly outcome: string; readonly allowed: readonly string[] }
  | { readonly code: 'unknownReturnTo'; readonly returnTo: string; readonly allowed: readonly string[] }
  | { readonly code: 'remarkRequired'; readonly outcome: string }
  | { readonly code: 'formRequired'; readonly form: string }
  | { readonly code: 'fourEyes'; readonly person: PartyReference; readonly node: string }
  | { readonly code: 'alreadyClaimed'; readonly assignee: PartyReference }
  | { readonly code: 'notClaimed'; readonly task: string }
  | { readonly code: 'approverExists'; readonly approver: PartyReference }
  | { readonly code: 'mayNotAdd'; readonly node: string }
  /** A service failed with an error that nobody catches. */
  | { readonly code: 'errorNotCaught'; readonly error: string }
  | { readonly code: 'activityNotOpen'; readonly activity: number }
  /** `node` null: the whole case. */
  | { readonly code: 'suspended'; readonly node: string | null }
  | { readonly code: 'tokenNotOpen'; readonly token: number }
  | { readonly code: 'unknownNode'; readonly node: string }
  /** Nothing may be started before it by hand: a start event, an event sub-process. */
  | { readonly code: 'mayNotStart'; readonly node: string }
  /** Its sub-process is not open there. */
  | { readonly code: 'scopeNotOpen'; readonly node: string }
  /** The changes would leave a scope (null: the case) with nothing that could ever go on. */
  | { readonly code: 'nothingLeft'; readonly node: string | null }
  | { readonly code: 'unknownVariable'; readonly variable: string }
  | { readonly code: 'wrongType'; readonly variable: string; readonly expected: string }
  | { readonly code: 'suspendedAlready' }
  | { readonly code: 'notSuspended' }
  | { readonly code: 'suspendedWithParent'; readonly parent: string }
  | { readonly code: 'unknownAction'; readonly action: string }
  | { readonly code: 'conditionNotMet'; readonly action: string }
  | { readonly code: 'timerNotOpen'; readonly timer: string }
  | { readonly code: 'subscriptionNotOpen'; readonly subscription: string }
  | { readonly code: 'instanceEnded'; readonly status: 'completed' | 'cancelled' }
  | { readonly code: 'noPerformer'; readonly node: string }
  | { readonly code: 'noCalendarYear'; readonly year: number; readonly node: string }
  | { readonly code: 'budgetExceeded'; readonly what: 'steps' | 'children'; readonly limit: number };

export type { ChildCounters };
