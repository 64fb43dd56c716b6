import type { FlowNode, ProcessDefinition } from '@reglament/contracts';

/** A small process made of blocks, and then broken in places: what it comes to, nobody knows beforehand. */
export type Part =
  | { readonly kind: 'task' | 'choice' | 'service' | 'wait' }
  | { readonly kind: 'sequence' | 'ask' | 'decide' | 'fork' | 'share'; readonly parts: readonly Part[] }
  | { readonly kind: 'loop' | 'sub' | 'timed' | 'beside'; readonly part: Part };

/** One thing to break: which flow or node (by number), and how. */
export interface Break { readonly how: 'redirect' | 'swap' | 'drop'; readonly at: number; readonly to: number }

/** Answers of the start form that gateways ask about. */
export const FLAGS = ['a', 'b'] as const;

interface Loose { [name: string]: unknown; flows?: { to: string }[]; outcomes?: Record<string, { title: string; to: string }>; next?: string; on?: { to: string }[]; in?: string; type: string }

export function drillFrom(part: Part, breaks: readonly Break[]): ProcessDefinition {
  const nodes: Record<string, Loose> = {};
  let count = 0;
  const put = (kind: string, node: Loose, scope: string | undefined): string => {
    const key = `${kind}${++count}`;
    nodes[key] = { ...node, ...(scope === undefined ? {} : { in: scope }) };
    return key;
  };
  const human = (outcomes: readonly (readonly [string, string])[], more: object = {}): Loose =>
    ({ type: 'userTask', title: 'Work', performers: [{ type: 'role', role: 'clerk' }], outcomes: Object.fromEntries(outcomes.map(([key, to]) => [key, { title: key, to }])), ...more });

  const build = (each: Part, next: string, scope: string | undefined): string => {
    switch (each.kind) {
      case 'task': return put('task', human([['done', next]]), scope);
      case 'service': return put('service', { type: 'serviceTask', title: 'S', handler: 'h', next }, scope);
      case 'wait': return put('wait', { type: 'catchEvent', title: 'W', event: { type: 'timer', after: { workingDays: 1 } }, next }, scope);
      case 'choice': {
        // Somebody decides, and a gateway behind asks what was decided.
        const side = put('task', human([['done', next]]), scope);
        const ask = put('ask', { type: 'exclusiveGateway', flows: [] }, scope);
        const key = put('choice', human([['yes', ask], ['no', ask]]), scope);
        (nodes[ask] as Loose)['flows'] = [{ to: side, when: { feel: `outcome.${key} = "yes"` } }, { to: next, default: true }] as never;
        return key;
      }
      case 'sequence': return each.parts.reduceRight((after, inner) => build(inner, after, scope), next);
      case 'ask': {
        const merge = put('merge', { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
        const flows = each.parts.map((inner, i) => ({ to: build(inner, merge, scope), when: { variable: `form.${FLAGS[i % 2]}`, operator: 'equals', value: i < 2 } }));
        return put('ask', { type: 'exclusiveGateway', flows: [...flows, { to: merge, default: true }] as never }, scope);
      }
      case 'decide': return put('decide', human(each.parts.map((inner, i) => [`o${i}`, build(inner, next, scope)] as const)), scope);
      case 'fork':
      case 'share': {
        const join = put('join', { type: 'parallelGateway', flows: [{ to: next }] }, scope);
        return put('fork', { type: 'parallelGateway', flows: each.parts.map((inner) => ({ to: build(inner, join, scope) })) }, scope);
      }
      case 'loop': {
        const head = put('head', { type: 'exclusiveGateway', flows: [] }, scope);
        const back = put('back', human([['again', head], ['on', next]]), scope);
        (nodes[head] as Loose).flows = [{ to: build(each.part, back, scope) }];
        return head;
      }
      case 'sub':
      case 'timed':
      case 'beside': {
        const merge = put('merge', { type: 'exclusiveGateway', flows: [{ to: next }] }, scope);
        const stop = each.kind === 'beside' ? put('stop', { type: 'endEvent' }, scope) : merge;
        const on = each.kind === 'sub' ? {} : { on: [{ type: 'timer', key: 'late', after: { workingDays: 3 }, interrupting: each.kind === 'timed', to: stop }] };
        const key = put('sub', { type: 'subProcess', title: 'P', next: merge, ...on } as Loose, scope);
        const finish = put('end', { type: 'endEvent' }, key);
        put('start', { type: 'startEvent', next: build(each.part, finish, key) }, key);
        return key;
      }
    }
  };

  const finish = put('end', { type: 'endEvent', result: 'done' }, undefined);
  put('start', { type: 'startEvent', form: 'f', variable: 'form', next: build(part, finish, undefined) }, undefined);
  for (const each of breaks) breakOne(nodes, each);
  forgetUnreached(nodes);
  return { format: 1, key: 'drill', title: 'Drill', variables: { form: { type: 'object', title: 'Form' } }, nodes: nodes as unknown as Record<string, FlowNode> };
}

/** Leads a flow elsewhere in its scope, makes a parallel gateway exclusive or the other way round, or lets a flow go. */
function breakOne(nodes: Record<string, Loose>, { how, at, to }: Break): void {
  const flows = Object.values(nodes).flatMap((node) => [
    ...(node.next === undefined ? [] : [{ node, lead: (key: string) => { node.next = key; } }]),
    ...(node.flows ?? []).map((flow) => ({ node, lead: (key: string) => { flow.to = key; } })),
    ...Object.values(node.outcomes ?? {}).map((outcome) => ({ node, lead: (key: string) => { outcome.to = key; } })),
    ...(node.on ?? []).map((event) => ({ node, lead: (key: string) => { event.to = key; } })),
  ]);
  const flow = flows[at % flows.length];
  if (how === 'redirect' && flow) {
    const targets = Object.keys(nodes).filter((key) => (nodes[key] as Loose).in === flow.node.in && (nodes[key] as Loose).type !== 'startEvent');
    flow.lead(targets[to % targets.length] as string);
    return;
  }
  const gateways = Object.values(nodes).filter((node) => node.type === 'parallelGateway' || (node.type === 'exclusiveGateway' && (node.flows ?? []).every((each) => !('when' in each) && !('default' in each))));
  const gateway = gateways[at % Math.max(1, gateways.length)];
  if (how === 'swap' && gateway) {
    if (gateway.type === 'exclusiveGateway') gateway.type = 'parallelGateway';
    else {
      gateway.type = 'exclusiveGateway';
      gateway.flows = (gateway.flows ?? []).slice(0, 1);
    }
    return;
  }
  const split = Object.values(nodes).filter((node) => (node.flows ?? []).length > 1 && node.type === 'parallelGateway');
  const chosen = split[at % Math.max(1, split.length)];
  if (how === 'drop' && chosen?.flows) chosen.flows.splice(to % chosen.flows.length, 1);
}

/** What no flow leads to any more is a fault of another kind, which needs no running to be seen. */
function forgetUnreached(nodes: Record<string, Loose>): void {
  const reached = new Set(Object.keys(nodes).filter((key) => nodes[key]?.type === 'startEvent' && nodes[key]?.in === undefined));
  for (let grew = true; grew;) {
    const before = reached.size;
    for (const key of [...reached]) {
      const { next, flows = [], outcomes = {}, on = [], type } = nodes[key] as Loose;
      for (const to of [next, ...flows.map((flow) => flow.to), ...Object.values(outcomes).map((outcome) => outcome.to), ...on.map((event) => event.to)]) if (to !== undefined) reached.add(to);
      if (type === 'subProcess') for (const [inner, node] of Object.entries(nodes)) if (node.in === key && node.type === 'startEvent') reached.add(inner);
    }
    grew = reached.size > before;
  }
  for (const key of Object.keys(nodes)) if (!reached.has(key)) delete nodes[key];
}
