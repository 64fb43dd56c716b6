import { attribute, BPMN_DI, DC, DI, everyElement, idOf, isBpmn, XSI, type XmlElement } from '../xml/xml-element.js';
import type { FileContext } from './import-context.js';

const KNOWN: ReadonlySet<string> = new Set([BPMN_DI, DC, DI, XSI]);

/** What no process is made of: lanes, extensions and attributes of other tools. Said at the element that has them. */
export function reportAside(root: XmlElement, context: FileContext): void {
  for (const element of everyElement(root)) {
    if (!isBpmn(element)) continue;
    const holder = { holder: idOf(element) ?? element.name };
    if (element.name === 'lane') context.report.approximated(element, holder, `дорожка «${attribute(element, 'name') ?? ''}» сама не переносится: из неё берутся исполнители`, `the lane “${attribute(element, 'name') ?? ''}” is not kept as such: performers are taken from it`);
    const foreign = element.children.filter(({ name }) => name === 'extensionElements').flatMap(({ children }) => children.map(({ name }) => name));
    const attributes = [...element.attributes.keys()].filter((name) => name.startsWith('{') && !KNOWN.has(name.slice(1, name.indexOf('}')))).map((name) => name.slice(name.indexOf('}') + 1));
    if (foreign.length + attributes.length > 0) context.report.approximated(element, holder, `чужие расширения опущены: ${[...foreign, ...attributes].join(', ').slice(0, 200)}`, `extensions of another tool are left out: ${[...foreign, ...attributes].join(', ').slice(0, 200)}`);
  }
}
