import type { Condition } from '@reglament/contracts';
import { attribute, childOf, idOf, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { conditionOf, nameOf, placeOf, scoped, type ScopeContext } from './import-context.js';

/** A way out of a gateway, as the format writes it. */
export interface FlowDraft { readonly to: string; readonly title?: string; readonly when?: Condition; readonly default?: true }

/** What a flow means where it leaves: whether its condition is asked. */
export type Asking = 'ask' | 'ignore' | 'demand';

export function outgoingOf(context: ScopeContext, element: XmlElement): readonly XmlElement[] {
  return context.outgoing.get(idOf(element) ?? '') ?? [];
}

export function incomingOf(context: ScopeContext, element: XmlElement): readonly XmlElement[] {
  return context.incoming.get(idOf(element) ?? '') ?? [];
}

/**
 * The flows that leave an element, in the order of the file. `ask`: a flow without a condition is always taken; `demand`: every flow but
 * the default needs one, where there are several; `ignore`: conditions mean nothing here (BPMN 2.0.2 §10.6.4) and are reported.
 */
export function flowsOf(context: ScopeContext, element: XmlElement, asking: Asking): readonly FlowDraft[] {
  const flows = outgoingOf(context, element);
  const defaultId = referenceOf(attribute(element, 'default'));
  return flows.flatMap((flow): FlowDraft[] => {
    const to = context.nodeKeys.get(referenceOf(attribute(flow, 'targetRef')) ?? '');
    if (to === undefined) return [];
    const place = { process: context.key, node: context.nodeKeys.get(idOf(element) ?? '') ?? '' };
    const expression = childOf(flow, 'conditionExpression');
    const base = { to, ...nameOf(flow) };
    if (defaultId !== undefined && idOf(flow) === defaultId && asking !== 'ignore') {
      context.report.mapped(flow, place);
      return [{ ...base, default: true }];
    }
    if (asking === 'ignore' || (expression === undefined && (asking === 'ask' || flows.length === 1))) {
      if (expression === undefined) context.report.mapped(flow, place);
      else context.report.approximated(flow, place, 'условие здесь ничего не значит и опущено', 'a condition means nothing here and is left out');
      return [base];
    }
    const when = conditionOf(context, flow, expression);
    if (when === null) return [];
    context.report.mapped(flow, place);
    return [{ ...base, when }];
  });
}

/**
 * Where an activity or event leads. Several flows leave by a gateway of their own, which BPMN leaves undrawn (§10.3.1, §13.2.1): a
 * parallel one, or an inclusive one where a flow has a condition. No flow at all ends the path: an end event is put there.
 */
export function onwardOf(context: ScopeContext, element: XmlElement, key: string): string {
  const flows = outgoingOf(context, element);
  const isConditional = flows.some((flow) => childOf(flow, 'conditionExpression') !== undefined);
  const drafts = flowsOf(context, element, isConditional ? 'ask' : 'ignore');
  const [only] = drafts;
  if (!only) return ending(context, key);
  if (drafts.length === 1 && only.when === undefined) return only.to;
  const place = placeOf(context, element);
  const tell = (split: string): void => context.report.approximated(element, place, `несколько потоков из одного узла: добавлен шлюз «${split}»`, `several flows leave one node: the gateway “${split}” was put there`);
  const always = drafts.filter(({ when, default: isDefault }) => when === undefined && isDefault === undefined);
  const chosen = drafts.filter((draft) => !always.includes(draft));
  if (always.length === 0 || !chosen.some((draft) => draft.default === true)) return splitOf(context, key, isConditional ? 'inclusiveGateway' : 'parallelGateway', drafts, tell);
  // The default flow waits for the conditions alone: what is always taken does not keep it back (§13.2.1).
  const choice = splitOf(context, key, 'inclusiveGateway', chosen, tell);
  return splitOf(context, key, 'parallelGateway', [...always, { to: choice }], tell);
}

function splitOf(context: ScopeContext, key: string, type: string, flows: readonly FlowDraft[], tell: (split: string) => void): string {
  const split = context.giveKey(`${key}-split`);
  context.nodes[split] = scoped(context, { type, flows });
  tell(split);
  return split;
}

/** An end that BPMN leaves undrawn. */
export function ending(context: ScopeContext, key: string): string {
  const end = context.giveKey(`${key}-end`);
  context.nodes[end] = scoped(context, { type: 'endEvent' });
  return end;
}
