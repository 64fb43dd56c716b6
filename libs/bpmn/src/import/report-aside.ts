import { attribute, BPMN_DI, DC, DI, everyElement, idOf, isBpmn, REGLAMENT, XSI, type XmlElement } from '../xml/xml-element.js';
import type { FileContext } from './import-context.js';

const KNOWN: ReadonlySet<string> = new Set([BPMN_DI, DC, DI, XSI]);

/** What no process is made of: lanes, extensions and attributes of other tools. Said at the element that has them. */
export function reportAside(root: XmlElement, context: FileContext): void {
  for (const element of everyElement(root)) {
    if (!isBpmn(element)) continue;
    const holder = { holder: idOf(element) ?? element.name };
    if (element.name === 'lane') context.report.approximated(element, holder, `дорожка «${attribute(element, 'name') ?? ''}» сама не переносится: из неё берутся исполнители`, `the lane “${attribute(element, 'name') ?? ''}” is not kept as such: performers are taken from it`);
    const extensions = element.children.filter(({ name }) => name === 'extensionElements').flatMap(({ children }) => children);
    const foreign = extensions.filter(({ namespace }) => namespace !== REGLAMENT).map(({ name }) => name);
    // Which of two that disagree is meant, the drawing or what was kept of the definition, nobody can tell.
    if (foreign.length < extensions.length) context.report.approximated(element, holder, 'файл менялся после выгрузки: прочитано то, что нарисовано, а остальные свойства Регламента опущены', 'the file was changed after its export: what is drawn is read, other properties of Reglament are left out');
    const attributes = [...element.attributes.keys()].filter((name) => name.startsWith('{') && !KNOWN.has(name.slice(1, name.indexOf('}')))).map((name) => name.slice(name.indexOf('}') + 1));
    if (foreign.length + attributes.length > 0) context.report.approximated(element, holder, `чужие расширения опущены: ${[...foreign, ...attributes].join(', ').slice(0, 200)}`, `extensions of another tool are left out: ${[...foreign, ...attributes].join(', ').slice(0, 200)}`);
  }
}
