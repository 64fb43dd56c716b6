import type { PartyReference } from '@reglament/contracts';
import type { Compiled } from './compile/compiled.js';
import type { Context } from './context.js';
import type { Effect, Refusal } from './effect.js';
import type { Moment } from './expressions.js';
import type { ActivityInstance, ApprovalRound, CompensableRun, Instance, InstanceStatus, Json, Suspension, ThrownCode, Token, Variables } from './instance.js';
import { factsOf } from './organisations.js';
import type { Exit } from './tokens.js';
import { instanceWith, layersOf, readVariable, withVariables, type VariableLayers } from './variables.js';

/** One flow on the way to a task, for the answer to "why have I got this": which node, which of its exits, which conditions held. */
export interface PathStep { readonly node: string; readonly flow: string | number | null; readonly verdicts?: readonly boolean[] }

/** What the loop in `settle.ts` has still to do: let a token into its node, tell a signal, or end a scope that its last token has left. */
export type Pending =
  | { readonly kind: 'arrival'; readonly token: Token; readonly path: readonly PathStep[] }
  | { readonly kind: 'signal'; readonly name: string; readonly data: { readonly [name: string]: Json } }
  | { readonly kind: 'scopeEnded'; readonly scope: number | null; readonly path: readonly PathStep[] }
  | RunEnded;

/** One run of a repeated node is over; it would have gone on by `exit`. */
export interface RunEnded { readonly kind: 'runEnded'; readonly holder: number; readonly exit: Exit; readonly path: readonly PathStep[] }

/**
 * The working copy of one `start` or `advance`. Its arrays are its own; the tokens, activities and variables in them are shared with the
 * snapshot before and are never changed, only replaced. It does not outlive the call.
 */
export interface Draft {
  readonly compiled: Compiled;
  readonly context: Context;
  /** What `now()` and `today()` mean in this step: business time in the zone of the case's organisation. */
  readonly moment: Moment;
  readonly before: Instance;
  status: InstanceStatus;
  result: string | null;
  state: string | null;
  subject: string | null;
  businessKey: string | null;
  outcomes: { readonly [node: string]: string };
  performedBy: { readonly [node: string]: readonly PartyReference[] };
  approvals: { readonly [node: string]: ApprovalRound };
  suspended: Suspension | undefined;
  readonly layers: VariableLayers;
  written: { [name: string]: Json } | null;
  tokens: Token[];
  activities: ActivityInstance[];
  nextId: number;
  error: ThrownCode | undefined;
  compensable: readonly CompensableRun[];
  readonly effects: Effect[];
  readonly pending: Pending[];
  /** The way by which each token came that waits at an inclusive join, where it came in this step. */
  readonly waitingPaths: Map<number, readonly PathStep[]>;
  refusal: Refusal | null;
}

export function openDraft(compiled: Compiled, before: Instance, context: Context): Draft {
  const { calendar } = factsOf(compiled, before, context);
  return {
    compiled, context, moment: { now: context.now, zone: calendar.timeZone }, before,
    status: before.status, result: before.result, state: before.state, subject: before.subject, businessKey: before.businessKey,
    outcomes: before.outcomes, performedBy: before.performedBy, approvals: before.approvals, suspended: before.suspended,
    layers: layersOf(before), written: null,
    tokens: before.tokens.slice(), activities: before.activities.slice(), nextId: before.nextId, error: before.error, compensable: before.compensable ?? [],
    effects: [], pending: [], waitingPaths: new Map(), refusal: null,
  };
}

export function sealDraft(draft: Draft): Instance {
  const { before } = draft;
  const fields: Omit<Instance, 'variables'> = {
    id: before.id, definitionHash: before.definitionHash, organisation: before.organisation, starter: before.starter, startedAt: before.startedAt,
    status: draft.status, result: draft.result, state: draft.state, subject: draft.subject, businessKey: draft.businessKey,
    parent: before.parent, scopeNode: before.scopeNode,
    outcomes: draft.outcomes, performedBy: draft.performedBy, approvals: draft.approvals,
    tokens: draft.tokens, activities: draft.activities, nextId: draft.nextId,
    ...(draft.error !== undefined && { error: draft.error }),
    ...(draft.compensable.length > 0 && draft.status === 'active' && { compensable: draft.compensable }),
    ...(draft.suspended !== undefined && draft.status === 'active' && { suspended: draft.suspended }),
  };
  return instanceWith(fields, draft.written === null ? draft.layers : withVariables(draft.layers, draft.written));
}

export function takeId(draft: Draft): number {
  return draft.nextId++;
}

/** Ids that leave the instance (tasks, timers) carry its id, so they are unique everywhere and the same on every replay. */
export function takeGlobalId(draft: Draft): string {
  return `${draft.before.id}.${draft.nextId++}`;
}

/** The first refusal counts: everything after it is thrown away with the draft. */
export function refuse(draft: Draft, refusal: Refusal): void {
  draft.refusal ??= refusal;
}

export function readFrom(draft: Draft, name: string): Json | undefined {
  if (draft.written !== null && Object.hasOwn(draft.written, name)) return draft.written[name];
  return readVariable(draft.layers, name);
}

/** The variable that a name means at a place: that of the innermost sub-process around it that has one of its own, else the case's. */
export function readAt(draft: Draft, at: number | null, name: string): Json | undefined {
  const own = ownerOf(draft, at, name);
  return own === undefined ? readFrom(draft, name) : own.variables?.[name];
}

/** `at`: the activity from which it is written; each value goes to the sub-process around it that has the name, else to the case. */
export function writeVariables(draft: Draft, values: Variables, at: number | null): void {
  if (at === null || !draft.compiled.hasLocals) return writeCase(draft, values);
  const left: { [name: string]: Json } = {};
  for (const [name, value] of Object.entries(values)) {
    const own = ownerOf(draft, at, name);
    if (own === undefined) left[name] = value;
    else replaceActivity(draft, { ...own, variables: { ...own.variables, [name]: value } });
  }
  if (Object.keys(left).length > 0) writeCase(draft, left);
}

function writeCase(draft: Draft, values: Variables): void {
  draft.written = { ...draft.written, ...values };
}

function ownerOf(draft: Draft, at: number | null, name: string): ActivityInstance | undefined {
  if (!draft.compiled.hasLocals) return undefined;
  for (let holder = at === null ? undefined : findActivity(draft, at); holder !== undefined; holder = holder.scope === null ? undefined : findActivity(draft, holder.scope)) {
    if (holder.variables !== undefined && Object.hasOwn(holder.variables, name)) return holder;
  }
  return undefined;
}

export function replaceActivity(draft: Draft, activity: ActivityInstance): void {
  const place = draft.activities.findIndex((other) => other.id === activity.id);
  if (place >= 0) draft.activities[place] = activity;
}

export function findActivity(draft: Draft, id: number): ActivityInstance | undefined {
  return draft.activities.find((activity) => activity.id === id);
}
