import type { FlowNode, TermExpression } from '@reglament/contracts';
import { element } from '../xml/write-xml.js';
import { REGLAMENT, XSI, type XmlElement } from '../xml/xml-element.js';
import { conditionText, valueText } from './expression-text.js';
import { namedId } from './ids.js';

const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';
const TYPE = `{${XSI}}type`;

/** Messages, signals, errors and escalations that the events of a definition name; they stand beside the process. */
export interface Named { readonly kind: 'message' | 'signal' | 'error' | 'escalation'; readonly name: string }

/** An event of any place, as far as BPMN has words for it. */
export type AnyEvent = { readonly type: string; readonly [property: string]: unknown };

export function eventElement(event: AnyEvent, name: (named: Named) => void): XmlElement {
  const named = (kind: Named['kind'], value: unknown, attribute: string): { readonly [name: string]: string } => {
    if (typeof value !== 'string') return {};
    name({ kind, name: value });
    return { [attribute]: namedId(kind, value) };
  };
  switch (event.type) {
    case 'message': return element('messageEventDefinition', named('message', event['name'], 'messageRef'));
    case 'signal': return element('signalEventDefinition', named('signal', event['name'], 'signalRef'));
    case 'error': return element('errorEventDefinition', named('error', event['code'], 'errorRef'));
    case 'escalation': return element('escalationEventDefinition', named('escalation', event['code'], 'escalationRef'));
    case 'link': return element('linkEventDefinition', { name: String(event['name']) });
    case 'terminate': return element('terminateEventDefinition');
    case 'cancel': return element('cancelEventDefinition');
    case 'compensation': return element('compensateEventDefinition', { activityRef: typeof event['activity'] === 'string' ? event['activity'] : undefined });
    case 'condition': return element('conditionalEventDefinition', {}, [formal('condition', conditionText(event['condition'] as Parameters<typeof conditionText>[0]))]);
    case 'timer': return element('timerEventDefinition', {}, [timeElement(event)]);
    // What a person may do beside the flow: BPMN has a message for it.
    default: return element('messageEventDefinition');
  }
}

export function formal(name: string, text: string, attributes: { readonly [name: string]: string | undefined } = {}): XmlElement {
  return element(name, { [TYPE]: 'tFormalExpression', language: FEEL, ...attributes }, text);
}

/** A term in ISO 8601. Working days are written as days and marked: only a calendar knows them, and the definition beside it says them. */
function timeElement(event: AnyEvent): XmlElement {
  const recurrence = event['recurrence'] as { readonly every?: string; readonly cron?: string; readonly rrule?: string } | undefined;
  if (recurrence !== undefined) return formalTime('timeCycle', recurrence.cron ?? recurrence.rrule ?? CYCLES[recurrence.every ?? ''] ?? 'R/P1D', recurrence.cron === undefined);
  const repeat = event['repeat'] as (TermExpression & { readonly times?: number }) | undefined;
  const term = event['after'] as TermExpression;
  if (repeat !== undefined && !('date' in repeat)) return formalTime('timeCycle', `R${repeat.times ?? ''}/${durationOf(repeat)}`, 'workingDays' in repeat);
  if ('date' in term) return formal('timeDate', valueText(term.date));
  return formalTime('timeDuration', durationOf(term), 'workingDays' in term);
}

const CYCLES: Readonly<Record<string, string>> = { year: 'R/P1Y', month: 'R/P1M', week: 'R/P1W', workingDay: 'R/P1D' };

function durationOf(term: Exclude<TermExpression, { readonly date: unknown }>): string {
  if ('duration' in term) return term.duration;
  return `P${'workingDays' in term ? term.workingDays : term.calendarDays}D`;
}

function formalTime(name: string, text: string, isNear: boolean): XmlElement {
  return element(name, { [TYPE]: 'tFormalExpression', ...(isNear && { [`{${REGLAMENT}}near`]: 'true' }) }, text);
}

export function markersOf(node: FlowNode): readonly XmlElement[] {
  if ('loop' in node && node.loop !== undefined) {
    const loop = node.loop as { readonly while: Parameters<typeof conditionText>[0]; readonly testBefore?: boolean; readonly max?: number };
    return [element('standardLoopCharacteristics', { testBefore: loop.testBefore === true ? 'true' : 'false', loopMaximum: loop.max === undefined ? undefined : String(loop.max) }, [formal('loopCondition', conditionText(loop.while))])];
  }
  if (!('forEach' in node) || node.forEach === undefined) return [];
  const { items, mode, until } = node.forEach;
  const completion = until === undefined ? [] : [formal('completionCondition', conditionText(until as Parameters<typeof conditionText>[0]))];
  return [element('multiInstanceLoopCharacteristics', { isSequential: String(mode === 'sequential') }, [formal('loopCardinality', valueText(items)), ...completion])];
}
