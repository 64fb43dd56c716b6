import type { DiagramView } from '@reglament/contracts';
import { depthsOf } from '../definitions/depths.js';
import { scopesOf, type Scope } from '../definitions/scopes.js';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly state: 'active' | 'passed' | 'untouched';
}

type Node = DiagramView['nodes'][number];

const HUMAN = new Set(['userTask', 'approvalTask', 'documentTask', 'subProcess', 'adHocSubProcess']);

/** The steps of one plane in order, what was entered before what lies ahead: the branch not taken and a step that only leads back are left out until they are entered. */
function stepsOf({ diagram }: Scope): readonly Node[] {
  const depth = depthsOf(diagram);
  const leadsBack = ({ key }: Node): boolean => {
    const exits = diagram.flows.filter(({ from, boundary }) => from === key && boundary === null);
    return exits.length > 0 && exits.every(({ to }) => (depth.get(to) ?? 0) <= (depth.get(key) ?? 0));
  };
  const reached = diagram.nodes.filter((node) => node.state !== 'untouched' && !leadsBack(node));
  const furthest = Math.max(-1, ...reached.map(({ key }) => depth.get(key) ?? 0));
  return diagram.nodes
    .filter((node) => HUMAN.has(node.type) && node.automatic !== true && node.title !== '' && depth.has(node.key))
    .filter((node) => node.state !== 'untouched' || ((depth.get(node.key) ?? 0) > furthest && !leadsBack(node)))
    .sort((one, other) => Number(one.state === 'untouched') - Number(other.state === 'untouched') || (depth.get(one.key) ?? 0) - (depth.get(other.key) ?? 0));
}

/** The way of a case in steps of people; what may be done in any order is one step, a phase of the process is shown as the steps that lie in it, but for one that is gone through for each item. */
export function mainPath(diagram: DiagramView): readonly Step[] {
  const scopes = new Map(scopesOf(diagram).map((scope) => [scope.key, scope]));
  const outer = scopes.get(null);
  if (outer === undefined) return [];
  return stepsOf(outer).flatMap((node) => {
    if (node.type === 'subProcess' && !hasPeople(diagram, node.key)) return [];
    const inner = node.repeated === true ? undefined : scopes.get(node.key);
    const steps = inner ? stepsOf(inner) : [];
    return steps.length > 0 ? steps : [node];
  }).map(({ key, title, state }) => ({ key, title, state }));
}

/** Whether somebody has something to do in a phase; one that the system goes through alone is no step of anybody. */
function hasPeople({ nodes }: DiagramView, phase: string): boolean {
  const inside = nodes.filter(({ parent }) => parent === phase);
  return inside.some((node) => (node.type === 'subProcess' || node.type === 'adHocSubProcess' ? hasPeople({ nodes, flows: [] }, node.key) : HUMAN.has(node.type) && node.automatic !== true));
}
