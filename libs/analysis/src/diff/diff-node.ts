import type { FlowNode, LocalizedText } from '@reglament/contracts';
import type { Change, ChangeKind } from './change.js';
import { diffExits } from './diff-exits.js';
import { same } from './same.js';

type Parts = { readonly [name: string]: unknown };

/** Handled elsewhere: the ways out, the events, and what tells the node apart. */
const ELSEWHERE: ReadonlySet<string> = new Set(['type', 'outcomes', 'flows', 'next', 'on']);

/** What each property of a node is about. A property that a later format adds is a setting until it is named here. */
const ABOUT: { readonly [property: string]: ChangeKind } = {
  title: 'nodeRetitled', in: 'nodeMoved', state: 'stateOfNodeChanged',
  performers: 'performersChanged', approvers: 'performersChanged', fourEyes: 'performersChanged', starter: 'performersChanged',
  form: 'formChanged', variable: 'dataChanged', prefill: 'dataChanged', input: 'dataChanged', output: 'dataChanged', snapshot: 'dataChanged', document: 'dataChanged',
  due: 'deadlineChanged', calendar: 'deadlineChanged', remind: 'remindersChanged', escalate: 'escalationChanged',
  until: 'conditionChanged', keepVisasWhen: 'conditionChanged', forEach: 'repetitionChanged', loop: 'repetitionChanged', event: 'eventChanged',
};

/** The same for the parts of an event. */
const ABOUT_EVENT: { readonly [property: string]: ChangeKind } = {
  to: 'exitRedirected', when: 'conditionChanged', condition: 'conditionChanged', after: 'deadlineChanged', repeat: 'deadlineChanged',
  performers: 'performersChanged', form: 'formChanged', variable: 'dataChanged', prefill: 'dataChanged', data: 'dataChanged',
};

/** What two nodes of one type differ in. */
export function diffNode(key: string, before: FlowNode, after: FlowNode): readonly Change[] {
  const title = after.title ?? before.title ?? null;
  const [one, other] = [before as unknown as Parts, after as unknown as Parts];
  const changes: Change[] = [];
  for (const property of propertiesOf(one, other)) {
    if (ELSEWHERE.has(property) || same(one[property], other[property], property)) continue;
    if (property === 'event' && isParts(one['event']) && isParts(other['event'])) changes.push(...diffEvent(key, title, 'event', one['event'], other['event']));
    else changes.push({ kind: ABOUT[property] ?? 'settingsChanged', node: key, title, part: property, before: one[property], after: other[property] });
  }
  return [...changes, ...diffExits(key, title, before, after), ...diffBoundary(key, title, one, other)];
}

function diffBoundary(key: string, title: LocalizedText | null, before: Parts, after: Parts): readonly Change[] {
  const [one, other] = [eventsOf(before), eventsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((event): readonly Change[] => {
    const [was, is] = [one.get(event), other.get(event)];
    if (was && is) return diffEvent(key, title, `on/${event}`, was, is);
    return [{ kind: is ? 'eventAdded' : 'eventRemoved', node: key, title, part: `on/${event}`, before: was, after: is }];
  });
}

function diffEvent(key: string, title: LocalizedText | null, part: string, before: Parts, after: Parts): readonly Change[] {
  if (before['type'] !== after['type']) return [{ kind: 'eventChanged', node: key, title, part, before, after }];
  return propertiesOf(before, after).filter((property) => !same(before[property], after[property], property)).map((property): Change => ({
    kind: ABOUT_EVENT[property] ?? 'eventChanged', node: key, title, part: `${part}/${property}`, before: before[property], after: after[property],
  }));
}

/** Boundary events have keys: their order says nothing. */
function eventsOf(node: Parts): ReadonlyMap<string, Parts> {
  return new Map(((node['on'] ?? []) as readonly Parts[]).map((event) => [String(event['key']), event]));
}

function propertiesOf(one: Parts, other: Parts): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
