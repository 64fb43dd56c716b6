import type { FlowNode, ProcessDefinition, VariableType } from '@reglament/contracts';
import type { NameType, NameTypes } from '@reglament/expressions';

const ANY: NameType = { kind: 'any' };

/** Names that expressions of one kind see beside the variables. */
export const FORM_LOCALS: NameTypes = { form: ANY, completedBy: { kind: 'string' } };
export const RESULT_LOCALS: NameTypes = { result: ANY };
export const LOOP_LOCALS: NameTypes = { loopCounter: { kind: 'number' } };
export const COUNTER_LOCALS: NameTypes = {
  total: { kind: 'number' }, active: { kind: 'number' }, completed: { kind: 'number' }, cancelled: { kind: 'number' }, results: ANY,
};

/** What every expression of the definition may read: its variables, what its nodes write, `outcome` and `case`. */
export function namesOf(definition: ProcessDefinition): NameTypes {
  const names: { [name: string]: NameType } = {};
  for (const name of writtenNames(definition)) names[name] = ANY;
  for (const [name, { type }] of Object.entries(definition.variables ?? {})) names[name] = typeOf(type);
  names['outcome'] = { kind: 'object', properties: outcomesOf(definition) };
  names['case'] = {
    kind: 'object',
    properties: {
      id: { kind: 'string' }, organisation: { kind: 'string' }, starter: { kind: 'string' }, startedAt: { kind: 'dateTime' },
      state: { kind: 'string' }, number: { kind: 'string' }, subject: { kind: 'string' },
    },
  };
  return names;
}

/** Variables that come to be without a declaration: what a form, a document, a mapping or a forEach writes. */
export function writtenNames(definition: ProcessDefinition): ReadonlySet<string> {
  const names = new Set<string | undefined>();
  for (const node of Object.values(definition.nodes)) {
    if ('variable' in node) names.add(node.variable);
    if ('output' in node) for (const name of Object.keys(node.output ?? {})) names.add(name);
    if (node.type === 'documentTask') names.add(node.document);
    if (node.type === 'subProcess') for (const name of Object.keys(node.input ?? {})) names.add(name);
    if ('forEach' in node) {
      names.add(node.forEach?.as);
      names.add(node.forEach?.counters);
    }
    for (const name of variablesOfEvents(node)) names.add(name);
  }
  names.delete(undefined);
  return names as ReadonlySet<string>;
}

/** The events of a node: its own, that which starts it, those on its border. */
export function eventsOf(node: FlowNode): readonly { readonly type: string }[] {
  return [...('event' in node && node.event !== undefined && node.type !== 'endEvent' ? [node.event] : []), ...('on' in node ? node.on ?? [] : [])];
}

/** The variables that receive what the events of a node carry. */
export function variablesOfEvents(node: FlowNode): readonly string[] {
  return eventsOf(node).flatMap((event) => ('variable' in event && typeof event.variable === 'string' ? [event.variable] : []));
}

function outcomesOf(definition: ProcessDefinition): NameTypes {
  const outcomes: { [node: string]: NameType } = {};
  for (const [key, node] of Object.entries(definition.nodes)) {
    if (node.type === 'callActivity') outcomes[key] = { kind: 'string' };
    if ('outcomes' in node && node.outcomes) outcomes[key] = { kind: 'string', values: Object.keys(node.outcomes) };
  }
  return outcomes;
}

function typeOf(type: VariableType): NameType {
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'date': return { kind: type };
    case 'list': return { kind: 'list', items: ANY };
    case 'party':
    case 'object': return ANY;
  }
}
