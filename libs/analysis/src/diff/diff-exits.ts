import type { FlowNode, LocalizedText } from '@reglament/contracts';
import type { Change, ChangeKind } from './change.js';
import { same } from './same.js';

type Parts = { readonly [name: string]: unknown };
interface Way { readonly part: string; readonly to: string; readonly when: unknown; readonly rest: Parts }

/** Ways out of a node, boundary events apart: outcomes by key, flows by target, and the only way on. */
export function diffExits(key: string, title: LocalizedText | null, before: FlowNode, after: FlowNode): readonly Change[] {
  const [waysBefore, waysAfter] = [waysOf(before), waysOf(after)];
  const change = (kind: ChangeKind, part: string, one: unknown, other: unknown): Change => ({ kind, node: key, title, part, before: one, after: other });
  const pairs = pair(waysBefore, waysAfter);
  const changes: Change[] = [];
  for (const [one, other] of pairs) {
    if (one === undefined) changes.push(change('exitAdded', (other as Way).part, undefined, (other as Way).to));
    else if (other === undefined) changes.push(change('exitRemoved', one.part, one.to, undefined));
    else {
      if (one.to !== other.to) changes.push(change('exitRedirected', other.part, one.to, other.to));
      if (!same(one.when, other.when)) changes.push(change('conditionChanged', other.part, one.when, other.when));
      if (!same(one.rest, other.rest)) changes.push(change('exitChanged', other.part, one.rest, other.rest));
    }
  }
  if (isReordered(before, after, pairs)) changes.push(change('exitsReordered', 'flows', waysBefore.map(({ to }) => to), waysAfter.map(({ to }) => to)));
  return changes;
}

function waysOf(node: FlowNode): readonly Way[] {
  const ways: Way[] = [];
  const parts = node as unknown as Parts;
  for (const [outcome, value] of Object.entries((parts['outcomes'] ?? {}) as { readonly [key: string]: Parts })) {
    const { to, ...rest } = value;
    ways.push({ part: outcome, to: String(to), when: undefined, rest });
  }
  ((parts['flows'] ?? []) as readonly Parts[]).forEach((flow, i) => {
    const { to, when, ...rest } = flow;
    ways.push({ part: String(i), to: String(to), when, rest });
  });
  if (typeof parts['next'] === 'string') ways.push({ part: 'next', to: parts['next'], when: undefined, rest: {} });
  return ways;
}

type Pair = readonly [Way | undefined, Way | undefined];

/** Named ways meet by name. Flows have none: the same flow first, then one of the same target, then one of the same condition, then what is left in order. */
function pair(before: readonly Way[], after: readonly Way[]): readonly Pair[] {
  const isFlow = ({ part }: Way): boolean => /^\d+$/.test(part);
  const left = [...after];
  const pairs: [Way, Way | undefined][] = before.map((way) => [way, undefined]);
  const take = (fits: (one: Way, other: Way) => boolean): void => {
    for (const found of pairs) {
      if (found[1] !== undefined) continue;
      const at = left.findIndex((other) => isFlow(found[0]) === isFlow(other) && fits(found[0], other));
      if (at >= 0) [found[1]] = left.splice(at, 1);
    }
  };
  take((one, other) => !isFlow(one) && one.part === other.part);
  take((one, other) => isFlow(one) && one.to === other.to && same(one.when, other.when) && same(one.rest, other.rest));
  take((one, other) => isFlow(one) && one.to === other.to);
  take((one, other) => isFlow(one) && same(one.when, other.when) && same(one.rest, other.rest) && before.length === after.length);
  return [...pairs, ...left.map((way): Pair => [undefined, way])];
}

/** Only an exclusive gateway asks its conditions one after another; the default is asked last wherever it stands. */
function isReordered(before: FlowNode, after: FlowNode, pairs: readonly Pair[]): boolean {
  if (before.type !== 'exclusiveGateway' || after.type !== 'exclusiveGateway') return false;
  const places = pairs.flatMap(([one, other]) => (one && other && one.rest['default'] !== true && other.rest['default'] !== true ? [Number(other.part)] : []));
  return places.some((place, i) => i > 0 && place < (places[i - 1] as number));
}
