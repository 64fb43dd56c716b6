import type { Outcome } from './advance.js';
import type { StartChildInput, StartInput } from './command.js';
import type { Compiled } from './compile/compiled.js';
import type { Context } from './context.js';
import { openDraft, refuse, writeVariables } from './draft.js';
import { EngineError } from './engine-error.js';
import { record } from './facts.js';
import type { Instance } from './instance.js';
import type { CompiledStartEvent } from './nodes/start-event.js';
import { beginScope } from './nodes/sub-process.js';
import { listen } from './parts/event-sub-process.js';
import { runDraft } from './run-draft.js';
import { placeToken } from './tokens.js';

/**
 * Starts a case. `startEvent` may be left out where the definition has only one.
 *
 * @throws EngineError `engine.unknownStartEvent`, and as `advance` does.
 */
export function start(compiled: Compiled, input: StartInput, context: Context): Outcome {
  const event = startEventOf(compiled, input.startEvent);
  const draft = openDraft(compiled, blankInstance(compiled, { ...input, starter: input.starter?.person ?? null, parent: input.parent ?? null, scopeNode: null }, context), context);
  // A caller gives variables, not a form.
  if (event.form !== null && input.data === null && input.starter !== null && input.parent === undefined) refuse(draft, { code: 'formRequired', form: event.form });
  if (input.data !== null && event.variable !== null) writeVariables(draft, { [event.variable]: input.data }, null);
  if (input.starter !== null) draft.performedBy = { [event.key]: [input.starter.person] };
  record(draft, 'instanceStarted', { node: event.key, by: input.starter?.person ?? null }, {
    definition: compiled.hash, ...(input.parent !== undefined && { caller: { ...input.parent } }), forms: Object.fromEntries(compiled.forms), submission: input.submission, right: input.starter === null ? null : { ...input.starter.right },
  });
  return runDraft(draft, () => {
    listen(draft, null, null);
    placeToken(draft, event.key, null, []);
  });
}

/** Starts a child of a parallel forEach: an instance of the same definition that runs one node for one item. */
export function startChild(compiled: Compiled, input: StartChildInput, context: Context): Outcome {
  const node = compiled.nodes.get(input.node);
  if (node === undefined || node.type === 'callActivity' || node.forEach === null) {
    throw new EngineError('engine.instanceMismatch', { definition: compiled.definition.key, hash: compiled.hash, node: input.node, instance: input.id });
  }
  const draft = openDraft(compiled, blankInstance(compiled, { ...input, scopeNode: input.node }, context), context);
  record(draft, 'instanceStarted', { node: input.node }, { definition: compiled.hash, parent: { ...input.parent } });
  const path = [{ node: node.key, flow: input.parent.index }];
  return runDraft(draft, () => (node.type === 'subProcess' ? beginScope(draft, node.key, null, path) : placeToken(draft, node.key, null, path)));
}

function startEventOf(compiled: Compiled, key: string | null): CompiledStartEvent {
  const events = compiled.starts.get(null) ?? [];
  const chosen = key === null && events.length === 1 ? events[0] : events.find((event) => event === key);
  const node = chosen === undefined ? undefined : compiled.nodes.get(chosen);
  if (node?.type === 'startEvent') return node;
  throw new EngineError('engine.unknownStartEvent', { definition: compiled.definition.key, hash: compiled.hash, found: key ?? `none chosen of ${events.join(', ')}` });
}

type Beginning = Pick<Instance, 'id' | 'organisation' | 'starter' | 'variables' | 'parent' | 'scopeNode'>;

function blankInstance(compiled: Compiled, given: Beginning, context: Context): Instance {
  return {
    id: given.id, definitionHash: compiled.hash, organisation: given.organisation, starter: given.starter, startedAt: context.now,
    status: 'active', result: null, state: null, subject: null, businessKey: null, parent: given.parent, scopeNode: given.scopeNode,
    variables: given.variables, outcomes: {}, performedBy: {}, approvals: {}, tokens: [], activities: [], nextId: 1,
  };
}
