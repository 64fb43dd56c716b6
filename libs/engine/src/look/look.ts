import type { LocalizedText, PartyReference, Performer } from '@reglament/contracts';
import type { Compiled } from '../compile/compiled.js';
import { createCompiler } from '../compile/compiler.js';
import type { Context } from '../context.js';
import { findActivity, openDraft, readAt, writeVariables, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { Scope } from '../expressions.js';
import { textOf } from '../finish.js';
import type { ActivityInstance, Instance, Json } from '../instance.js';
import { mayBegin } from '../nodes/ad-hoc-sub-process.js';
import { whenHolds } from '../parts/boundary.js';
import { eventsAt } from '../parts/event-sub-process.js';
import { compilePerformers, resolvePerformers } from '../parts/performers.js';
import { mapped } from '../parts/service.js';
import { scopeAt } from '../scope.js';

/** What an expression would see in the case now: at an open activity, or (null) at the case itself. */
export function scopeOf(compiled: Compiled, instance: Instance, activity: number | null, context: Context): Scope {
  return scopeAt(openDraft(compiled, instance, context), activity);
}

/** What the form of a task is filled with: the variable that it edits, and over it the values of `prefill` that are not empty. */
export function prefillOf(compiled: Compiled, instance: Instance, activity: number, context: Context): { readonly [field: string]: Json } {
  const draft = openDraft(compiled, instance, context);
  const node = compiled.nodes.get(findActivity(draft, activity)?.node ?? '');
  if (!node || !('human' in node)) return {};
  const { variable, prefill } = node.human;
  return { ...recordIn(variable === null ? null : scopeAt(draft, activity).get(variable)), ...filled(mapped(draft, prefill, activity)) };
}

/** What the case would be called if the task were completed with these answers; null where its definition gives cases no name. */
export function subjectWith(compiled: Compiled, instance: Instance, activity: number, data: { readonly [field: string]: Json }, context: Context): string | null {
  const draft = openDraft(compiled, instance, context);
  const node = compiled.nodes.get(findActivity(draft, activity)?.node ?? '');
  if (compiled.subject === null || !node || !('human' in node) || node.human.variable === null) return draft.subject;
  writeVariables(draft, { [node.human.variable]: data }, activity);
  return textOf(draft, compiled.subject);
}

/** What a person's work on a document (to sign it, to register it) is about; null at any other activity. */
export interface DocumentWork {
  readonly operation: string;
  /** The variable that holds the document, and what it holds. */
  readonly variable: string;
  readonly document: Json;
  readonly kind: Json;
  readonly input: { readonly [name: string]: Json };
}

export function documentWorkOf(compiled: Compiled, instance: Instance, activity: number, context: Context): DocumentWork | null {
  const draft = openDraft(compiled, instance, context);
  const node = compiled.nodes.get(findActivity(draft, activity)?.node ?? '');
  if (node?.type !== 'documentTask') return null;
  return {
    operation: node.operation, variable: node.document, document: readAt(draft, activity, node.document) ?? null,
    kind: node.kind?.evaluate(scopeAt(draft, activity), draft.moment) ?? null, input: mapped(draft, node.input, activity),
  };
}

/**
 * Who starts the case that an open call activity calls: the person whom it names, or whoever started this one.
 *
 * @throws EngineError `engine.unusableValue` where its variable holds no person: the case must not begin in somebody else's name.
 */
export function starterOfCall(compiled: Compiled, instance: Instance, activity: number, context: Context): PartyReference | null {
  const draft = openDraft(compiled, instance, context);
  const node = compiled.nodes.get(findActivity(draft, activity)?.node ?? '');
  if (node?.type !== 'callActivity' || node.starter === null) return instance.starter;
  const person = node.starter.evaluate(scopeAt(draft, activity), draft.moment);
  if (typeof person === 'string' && person.startsWith('person:')) return person;
  throw new EngineError('engine.unusableValue', { definition: compiled.definition.key, hash: compiled.hash, node: node.key, instance: instance.id, found: `starter: ${person === null ? 'nobody' : 'not a person'}` });
}

/** Something that may be done to the case now, beside its tasks. Whether a given person may, `access` says from `performers`. */
export interface AvailableAction {
  readonly activity: number;
  readonly node: string;
  readonly action: string;
  readonly title: LocalizedText;
  readonly performers: readonly PartyReference[];
  readonly form: string | null;
  /** What the form is filled with. */
  readonly prefill: { readonly [field: string]: Json };
  readonly variable: string | null;
  readonly remark: 'required' | 'optional' | null;
  readonly tone: 'primary' | 'neutral' | 'negative' | null;
  readonly interrupting: boolean;
}

export function availableActions(compiled: Compiled, instance: Instance, context: Context): readonly AvailableAction[] {
  const draft = openDraft(compiled, instance, context);
  return draft.activities.flatMap((activity) => [...partsToBegin(draft, activity), ...eventsAt(draft, activity).flatMap((boundary): AvailableAction[] => {
    const { event } = boundary;
    // In a child the boundary events belong to the parent's activity.
    if (event.type !== 'action' || (instance.scopeNode === activity.node && !activity.listening) || !whenHolds(draft, activity, boundary)) return [];
    return [{
      activity: activity.id, node: activity.node, action: event.key, title: event.title,
      performers: resolvePerformers(draft, boundary.performers, scopeAt(draft, activity.id)),
      form: event.form ?? null, prefill: filled(mapped(draft, boundary.prefill, activity.id)), variable: event.variable ?? null, remark: event.remark ?? null, tone: event.tone ?? null, interrupting: event.interrupting,
    }];
  })]);
}

/** Of an ad-hoc sub-process: the work that its performers may begin. The form is filled in where the work itself is done. */
function partsToBegin(draft: Draft, activity: ActivityInstance): readonly AvailableAction[] {
  const adHoc = draft.compiled.nodes.get(activity.node);
  if (activity.frozen !== undefined || adHoc?.type !== 'adHocSubProcess' || !mayBegin(draft, adHoc, activity)) return [];
  return (draft.compiled.starters.get(activity.node) ?? []).flatMap((key): AvailableAction[] => {
    const node = draft.compiled.nodes.get(key);
    if (node?.type !== 'userTask') return [];
    return [{
      activity: activity.id, node: activity.node, action: key, title: node.human.title,
      performers: resolvePerformers(draft, node.human.performers, scopeAt(draft, activity.id)), form: null, variable: null, prefill: {}, remark: null, tone: null, interrupting: false,
    }];
  });
}

/** Performers that are named outside the flow (who may look on, who may cancel) as party references. */
export function partiesOf(compiled: Compiled, instance: Instance, performers: readonly Performer[] | undefined, context: Context): readonly PartyReference[] {
  const draft: Draft = openDraft(compiled, instance, context);
  return resolvePerformers(draft, compilePerformers(performers, createCompiler(), ''), scopeAt(draft, null));
}

function filled(values: { readonly [field: string]: Json }): { readonly [field: string]: Json } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function recordIn(value: Json | undefined): { readonly [field: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value as { readonly [field: string]: Json } : {};
}
