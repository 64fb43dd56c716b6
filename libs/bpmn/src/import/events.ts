import { attribute, childOf, isBpmn, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { conditionOf, placeOf, titleOf, type ProcessContext } from './import-context.js';
import { slugOf } from './keys.js';
import { timerOf } from './timers.js';

/** An event as the format writes it at a catching or throwing node. */
export type EventDraft = { readonly type: string; readonly [property: string]: unknown };

/** The event definitions of an event, its own and those that it refers to (§10.5.5). */
export function eventDefinitionsOf(context: ProcessContext, element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isBpmn(child)) return [];
    if (child.name.endsWith('EventDefinition')) return [child];
    if (child.name !== 'eventDefinitionRef') return [];
    const referred = context.byId.get(referenceOf(child.text) ?? '');
    return referred === undefined ? [] : [referred];
  });
}

/** The one event definition; `none` where there is none; null after several were refused. */
export function onlyEventOf(context: ProcessContext, element: XmlElement): XmlElement | 'none' | null {
  const [only, second] = eventDefinitionsOf(context, element);
  if (second) {
    context.report.refused(element, placeOf(context, element), 'событие с несколькими определениями не читается', 'an event with several definitions is not read');
    return null;
  }
  return only ?? 'none';
}

/** What an event definition waits for or tells. Null after it was refused. */
export function eventOf(context: ProcessContext, holder: XmlElement, definition: XmlElement): EventDraft | null {
  switch (definition.name) {
    case 'messageEventDefinition': return messageOf(context, holder, attribute(definition, 'messageRef'));
    case 'signalEventDefinition': return { type: 'signal', name: slugOf(namedBy(context, holder, attribute(definition, 'signalRef'))) };
    case 'errorEventDefinition': return { type: 'error', ...codeOf(context, attribute(definition, 'errorRef'), 'errorCode') };
    case 'escalationEventDefinition': return { type: 'escalation', ...codeOf(context, attribute(definition, 'escalationRef'), 'escalationCode') };
    case 'linkEventDefinition': return { type: 'link', name: slugOf(attribute(definition, 'name') ?? titleOf(holder)) };
    case 'terminateEventDefinition': return { type: 'terminate' };
    case 'cancelEventDefinition': return { type: 'cancel' };
    case 'compensateEventDefinition': {
      const activity = context.nodeKeys.get(referenceOf(attribute(definition, 'activityRef')) ?? '');
      return { type: 'compensation', ...(activity !== undefined && { activity }) };
    }
    case 'conditionalEventDefinition': {
      const condition = conditionOf(context, holder, childOf(definition, 'condition'));
      return condition === null ? null : { type: 'condition', condition };
    }
    case 'timerEventDefinition': {
      const timer = timerOf(context, holder, definition);
      return timer === null ? null : { type: 'timer', after: timer.after, ...(timer.repeat && { repeat: timer.repeat }) };
    }
    default:
      context.report.refused(holder, placeOf(context, holder), `событие вида «${definition.name}» не читается`, `an event of the kind “${definition.name}” is not read`);
      return null;
  }
}

/** A message: BPMN's own correlation is not read, so who may get it is for `options.correlation` to say. */
export function messageOf(context: ProcessContext, holder: XmlElement, reference: string | undefined): EventDraft {
  const name = namedBy(context, holder, reference);
  return { type: 'message', name: slugOf(name), correlation: context.options.correlation(slugOf(name)) };
}

/** The name of what is referred to; without a reference, the event's own, which is said. */
function namedBy(context: ProcessContext, holder: XmlElement, reference: string | undefined): string {
  const id = referenceOf(reference);
  const referred = id === undefined ? undefined : context.byId.get(id);
  if (id === undefined) {
    const title = titleOf(holder);
    context.report.approximated(holder, placeOf(context, holder), `сообщение или сигнал не названы: взято имя события «${title}»`, `neither message nor signal is named: the event’s name “${title}” is taken`);
    return title;
  }
  const name = referred && attribute(referred, 'name');
  return name === undefined || name === '' ? id : name;
}

function codeOf(context: ProcessContext, reference: string | undefined, property: string): { readonly code?: string } {
  const id = referenceOf(reference);
  if (id === undefined) return {};
  const referred = context.byId.get(id);
  const code = referred && attribute(referred, property);
  const given = code === undefined || code === '' ? id : code;
  return { code: CODE.test(given) && given.length <= 64 ? given : slugOf(given) };
}

/** What a code may look like here; another one is rewritten alike wherever it stands. */
const CODE = /^[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*$/;
