import type { FlowNode } from '@reglament/contracts';
import type { CompiledNode } from '../compile/compiled.js';
import type { Compiler } from '../compile/compiler.js';
import type { Draft, PathStep } from '../draft.js';
import type { Token } from '../instance.js';
import { boundaryExit } from '../parts/boundary.js';
import type { Exit } from '../tokens.js';
import { adHocSubProcess } from './ad-hoc-sub-process.js';
import { approvalTask } from './approval-task.js';
import { businessRuleTask } from './business-rule-task.js';
import { callActivity } from './call-activity.js';
import { catchEvent } from './catch-event.js';
import { documentTask } from './document-task.js';
import { endEvent } from './end-event.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { exclusiveGateway } from './exclusive-gateway.js';
import { inclusiveGateway } from './inclusive-gateway.js';
import { parallelGateway } from './parallel-gateway.js';
import { receiveTask } from './receive-task.js';
import { sendTask } from './send-task.js';
import { serviceTask } from './service-task.js';
import { startEvent } from './start-event.js';
import { subProcess } from './sub-process.js';
import { throwEvent } from './throw-event.js';
import { userTask } from './user-task.js';

/** Every flow out of a node, boundary events included. */
export function exitsOf(key: string, node: FlowNode): readonly Exit[] {
  const events = 'on' in node ? node.on ?? [] : [];
  return [...ownExits(key, node), ...events.map((event) => boundaryExit(key, event))];
}

function ownExits(key: string, node: FlowNode): readonly Exit[] {
  switch (node.type) {
    case 'startEvent': return startEvent.exits(key, node);
    case 'endEvent': return endEvent.exits(key, node);
    case 'userTask': return userTask.exits(key, node);
    case 'approvalTask': return approvalTask.exits(key, node);
    case 'serviceTask': return serviceTask.exits(key, node);
    case 'documentTask': return documentTask.exits(key, node);
    case 'businessRuleTask': return businessRuleTask.exits(key, node);
    case 'catchEvent': return catchEvent.exits(key, node);
    case 'throwEvent': return throwEvent.exits(key, node);
    case 'sendTask': return sendTask.exits(key, node);
    case 'receiveTask': return receiveTask.exits(key, node);
    case 'exclusiveGateway': return exclusiveGateway.exits(key, node);
    case 'inclusiveGateway': return inclusiveGateway.exits(key, node);
    case 'eventBasedGateway': return eventBasedGateway.exits(key, node);
    case 'parallelGateway': return parallelGateway.exits(key, node);
    case 'subProcess': return subProcess.exits(key, node);
    case 'adHocSubProcess': return adHocSubProcess.exits(key, node);
    case 'callActivity': return callActivity.exits(key, node);
  }
}

export function compileNode(key: string, node: FlowNode, compiler: Compiler): CompiledNode {
  switch (node.type) {
    case 'startEvent': return startEvent.compile(key, node, compiler);
    case 'endEvent': return endEvent.compile(key, node, compiler);
    case 'userTask': return userTask.compile(key, node, compiler);
    case 'approvalTask': return approvalTask.compile(key, node, compiler);
    case 'serviceTask': return serviceTask.compile(key, node, compiler);
    case 'documentTask': return documentTask.compile(key, node, compiler);
    case 'businessRuleTask': return businessRuleTask.compile(key, node, compiler);
    case 'catchEvent': return catchEvent.compile(key, node, compiler);
    case 'throwEvent': return throwEvent.compile(key, node, compiler);
    case 'sendTask': return sendTask.compile(key, node, compiler);
    case 'receiveTask': return receiveTask.compile(key, node, compiler);
    case 'exclusiveGateway': return exclusiveGateway.compile(key, node, compiler);
    case 'inclusiveGateway': return inclusiveGateway.compile(key, node, compiler);
    case 'eventBasedGateway': return eventBasedGateway.compile(key, node, compiler);
    case 'parallelGateway': return parallelGateway.compile(key, node, compiler);
    case 'subProcess': return subProcess.compile(key, node, compiler);
    case 'adHocSubProcess': return adHocSubProcess.compile(key, node, compiler);
    case 'callActivity': return callActivity.compile(key, node, compiler);
  }
}

export function enterNode(draft: Draft, node: CompiledNode, token: Token, path: readonly PathStep[]): void {
  switch (node.type) {
    case 'startEvent': return startEvent.enter(draft, node, token, path);
    case 'endEvent': return endEvent.enter(draft, node, token, path);
    case 'userTask': return userTask.enter(draft, node, token, path);
    case 'approvalTask': return approvalTask.enter(draft, node, token, path);
    case 'serviceTask': return serviceTask.enter(draft, node, token, path);
    case 'documentTask': return documentTask.enter(draft, node, token, path);
    case 'businessRuleTask': return businessRuleTask.enter(draft, node, token, path);
    case 'catchEvent': return catchEvent.enter(draft, node, token, path);
    case 'throwEvent': return throwEvent.enter(draft, node, token, path);
    case 'sendTask': return sendTask.enter(draft, node, token, path);
    case 'receiveTask': return receiveTask.enter(draft, node, token, path);
    case 'exclusiveGateway': return exclusiveGateway.enter(draft, node, token, path);
    case 'inclusiveGateway': return inclusiveGateway.enter(draft, node, token, path);
    case 'eventBasedGateway': return eventBasedGateway.enter(draft, node, token, path);
    case 'parallelGateway': return parallelGateway.enter(draft, node, token, path);
    case 'subProcess': return subProcess.enter(draft, node, token, path);
    case 'adHocSubProcess': return adHocSubProcess.enter(draft, node, token, path);
    case 'callActivity': return callActivity.enter(draft, node, token, path);
  }
}
