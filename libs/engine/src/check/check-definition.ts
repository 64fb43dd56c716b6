import { processDefinitionSchema, type FlowNode, type ProcessDefinition } from '@reglament/contracts';
import { createCompiler } from '../compile/compiler.js';
import { compileGraph, type Resources } from '../compile/compile.js';
import { namesOf } from '../compile/names.js';
import { childFindings } from './child-problems.js';
import { brokenFindings, conditionFindings, termFindings, unknownFindings } from './expression-problems.js';
import { reachFindings, targetFindings } from './flow-problems.js';
import { joinFindings } from './join-problems.js';
import { nodeFindings } from './node-problems.js';
import { pointerTo, type DefinitionProblem, type Finding } from './problem.js';
import { fourEyesFindings, referenceFindings } from './reference-problems.js';
import { schemaFindings } from './schema-problems.js';
import { scopeFindings } from './scope-problems.js';

export type CheckAnswer =
  | { readonly kind: 'sound'; readonly definition: ProcessDefinition; readonly warnings: readonly DefinitionProblem[] }
  | { readonly kind: 'broken'; readonly problems: readonly DefinitionProblem[] };

/**
 * Everything that is wrong with what claims to be a process definition, at once. A node whose shape is wrong is left out of the later
 * checks, so that its fault is told once and hides nothing elsewhere.
 *
 * @param resources what the definition refers to; of what is left out nothing is checked.
 */
export function checkDefinition(json: unknown, resources: Resources = {}, file = ''): CheckAnswer {
  const problems = problemsOf(json, resources, file);
  if (problems.some(({ severity }) => severity === 'error')) return { kind: 'broken', problems };
  return { kind: 'sound', definition: json as ProcessDefinition, warnings: problems };
}

/** As `checkDefinition`, the list alone: errors and warnings in the order of the document's parts. */
export function problemsOf(json: unknown, resources: Resources = {}, file = ''): readonly DefinitionProblem[] {
  return findingsOf(json, resources).map((finding) => ({ ...finding, file }));
}

function findingsOf(json: unknown, resources: Resources): readonly Finding[] {
  const shape = schemaFindings(processDefinitionSchema, json);
  const nodes = nodesOf(json);
  if (nodes === null) return shape;
  const conditions: Finding[] = [];
  const sound: { [key: string]: FlowNode } = {};
  for (const [key, node] of Object.entries(nodes)) {
    if (isUnder(shape, pointerTo('nodes', key))) continue;
    // The schema has just said that this is a node.
    const own = conditionFindings(key, node as FlowNode);
    conditions.push(...own);
    if (own.length === 0) sound[key] = node as FlowNode;
  }
  const whole = Object.keys(sound).length === Object.keys(nodes).length;
  const definition = soundPart(json as ProcessDefinition, shape, sound);
  const found = [...shape, ...conditions, ...partFindings(definition, new Set(Object.keys(nodes)), resources)];
  // Reach is a question about all nodes and flows together: with one missing, the answer would be noise.
  return whole && !found.some(({ severity }) => severity === 'error') ? [...found, ...reachAndJoins(definition)] : found;
}

function partFindings(definition: ProcessDefinition, known: ReadonlySet<string>, resources: Resources): readonly Finding[] {
  const whole = known.size === Object.keys(definition.nodes).length;
  // A node that is left out may be the one that others name, or that writes what they read: then names are not asked about.
  const compiler = createCompiler(whole ? namesOf(definition) : undefined);
  compileGraph(definition, { ...resources, hash: '' }, compiler);
  return [
    ...(whole ? scopeFindings(definition) : []),
    ...targetFindings(definition, known),
    ...Object.entries(definition.nodes).flatMap(([key, node]) => [...nodeFindings(definition, key, node), ...termFindings(key, node)]),
    ...referenceFindings(definition, resources),
    ...brokenFindings(compiler),
    ...(whole ? [...fourEyesFindings(definition), ...unknownFindings(definition, compiler), ...childFindings(definition, compiler)] : []),
  ];
}

function reachAndJoins(definition: ProcessDefinition): readonly Finding[] {
  const reach = reachFindings(definition);
  return reach.length > 0 ? reach : joinFindings(definition);
}

/** The definition without the parts whose shape is wrong: they have been told of. */
function soundPart(json: ProcessDefinition, shape: readonly Finding[], nodes: { readonly [key: string]: FlowNode }): ProcessDefinition {
  const { subject, businessKey, variables, states, ...rest } = json;
  return {
    ...rest, nodes,
    ...(subject === undefined || isUnder(shape, '/subject') ? {} : { subject }),
    ...(businessKey === undefined || isUnder(shape, '/businessKey') ? {} : { businessKey }),
    ...(variables === undefined || isUnder(shape, '/variables') ? {} : { variables }),
    ...(states === undefined || isUnder(shape, '/states') ? {} : { states }),
  };
}

function isUnder(findings: readonly Finding[], pointer: string): boolean {
  return findings.some((finding) => finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`));
}

function nodesOf(json: unknown): { readonly [key: string]: unknown } | null {
  if (typeof json !== 'object' || json === null || !('nodes' in json)) return null;
  const { nodes } = json;
  return typeof nodes === 'object' && nodes !== null && !Array.isArray(nodes) ? nodes as { readonly [key: string]: unknown } : null;
}
