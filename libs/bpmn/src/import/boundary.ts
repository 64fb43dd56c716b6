import { attribute, childrenOf, flag, idOf, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { eventOf, onlyEventOf } from './events.js';
import { onwardOf } from './flows.js';
import { nameOf, placeOf, type ScopeContext } from './import-context.js';

/** What the boundary events of an activity come to. */
export interface BoundaryDraft { readonly on?: readonly object[]; readonly compensate?: string }

/** Kinds that always interrupt, whatever `cancelActivity` says (§10.5.4, Table 10.91). */
const ALWAYS = new Set(['error', 'cancel']);

/** The events attached to an activity, and the activity that compensates it. `lasting`: they never interrupt, whatever the file says. */
export function boundaryOf(context: ScopeContext, activity: XmlElement, lasting = false): BoundaryDraft {
  const attached = childrenOf(context.container, 'boundaryEvent').filter((event) => referenceOf(attribute(event, 'attachedToRef')) === idOf(activity));
  const on: object[] = [];
  const handlers: string[] = [];
  for (const event of attached) {
    const definition = onlyEventOf(context, event);
    if (definition === null) continue;
    if (definition === 'none') {
      context.report.refused(event, placeOf(context, event), 'граничное событие ничего не ждёт', 'the boundary event waits for nothing');
      continue;
    }
    if (definition.name === 'compensateEventDefinition') {
      const handler = handlerOf(context, event);
      if (handler === undefined) context.report.refused(event, placeOf(context, event), 'у компенсации нет обработчика: ассоциация никуда не ведёт', 'the compensation has no handler: no association leads to one');
      else handlers.push(handler);
      context.report.mapped(event, placeOf(context, event));
      continue;
    }
    const draft = eventOf(context, event, definition);
    const key = context.nodeKeys.get(idOf(event) ?? '');
    if (draft === null || key === undefined) continue;
    const interrupting = !lasting && flag(event, 'cancelActivity', true);
    const { repeat, ...rest } = draft;
    on.push({
      ...rest, key, ...nameOf(event), interrupting: interrupting || ALWAYS.has(draft.type), ...(repeat !== undefined && !interrupting && { repeat }), to: onwardOf(context, event, key),
    });
    context.report.mapped(event, placeOf(context, event));
  }
  const [compensate] = handlers;
  return { ...(on.length > 0 && { on }), ...(compensate !== undefined && { compensate }) };
}

function handlerOf(context: ScopeContext, event: XmlElement): string | undefined {
  const association = childrenOf(context.container, 'association').find((candidate) => referenceOf(attribute(candidate, 'sourceRef')) === idOf(event));
  return context.nodeKeys.get(referenceOf(association && attribute(association, 'targetRef')) ?? '');
}
