import { attribute, childOf, childrenOf, flag, idOf, type XmlElement } from '../xml/xml-element.js';
import { boundaryOf } from './boundary.js';
import { eventOf, onlyEventOf, type EventDraft } from './events.js';
import { onwardOf } from './flows.js';
import { conditionOf, placeOf, titleOf, type NodeDraft, type ScopeContext } from './import-context.js';
import { behaviorOf, repetitionOf } from './repetition.js';

/** A sub-process, a transaction or an ad-hoc sub-process, without what it holds. Null after it was refused. */
export function containerOf(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  const base = { type: element.name === 'adHocSubProcess' ? 'adHocSubProcess' : 'subProcess', title: titleOf(element) };
  if (flag(element, 'triggeredByEvent', false)) {
    const event = triggerOf(context, element);
    return event === null ? null : { ...base, event };
  }
  const repetition = repetitionOf(context, element);
  if (repetition === null) return null;
  if (behaviorOf(element) !== 'All') {
    context.report.refused(element, placeOf(context, element), `поведение повтора «${behaviorOf(element)}» у подпроцессов не читается`, `the behaviour “${behaviorOf(element)}” of a repeated sub-process is not read`);
    return null;
  }
  const own = { ...base, next: flag(element, 'isForCompensation', false) ? undefined : onwardOf(context, element, key), ...repetition, ...boundaryOf(context, element) };
  if (element.name === 'transaction') return { ...own, transaction: true };
  return element.name === 'adHocSubProcess' ? adHocOf(context, element, own) : own;
}

/** What starts an event sub-process is written at its start event; here it stands at the sub-process (§10.3.5). */
function triggerOf(context: ScopeContext, element: XmlElement): EventDraft | null {
  const [start, second] = childrenOf(element, 'startEvent');
  if (!start || second) {
    context.report.refused(element, placeOf(context, element), 'у событийного подпроцесса должно быть одно начало', 'an event sub-process has one start event');
    return null;
  }
  const definition = onlyEventOf(context, start);
  if (definition === null) return null;
  if (definition === 'none') {
    context.report.refused(start, placeOf(context, start), 'начало событийного подпроцесса ничего не ждёт', 'the start of an event sub-process waits for nothing');
    return null;
  }
  const event = eventOf(context, start, definition);
  if (event === null) return null;
  if (event.type === 'compensation') return event;
  if (event.type === 'error') return { ...event, interrupting: true };
  const interrupting = flag(start, 'isInterrupting', true);
  const { repeat, ...rest } = event;
  return { ...rest, type: event.type, ...(repeat !== undefined && !interrupting && { repeat }), interrupting };
}

/** Parts that a machine performs begin by themselves; parts of people are begun by people. */
function adHocOf(context: ScopeContext, element: XmlElement, own: NodeDraft): NodeDraft | null {
  const completion = childOf(element, 'completionCondition');
  const until = completion === undefined ? undefined : conditionOf(context, element, completion);
  if (until === null) return null;
  const people = element.children.some(({ name }) => name === 'userTask' || name === 'task' || name === 'manualTask');
  return {
    ...own, ...(until && { until }), ordering: attribute(element, 'ordering') === 'Sequential' ? 'sequential' : 'parallel',
    ...(!flag(element, 'cancelRemainingInstances', true) && { cancelRemaining: false }), ...(!people && { begin: 'system' }),
  };
}

export function keyOf(context: ScopeContext, element: XmlElement): string | undefined {
  return context.nodeKeys.get(idOf(element) ?? '');
}
