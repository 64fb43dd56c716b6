import { attribute, everyElement, idOf, isBpmn, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { isFlowNode } from '../import/scopes.js';
import type { BrokenRule } from './broken-rules.js';

/** References that an element makes by attributes; what they name must be in the file. References to other files are not read. */
const REFERENCES: ReadonlySet<string> = new Set(['sourceRef', 'targetRef', 'attachedToRef', 'messageRef', 'signalRef', 'errorRef', 'escalationRef', 'processRef', 'activityRef', 'default', 'operationRef', 'dataObjectRef']);
/** What the flow cannot be told without: who breaks these is refused elsewhere, by what it leads to. */
const ELSEWHERE: ReadonlySet<string> = new Set(['sourceRef', 'targetRef']);

/** Ids: every flow node and flow has one, no two are alike, and what is referred to is there. */
export function idRules(root: XmlElement, byId: ReadonlyMap<string, XmlElement>): readonly BrokenRule[] {
  const found: BrokenRule[] = [];
  const seen = new Set<string>();
  const holders: [XmlElement, XmlElement][] = [];
  for (const holder of everyElement(root)) for (const element of holder.children) if (isBpmn(element)) holders.push([element, holder]);
  for (const [element, holder] of holders) {
    const id = idOf(element);
    if (id === undefined && (isFlowNode(element) || element.name === 'sequenceFlow')) found.push({ element, holder, refuse: true, ru: `у элемента «${element.name}» нет id`, en: `an element “${element.name}” has no id` });
    if (id !== undefined && seen.has(id)) found.push({ element, holder, refuse: true, ru: `id «${id}» встречается дважды`, en: `the id “${id}” is there twice` });
    if (id !== undefined) seen.add(id);
    for (const [name, value] of element.attributes) {
      const reference = REFERENCES.has(name) && !ELSEWHERE.has(name) ? referenceOf(value) : undefined;
      if (reference !== undefined && !byId.has(reference)) found.push({ element, holder, ru: `${name} называет «${reference}», а этого нет`, en: `${name} names “${reference}”, which is not there` });
    }
    if (element.name === 'boundaryEvent' && !isAttached(element, holder)) found.push({ element, holder, refuse: true, ru: 'граничное событие не прикреплено к действию того же уровня', en: 'the boundary event is attached to no activity beside it' });
  }
  return found;
}

function isAttached(event: XmlElement, container: XmlElement): boolean {
  const host = referenceOf(attribute(event, 'attachedToRef'));
  return container.children.some((candidate) => isFlowNode(candidate) && idOf(candidate) === host && !candidate.name.endsWith('Event') && !candidate.name.endsWith('Gateway'));
}
