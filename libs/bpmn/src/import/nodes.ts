import { flag, type XmlElement } from '../xml/xml-element.js';
import { eventOf, onlyEventOf, type EventDraft } from './events.js';
import { flowsOf, incomingOf, onwardOf } from './flows.js';
import { nameOf, placeOf, titleOf, type NodeDraft, type ScopeContext } from './import-context.js';
import { slugOf } from './keys.js';
import { cronOf, timerOf } from './timers.js';

/** A start event. In a sub-process it is plain: what starts an event sub-process stands at the sub-process itself. */
export function startOf(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  const plain = (): NodeDraft => ({ type: 'startEvent', ...nameOf(element), next: onwardOf(context, element, key) });
  const definition = onlyEventOf(context, element);
  if (definition === null) return null;
  if (definition === 'none' || flag(context.container, 'triggeredByEvent', false)) return plain();
  if (definition.name === 'timerEventDefinition') {
    const cron = cronOf(context, definition);
    if (cron !== null) return { ...plain(), event: { type: 'timer', recurrence: { cron } } };
    return byHand(context, element, 'начинать по такому времени дело не умеет', 'a case cannot begin at such a time', plain);
  }
  if (definition.name === 'messageEventDefinition' || definition.name === 'signalEventDefinition') {
    const event = eventOf(context, element, definition);
    return event === null ? null : { ...plain(), event: { type: event.type, name: event['name'] } };
  }
  return byHand(context, element, `событие «${definition.name}» дела не начинает`, `an event “${definition.name}” does not begin a case`, plain);
}

function byHand(context: ScopeContext, element: XmlElement, russian: string, english: string, plain: () => NodeDraft): NodeDraft | null {
  if (context.options.incomplete === 'draft') {
    context.report.approximated(element, placeOf(context, element), `${russian}: пока его начинают люди`, `${english}: for now people begin it`);
    return plain();
  }
  context.report.refused(element, placeOf(context, element), russian, english);
  return null;
}

export function endOf(context: ScopeContext, element: XmlElement): NodeDraft | null {
  const definition = onlyEventOf(context, element);
  if (definition === null) return null;
  if (definition === 'none') return { type: 'endEvent', ...nameOf(element) };
  const event = eventOf(context, element, definition);
  return event === null ? null : { type: 'endEvent', ...nameOf(element), event: coded(context, element, event) };
}

export function throwOf(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  const definition = onlyEventOf(context, element);
  if (definition === null) return null;
  const base = { type: 'throwEvent', title: titleOf(element) };
  if (definition === 'none') return { ...base, next: onwardOf(context, element, key) };
  const event = eventOf(context, element, definition);
  if (event === null) return null;
  return event.type === 'link' ? { ...base, event } : { ...base, event: coded(context, element, event), next: onwardOf(context, element, key) };
}

/** Whoever throws an error or an escalation has to say which. */
function coded(context: ScopeContext, element: XmlElement, event: EventDraft): EventDraft {
  if ((event.type !== 'error' && event.type !== 'escalation') || event['code'] !== undefined) return event;
  const code = slugOf(titleOf(element));
  context.report.approximated(element, placeOf(context, element), `код не назван: взято «${code}»`, `the code is not named: “${code}” is taken`);
  return { ...event, code };
}

export function catchOf(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  const definition = onlyEventOf(context, element);
  if (definition === null) return null;
  if (definition === 'none') {
    context.report.refused(element, placeOf(context, element), 'промежуточное событие ничего не ждёт', 'the intermediate event waits for nothing');
    return null;
  }
  const base = { type: 'catchEvent', title: titleOf(element) };
  if (definition.name === 'timerEventDefinition') {
    const timer = timerOf(context, element, definition);
    if (timer === null) return null;
    return timer.repeat ? cycleOf(context, element, key, base, timer.repeat) : { ...base, event: { type: 'timer', after: timer.after }, next: onwardOf(context, element, key) };
  }
  const event = eventOf(context, element, definition);
  return event === null ? null : { ...base, event, next: onwardOf(context, element, key) };
}

const MAX_UNFOLDED = 20;

/** A cycle in the flow sends a token on each time: that many timers after one another, each with a token for what follows. */
function cycleOf(context: ScopeContext, element: XmlElement, key: string, base: NodeDraft, { duration, times }: { readonly duration: string; readonly times?: number }): NodeDraft | null {
  if (times === undefined || times < 1 || times > MAX_UNFOLDED) {
    context.report.refused(element, placeOf(context, element), `цикл таймера без числа повторов или длиннее ${MAX_UNFOLDED}`, `a timer cycle without a number of times, or of more than ${MAX_UNFOLDED}`);
    return null;
  }
  const next = onwardOf(context, element, key);
  const inner = (name: string, draft: NodeDraft): string => {
    const made = context.giveKey(`${key}-${name}`);
    context.nodes[made] = { ...draft, ...(context.scope !== undefined && { in: context.scope }) };
    return made;
  };
  const wait = (to: string): NodeDraft => ({ ...base, event: { type: 'timer', after: { duration } }, next: to });
  let to = next;
  for (let n = times; n > 1; n--) to = inner('again', { type: 'parallelGateway', flows: [{ to: next }, { to: inner('wait', wait(to)) }] });
  context.report.approximated(element, placeOf(context, element), `цикл развёрнут в ${times} таймера подряд`, `the cycle is unfolded into ${times} timers one after another`);
  return wait(to);
}

export function gatewayOf(context: ScopeContext, element: XmlElement): NodeDraft | null {
  const base = { type: element.name, ...nameOf(element) };
  switch (element.name) {
    case 'exclusiveGateway': return { ...base, flows: flowsOf(context, element, 'demand') };
    case 'inclusiveGateway': return { ...base, flows: flowsOf(context, element, 'ask') };
    case 'parallelGateway': return { ...base, flows: flowsOf(context, element, 'ignore') };
    case 'complexGateway': {
      // Where it only splits, its conditions mean what an inclusive gateway's do (§10.6.5).
      if (incomingOf(context, element).length <= 1) {
        context.report.approximated(element, placeOf(context, element), 'разделение прочитано как включающий шлюз', 'the split is read as an inclusive gateway');
        return { ...base, type: 'inclusiveGateway', flows: flowsOf(context, element, 'ask') };
      }
      context.report.refused(element, placeOf(context, element), 'сведение по условию не читается', 'a join by a condition of its own is not read');
      return null;
    }
    case 'eventBasedGateway': {
      if (!flag(element, 'instantiate', false)) return { ...base, flows: flowsOf(context, element, 'ignore') };
      context.report.refused(element, placeOf(context, element), 'шлюз, который начинает дело, не читается', 'a gateway that begins a process is not read');
      return null;
    }
    default:
      context.report.refused(element, placeOf(context, element), `узел вида «${element.name}» не читается`, `a node of the kind “${element.name}” is not read`);
      return null;
  }
}

