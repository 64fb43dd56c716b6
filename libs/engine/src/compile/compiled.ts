import type { FlowNode, FlowNodeType, ProcessDefinition } from '@reglament/contracts';
import type { CompiledValue } from '../expressions.js';
import type { CompiledDecisionTable } from '@reglament/expressions';
import type { CompiledAdHocSubProcess } from '../nodes/ad-hoc-sub-process.js';
import type { CompiledApprovalTask } from '../nodes/approval-task.js';
import type { CompiledBusinessRuleTask } from '../nodes/business-rule-task.js';
import type { CompiledCallActivity } from '../nodes/call-activity.js';
import type { CompiledCatchEvent } from '../nodes/catch-event.js';
import type { CompiledDocumentTask } from '../nodes/document-task.js';
import type { CompiledEndEvent } from '../nodes/end-event.js';
import type { CompiledEventBasedGateway } from '../nodes/event-based-gateway.js';
import type { CompiledExclusiveGateway } from '../nodes/exclusive-gateway.js';
import type { CompiledInclusiveGateway } from '../nodes/inclusive-gateway.js';
import type { CompiledParallelGateway } from '../nodes/parallel-gateway.js';
import type { CompiledReceiveTask } from '../nodes/receive-task.js';
import type { CompiledSendTask } from '../nodes/send-task.js';
import type { CompiledServiceTask } from '../nodes/service-task.js';
import type { CompiledStartEvent } from '../nodes/start-event.js';
import type { CompiledSubProcess } from '../nodes/sub-process.js';
import type { CompiledThrowEvent } from '../nodes/throw-event.js';
import type { CompiledUserTask } from '../nodes/user-task.js';
import type { Reaching } from './reaching.js';
import type { CompiledBoundary } from '../parts/boundary.js';
import type { CompiledForEach } from '../parts/for-each.js';
import type { CompiledLoop } from '../parts/repetition.js';
import type { Exit } from '../tokens.js';

/** What every compiled node has, whatever its type. */
export interface NodeBase<T extends FlowNodeType> {
  readonly type: T;
  readonly key: string;
  /** The sub-process that holds it. */
  readonly scope: string | null;
  /** The case's state from here on. */
  readonly state: string | null;
  /** The activity that undoes it. */
  readonly compensate: string | null;
  readonly boundary: readonly CompiledBoundary[];
  readonly forEach: CompiledForEach | null;
  readonly loop: CompiledLoop | null;
  /** A service works for it while its activity is open. */
  readonly callsService: boolean;
}

export type CompiledNode =
  | CompiledStartEvent | CompiledEndEvent | CompiledUserTask | CompiledApprovalTask | CompiledServiceTask | CompiledDocumentTask
  | CompiledBusinessRuleTask | CompiledCatchEvent | CompiledThrowEvent | CompiledSendTask | CompiledReceiveTask | CompiledExclusiveGateway | CompiledInclusiveGateway | CompiledEventBasedGateway
  | CompiledParallelGateway | CompiledSubProcess | CompiledAdHocSubProcess | CompiledCallActivity;

export type NodeOf<T extends FlowNodeType> = Extract<FlowNode, { type: T }>;

export interface PinnedDecision { readonly hash: string; readonly compiled: CompiledDecisionTable }

/** A definition made ready: immutable, safe to cache by `hash` and to share between instances. */
export interface Compiled {
  readonly definition: ProcessDefinition;
  readonly hash: string;
  /** The forms it uses, each pinned by content hash. */
  readonly forms: ReadonlyMap<string, string>;
  /** The decision tables that it asks, made ready, each pinned by content hash. */
  readonly decisions: ReadonlyMap<string, PinnedDecision>;
  /** The version of each process that it calls, by key: pinned by content hash at publish. */
  readonly calls: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  /** Start events by the scope that they begin; null is the process itself. */
  readonly starts: ReadonlyMap<string | null, readonly string[]>;
  /** The nodes of each ad-hoc sub-process that people may begin. */
  readonly starters: ReadonlyMap<string, readonly string[]>;
  /** Event sub-processes by the scope in which they listen. */
  readonly eventSubProcesses: ReadonlyMap<string | null, readonly string[]>;
  /** Whether any of them makes terms stand still. */
  readonly freezes: boolean;
  /** Incoming flows of each parallel or inclusive gateway, as tokens name them in `via`. */
  readonly incoming: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of each inclusive gateway that joins: from which nodes each of its incoming flows may still be reached. */
  readonly reaching: Reaching;
  /** Whether anything can be undone: only then what has been completed is remembered. */
  readonly compensates: boolean;
  /** The activities that are there to undo others. */
  readonly handlers: ReadonlySet<string>;
  /** The event sub-process that undoes a completed sub-process, by the latter. */
  readonly compensators: ReadonlyMap<string, string>;
  /** Whether anything waits for a condition: only then steps are followed by a judgement. */
  readonly conditional: boolean;
  /** Whether anything catches errors: only then children are asked how they failed. */
  readonly catchesErrors: boolean;
  /** Whether anything catches escalations: only then calls and parts are listened to. */
  readonly catchesEscalations: boolean;
  /** Where the token of a throwing link goes on. */
  readonly links: ReadonlyMap<string, Exit>;
  /** Whether a sub-process of it has variables of its own. */
  readonly hasLocals: boolean;
  /** The name of the item in each sequential forEach node. */
  readonly itemNames: ReadonlyMap<string, string>;
  /** The variables that a child of a parallel forEach needs, by forEach node without an `input` of its own. */
  readonly childInputs: ReadonlyMap<string, readonly string[]>;
  readonly subject: CompiledValue | null;
  readonly businessKey: CompiledValue | null;
}
