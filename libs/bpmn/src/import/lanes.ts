import { attribute, childrenOf, referenceOf, type XmlElement } from '../xml/xml-element.js';

/** Names of the lanes in which each flow node stands, the outermost first. */
export function lanesOf(process: XmlElement): ReadonlyMap<string, readonly string[]> {
  const lanes = new Map<string, string[]>();
  const walk = (holder: XmlElement, outer: readonly string[]): void => {
    for (const set of [...childrenOf(holder, 'laneSet'), ...childrenOf(holder, 'childLaneSet')]) {
      for (const lane of childrenOf(set, 'lane')) {
        const name = attribute(lane, 'name')?.trim();
        const names = name === undefined || name === '' ? outer : [...outer, name];
        for (const reference of childrenOf(lane, 'flowNodeRef')) {
          const id = referenceOf(reference.text);
          if (id !== undefined && names.length > 0) lanes.set(id, [...names]);
        }
        walk(lane, names);
      }
    }
  };
  walk(process, []);
  return lanes;
}
