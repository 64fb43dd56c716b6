/**
 * Generic ways to spoil a process definition: each gives a whole definition with one thing changed. Nothing here knows any process.
 * @typedef {{ nodes: Record<string, any> }} Definition
 * @typedef {{ how: string, at: string, definition: any }} Mutant
 */

/** @param {Definition} definition @returns {Generator<Mutant>} */
export function* mutantsOf(definition) {
  for (const [key, node] of Object.entries(definition.nodes)) {
    yield* ofFlows(definition, key, node);
    yield* ofTargets(definition, key, node);
    yield* ofParts(definition, key, node);
  }
}

function* ofFlows(definition, key, node) {
  for (const [i, flow] of (node.flows ?? []).entries()) {
    if (node.flows.length > 1) yield mutant(definition, 'drop a flow', `${key}/flows/${i}`, (nodes) => nodes[key].flows.splice(i, 1));
    if (flow.default === true) yield mutant(definition, 'delete a default', `${key}/flows/${i}`, (nodes) => { delete nodes[key].flows[i].default; });
    if (flow.when !== undefined) yield mutant(definition, 'remove a condition', `${key}/flows/${i}`, (nodes) => { delete nodes[key].flows[i].when; });
  }
  if (node.type === 'parallelGateway') yield mutant(definition, 'swap the gateway', key, (nodes) => { nodes[key] = { ...nodes[key], type: 'exclusiveGateway', flows: nodes[key].flows.slice(0, 1) }; });
  if (node.type === 'exclusiveGateway') yield mutant(definition, 'swap the gateway', key, (nodes) => { nodes[key] = { ...nodes[key], type: 'parallelGateway', flows: nodes[key].flows.map(({ to }) => ({ to })) }; });
}

/** Leads each flow to an end of its scope, and to the node that came before it in the document. */
function* ofTargets(definition, key, node) {
  const keys = Object.keys(definition.nodes).filter((other) => definition.nodes[other].in === node.in && definition.nodes[other].type !== 'startEvent');
  for (const [place, to] of targetsOf(node)) {
    const others = new Set([keys.find((other) => definition.nodes[other].type === 'endEvent'), keys[(keys.indexOf(to) + keys.length - 1) % keys.length]]);
    for (const other of others) {
      if (other === undefined || other === to) continue;
      yield mutant(definition, 'redirect a flow', `${key}/${place.join('/')} → ${other}`, (nodes) => setAt(nodes[key], place, other));
    }
  }
}

function* ofParts(definition, key, node) {
  const outcomes = Object.keys(node.outcomes ?? {});
  for (const outcome of outcomes) {
    if (outcomes.length > 1) yield mutant(definition, 'remove an outcome', `${key}/outcomes/${outcome}`, (nodes) => { delete nodes[key].outcomes[outcome]; });
  }
  if (node.performers !== undefined && node.type !== 'startEvent') yield mutant(definition, 'remove the assignment', `${key}/performers`, (nodes) => { delete nodes[key].performers; });
  for (const name of Object.keys(node.output ?? {})) yield mutant(definition, 'drop what is written', `${key}/output/${name}`, (nodes) => { delete nodes[key].output[name]; });
  if (node.variable !== undefined) yield mutant(definition, 'drop what is written', `${key}/variable`, (nodes) => { delete nodes[key].variable; });
  for (const [i] of (node.on ?? []).entries()) yield mutant(definition, 'remove an event', `${key}/on/${i}`, (nodes) => { nodes[key].on.splice(i, 1); });
}

/** @returns {(readonly [(string | number)[], string])[]} */
function targetsOf(node) {
  return [
    ...(node.next === undefined ? [] : [[['next'], node.next]]),
    ...(node.flows ?? []).map((flow, i) => [['flows', i, 'to'], flow.to]),
    ...Object.entries(node.outcomes ?? {}).map(([outcome, { to }]) => [['outcomes', outcome, 'to'], to]),
    ...(node.on ?? []).map((event, i) => [['on', i, 'to'], event.to]),
  ];
}

function setAt(node, place, value) {
  const holder = place.slice(0, -1).reduce((part, step) => part[step], node);
  holder[place.at(-1)] = value;
}

function mutant(definition, how, at, change) {
  const copy = structuredClone(definition);
  change(copy.nodes);
  return { how, at, definition: copy };
}
