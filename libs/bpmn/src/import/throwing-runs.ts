import type { XmlElement } from '../xml/xml-element.js';
import { boundaryOf } from './boundary.js';
import { eventDefinitionsOf, eventOf } from './events.js';
import { attribute, childOf, referenceOf } from '../xml/xml-element.js';
import { placeOf, scoped, type NodeDraft, type ScopeContext } from './import-context.js';
import type { Repetition } from './repetition.js';

/**
 * A multi-instance activity whose runs tell something as they end (`behavior` None: each of them; One: the first). It becomes a sub-process
 * for each item, with the throwing event drawn in it. What its boundary catches of it does not interrupt: the run that told it has ended,
 * and the others go on. Runs follow one another, because what parallel children tell may come when the activity has already been left.
 */
export function throwingRuns(context: ScopeContext, element: XmlElement, key: string, work: NodeDraft, repetition: Repetition, behavior: 'None' | 'One' | 'Complex'): NodeDraft | null {
  const refuse = (russian: string, english: string): null => {
    context.report.refused(element, placeOf(context, element), russian, english);
    return null;
  };
  const { forEach } = repetition;
  const multi = childOf(element, 'multiInstanceLoopCharacteristics');
  const reference = multi && attribute(multi, behavior === 'One' ? 'oneBehaviorEventRef' : 'noneBehaviorEventRef');
  const definition = context.byId.get(referenceOf(reference) ?? '');
  if (behavior === 'Complex' || forEach === undefined || !definition) return refuse(`поведение повтора «${behavior}» не читается`, `the behaviour “${behavior}” of a repetition is not read`);
  if (work['type'] !== 'serviceTask') return refuse(`поведение повтора «${behavior}» читается только у заданий машине`, `the behaviour “${behavior}” is read of service tasks alone`);
  const event = eventOf(context, element, definition);
  if (event === null || eventDefinitionsOf(context, definition).length > 0) return null;
  const inside = (name: string, draft: NodeDraft): string => {
    const inner = context.giveKey(`${key}-${name}`);
    context.nodes[inner] = { ...draft, in: key };
    return inner;
  };
  const { next, ...rest } = work;
  const end = inside('run-end', { type: 'endEvent' });
  const tell = inside('run-tells', { type: 'throwEvent', title: work['title'], event, next: end });
  const first = behavior === 'One'
    ? inside('run-first', { type: 'exclusiveGateway', flows: [{ to: tell, when: { variable: forEach.as, operator: 'equals', value: 1 } }, { to: end, default: true }] })
    : tell;
  const run = inside('run', { ...rest, next: first });
  inside('run-start', { type: 'startEvent', next: run });
  context.report.approximated(element, placeOf(context, element), 'повтор прочитан как подпроцесс, который сообщает о своём конце, один раз за другим; граничное событие его не прерывает', 'the repetition is read as a sub-process that tells of its end, one run after another; the boundary event does not interrupt it');
  return scoped(context, { type: 'subProcess', title: work['title'], forEach: { ...forEach, mode: 'sequential' }, next, ...boundaryOf(context, element, true) });
}
