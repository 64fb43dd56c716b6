import { decide } from '@reglament/access';
import type { CaseChange, FieldError, ModificationPreview, ModifyCase, PreviewChanges } from '@reglament/contracts';
import { advance, EngineError, stuckJoins, type Change, type Command, type Context, type Instance, type Json, type Outcome, type Variables } from '@reglament/engine';
import { historyOf } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { definitionFault, formInvalid, invalidRequest, noAccess } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { InstanceCommanded } from '../instances/instance-command.js';
import type { Shell } from '../shell.js';
import { formOf } from '../tasks/human-node.js';
import { judgeSubmission } from '../tasks/judge-submission.js';
import { caseObject } from '../tasks/task-object.js';
import { diagramView } from '../views/diagram-view.js';
import { readableCase } from '../views/instance-view.js';
import { effectSentences, stuckSentence } from './effect-sentences.js';
import { operate, type CaseOperationRequest } from './operate.js';

/** Puts an open case right: cancels, starts, sets data, all or nothing. */
export function modifyCase(shell: Shell, caller: Caller, request: CaseOperationRequest<ModifyCase>): Promise<Answer<InstanceCommanded>> {
  return operate(shell, caller, request, { outcome: 'modify', audit: 'case.modified' }, ({ live, context, actor, submission, loaded }) => {
    const changes = changesOf(request.body.changes);
    if (!changes.ok) return Promise.resolve(changes);
    const wrong = fieldsAtFault(live, changes.value, context.now, loaded.organisation.timeZone, caller);
    if (wrong.length > 0) return Promise.resolve(refuse(formInvalid(wrong)));
    return Promise.resolve(ok({ command: { type: 'modifyInstance', changes: changes.value, by: actor, remark: true, submission: submission.hash }, audit: { changes: changes.value.map(({ kind }) => kind) } }));
  });
}

/** The very same asked of the engine, with nothing written: the picture before and after, or the refusal that the change itself would get. */
export async function previewModification(shell: Shell, caller: Caller, { instance, body }: { readonly instance: string; readonly body: PreviewChanges }): Promise<Answer<ModificationPreview>> {
  const readable = await readableCase(shell, caller, instance);
  if (!readable.ok) return readable;
  const { loaded, live, context, subject } = readable.value;
  const decision = decide('case.manage', subject, caseObject(loaded, live, context));
  if (!decision.allowed) return refuse(noAccess(decision));
  const changes = changesOf(body.changes);
  if (!changes.ok) return changes;
  const wrong = fieldsAtFault(live, changes.value, context.now, loaded.organisation.timeZone, caller);
  if (wrong.length > 0) return refuse(formInvalid(wrong));
  const command: Command = { type: 'modifyInstance', changes: changes.value, by: { person: caller.person, right: { kind: 'direct' } }, remark: true, submission: null };
  const outcome = triedOut(live, loaded.snapshot, command, context);
  if (outcome === null) return refuse(definitionFault());
  if (outcome.kind === 'refused') return refuse(engineRefusal(outcome.refusal));
  const history = await historyOf(shell.store, instance);
  return ok({
    before: diagramView(live, loaded.snapshot, history, caller.locale), after: diagramView(live, outcome.instance, history, caller.locale),
    effects: effectSentences(live, outcome.effects, caller.locale), warnings: stuckJoins(live.compiled, outcome.instance).map((join) => stuckSentence(live, join, caller.locale)),
  });
}

/** Null where the definition itself is at fault: the change would stop there too, and nobody is told of an incident that has not happened. */
function triedOut(live: LiveDefinition, snapshot: Instance, command: Command, context: Context): Outcome | null {
  try {
    return advance(live.compiled, snapshot, command, context);
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** What the body says, as the engine takes it; a change without what its kind needs is malformed. */
export function changesOf(given: readonly CaseChange[]): Answer<readonly Change[]> {
  const changes: Change[] = [];
  for (const [i, change] of given.entries()) {
    const read = changeOf(change);
    if (!read) return refuse(invalidRequest('changeInvalid', 'Изменение составлено не полностью.', 'The change is not complete.', [{ pointer: `/changes/${i}`, code: 'changeInvalid', message: change.kind }]));
    changes.push(read);
  }
  return ok(changes);
}

function changeOf({ kind, activity, token, node, scope, values }: CaseChange): Change | null {
  switch (kind) {
    case 'cancelActivity': return activity === undefined ? null : { kind, activity };
    case 'cancelToken': return token === undefined ? null : { kind, token };
    case 'startBefore': return node === undefined ? null : { kind, node, scope: scope ?? null };
    // JSON from the body, bounded by its schema.
    case 'setVariables': return values === undefined || Object.keys(values).length === 0 ? null : { kind, values: values as Variables };
  }
}

/** A variable that a form edits must be what the form would take, as far as it is filled in: an empty field may be filled in later. */
export function fieldsAtFault(live: LiveDefinition, changes: readonly Change[], now: string, zone: string, { locale }: Caller): readonly FieldError[] {
  const set: { readonly [name: string]: Json } = Object.assign({}, ...changes.flatMap((change) => (change.kind === 'setVariables' ? [change.values] : []))) as { readonly [name: string]: Json };
  return Object.values(live.definition.nodes).flatMap((node) => {
    if (!('form' in node) || !('variable' in node) || node.form === undefined || node.variable === undefined) return [];
    const value = Object.hasOwn(set, node.variable) ? set[node.variable] : undefined;
    const form = formOf(live, node.form);
    if (!form || value === undefined || value === null) return [];
    const verdict = judgeSubmission({ form, data: value, base: value as Readonly<Record<string, unknown>>, now, zone, locale, mode: 'draft' });
    return verdict.errors.map(({ pointer, code, message }) => ({ pointer: `/values/${node.variable ?? ''}${pointer}`, code, message }));
  });
}
