import type { DocumentTask, Retry } from '@reglament/contracts';
import { leaveActivity, openActivity } from '../activities.js';
import type { NodeBase } from '../compile/compiled.js';
import type { CompiledMapping } from '../compile/compiler.js';
import { readAt, writeVariables, type Draft } from '../draft.js';
import type { CompiledValue } from '../expressions.js';
import type { ActivityInstance, Json, OpenTask } from '../instance.js';
import { setBoundaryEvents } from '../parts/boundary.js';
import { compileHuman, type CompiledHuman } from '../parts/human.js';
import { resolvePerformers } from '../parts/performers.js';
import { callService, mapped, writeMapped } from '../parts/service.js';
import { outcomeExit, outcomeExits, rememberOutcome, takeSubmission, type CompleteTask } from '../parts/submission.js';
import { scopeAt } from '../scope.js';
import { openTask } from '../tasks.js';
import type { Exit } from '../tokens.js';
import { compileBase, onward, type NodeType } from './node-type.js';

export interface CompiledDocumentTask extends NodeBase<'documentTask'> {
  readonly operation: DocumentTask['operation'];
  readonly document: string;
  readonly kind: CompiledValue | null;
  readonly input: CompiledMapping;
  readonly human: CompiledHuman;
  readonly retry: Retry | null;
  readonly exit: Exit | null;
}

/** Operations that a person answers for; the rest is done by the service `document.<operation>`. */
const HUMAN_OPERATIONS: ReadonlySet<DocumentTask['operation']> = new Set(['sign', 'register']);

export function isHumanOperation(operation: DocumentTask['operation']): boolean {
  return HUMAN_OPERATIONS.has(operation);
}

/** Work on the document in the variable `document`. What becomes known of it (its number, its signature) is merged into that variable. */
export const documentTask: NodeType<'documentTask', CompiledDocumentTask> = {
  type: 'documentTask',

  exits: (key, node) => [
    ...outcomeExits(key, node.outcomes),
    ...(node.next === undefined ? [] : [onward(key, node.next)]),
  ],

  compile: (key, node, compiler) => ({
    ...compileBase('documentTask', key, node, compiler),
    callsService: !isHumanOperation(node.operation),
    operation: node.operation,
    document: node.document,
    kind: node.kind === undefined ? null : compiler.value(node.kind, `/nodes/${key}/kind`),
    input: compiler.mapping(node.input, `/nodes/${key}/input`),
    human: compileHuman(node, compiler, `/nodes/${key}`),
    retry: node.retry ?? null,
    exit: node.next === undefined ? null : onward(key, node.next),
  }),

  enter(draft, node, token, path) {
    const activity = openActivity(draft, token);
    setBoundaryEvents(draft, activity, node.boundary);
    if (node.callsService) callService(draft, activity.id, `document.${node.operation}`, documentInput(draft, node, activity.id), node.retry);
    else openTask(draft, activity.id, node.human, resolvePerformers(draft, node.human.performers, scopeAt(draft, activity.id)), null, path);
  },
};

/** What the service gets: the document as the variable has it, its kind, and the node's own `input`. */
export function documentInput(draft: Draft, node: CompiledDocumentTask, activity: number): { readonly [name: string]: Json } {
  const input = { ...mapped(draft, node.input, activity), document: readAt(draft, activity, node.document) ?? null };
  return node.kind === null ? input : { ...input, kind: node.kind.evaluate(scopeAt(draft, activity), draft.moment) };
}

export function documentTaskSubmitted(draft: Draft, node: CompiledDocumentTask, activity: ActivityInstance, task: OpenTask, command: CompleteTask): void {
  takeSubmission(draft, node.human, activity, task, command);
  if (command.facts !== null) mergeDocument(draft, activity.id, node.document, command.facts);
  rememberOutcome(draft, node.key, command.outcome, [command.by.person]);
  leaveActivity(draft, activity.id, outcomeExit(node.key, node.human, command.outcome, command.returnTo));
}

export function documentServiceCompleted(draft: Draft, node: CompiledDocumentTask, activity: ActivityInstance, result: { readonly [name: string]: Json }): void {
  mergeDocument(draft, activity.id, node.document, result);
  writeMapped(draft, node.human.output, activity.id, { result });
  if (node.exit !== null) leaveActivity(draft, activity.id, node.exit);
}

function mergeDocument(draft: Draft, at: number, variable: string, facts: { readonly [name: string]: Json }): void {
  const before = readAt(draft, at, variable);
  const known = before !== null && typeof before === 'object' && !Array.isArray(before) ? before : {};
  writeVariables(draft, { [variable]: { ...known, ...facts } }, at);
}
