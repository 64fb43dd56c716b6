import { isBpmn, type XmlElement } from '../xml/xml-element.js';

/** Kinds of the event definitions that stand in an event: `timer`, `link`. Those that it refers to are not looked up. */
export function eventNamesOf(event: XmlElement): readonly string[] {
  return event.children.filter((child) => isBpmn(child) && child.name.endsWith('EventDefinition')).map(({ name }) => name.slice(0, -'EventDefinition'.length));
}
