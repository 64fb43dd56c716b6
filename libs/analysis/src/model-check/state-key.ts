import type { ActivityInstance, Compiled, Instance, Json } from '@reglament/engine';
import type { Question } from './judge.js';
import type { Reach } from './reach.js';
import type { Assumptions } from './oracle.js';

/** The parts of an activity that the key tells in words of its own, or that no step of a case hangs on. */
const TOLD: ReadonlySet<string> = new Set(['id', 'node', 'scope', 'token', 'enteredAt', 'tasks', 'timers', 'approval', 'children', 'items', 'subscriptions', 'listening', 'runs', 'frozen', 'variables']);
const OF_NO_MATTER: ReadonlySet<string> = new Set(['id', 'at', 'dueAt', 'since', 'enteredAt', 'token', 'activity', 'correlation', 'performedBy', 'by', 'scope', 'running']);

/**
 * Two states with one key go on alike: where the case stands, without ids and moments, with what may still be read of its data. Names of
 * unknown values are numbered as they come.
 */
export function stateKey(compiled: Compiled, instance: Instance, assumed: Assumptions, reach: Reach): string {
  if (instance.status !== 'active') return instance.status;
  return `${structureOf(instance, null)} # ${dataOf(compiled, instance, assumed, reach)}`;
}

function structureOf(instance: Instance, scope: number | null): string {
  const held = new Set(instance.activities.map(({ token }) => token));
  const waiting = instance.tokens.filter((token) => token.scope === scope && !held.has(token.id)).map(({ node, via }) => `${node}|${via ?? ''}`);
  const open = instance.activities.filter((activity) => activity.scope === scope).map((activity) => `${activityKey(activity)}{${structureOf(instance, activity.id)}}`);
  return [...waiting, ...open].sort().join(' ');
}

function activityKey(activity: ActivityInstance): string {
  const { node, tasks, timers, approval, children, items, subscriptions, listening, frozen } = activity;
  const votes = approval?.votes.map(({ outcome }) => outcome).sort().join(',');
  const count = children === null || items !== null ? '' : `${children.total}-${children.completed + children.cancelled}`;
  const parts = [
    node, tasks.map(({ slot }) => slot ?? '').join(','), timers.map(({ kind, ref }) => `${kind}:${ref}`).sort().join(','), approval ? `${approval.approvers.length}(${votes})` : '',
    count, items === null ? '' : `i${items.length}`, (subscriptions ?? []).map(({ message, ref }) => `${message}:${ref ?? ''}`).sort().join(','),
    listening ? 'l' : '', frozen ? 'f' : '',
    moreOf(activity),
  ];
  return parts.join(';');
}

/** What a kind of node keeps beside that, as it is. */
function moreOf(activity: ActivityInstance): string {
  const more = Object.entries(activity).filter(([name]) => !TOLD.has(name));
  return more.length === 0 ? '' : JSON.stringify(more, (name, value: unknown) => (OF_NO_MATTER.has(name) ? undefined : typeof value === 'number' ? Math.min(value, MANY) : value));
}

/** Rounds of a loop are counted so far; after that one more is like the one before. */
const MANY = 3;

function dataOf(compiled: Compiled, instance: Instance, assumed: Assumptions, reach: Reach): string {
  const live = reach.liveAt(instance);
  const names = new Map<string, string>();
  const rename = (text: string) => text.replace(/("\?":"|\\u0001|^|[?(|])(n\d+)\b/g, (_, before: string, name: string) => {
    const known = names.get(name) ?? `m${names.size}`;
    names.set(name, known);
    return before + known;
  });
  const locals = instance.activities.flatMap(({ variables }) => (variables === undefined ? [] : [Object.entries(variables).filter(([name]) => reach.relevant.has(name)).map(([name, value]) => `${name}=${rename(JSON.stringify(value))}`).join(',')]));
  const undoable = [...new Set((instance.compensable ?? []).map(({ node }) => node))].map((node) => `<${node}`);
  const values = [...live.heads].sort().flatMap((head) => {
    const value = valueOf(compiled, instance, head);
    if (value === undefined) return [`-${head}`];
    return reach.relevant.has(head) ? [`${head}=${rename(JSON.stringify(value))}`] : [];
  });
  const outcomes = [...live.outcomes].filter((node) => instance.outcomes[node] !== undefined).sort().map((node) => `${node}>${rename(JSON.stringify(instance.outcomes[node]))}`);
  const facts = [...assumed].map(([key, value]) => `${rename(key)}:${JSON.stringify(value)}`).sort();
  return [...locals, ...undoable, ...values, ...outcomes, ...facts].join(' ');
}

/** What may be asked again as things stand: every other assumption is forgotten. */
export function assumedStill(compiled: Compiled, instance: Instance, assumed: Assumptions, reach: Reach, questions: readonly Question[]): Assumptions {
  if (assumed.size === 0 || instance.status !== 'active') return NONE;
  const live = reach.liveAt(instance).pointers;
  const scope = { get: (name: string) => (name === 'outcome' ? instance.outcomes : valueOf(compiled, instance, name)) };
  const kept = new Map<string, Json>();
  for (const { pointer, keyIn } of questions) {
    const key = live.has(pointer) ? keyIn(scope) : null;
    const value = key === null ? undefined : assumed.get(key);
    if (key !== null && value !== undefined) kept.set(key, value);
  }
  return kept;
}

const NONE: Assumptions = new Map();

/** A variable of the case, of a sub-process that has it to itself, or the item of a repetition. */
function valueOf(compiled: Compiled, instance: Instance, head: string): Json | undefined {
  for (const { variables } of instance.activities) if (variables !== undefined && Object.hasOwn(variables, head)) return variables[head];
  const value = instance.variables[head];
  if (value !== undefined) return value;
  const holder = instance.activities.find((activity) => activity.items !== null && compiled.itemNames.get(activity.node) === head);
  return holder?.items?.[0];
}
