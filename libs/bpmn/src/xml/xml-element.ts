/** An element as read: names without prefixes, so a file means the same whatever prefixes its maker chose. */
export interface XmlElement {
  readonly name: string;
  /** Namespace URI; empty where the element is in none. */
  readonly namespace: string;
  /** Attributes without a namespace by name; those with one as `{uri}name`. Declarations of namespaces are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA, without that of its children. */
  readonly text: string;
}

export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const BPMN_DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
export const DC = 'http://www.omg.org/spec/DD/20100524/DC';
export const DI = 'http://www.omg.org/spec/DD/20100524/DI';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** What BPMN has no word for is kept under this name. */
export const REGLAMENT = 'https://reglament.dev/bpmn/1';

export function isBpmn(element: XmlElement, name?: string): boolean {
  return element.namespace === BPMN && (name === undefined || element.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => isBpmn(child, name));
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => isBpmn(child, name));
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name);
}

/** `true` and `1` are true, `false` and `0` false (XML Schema, xs:boolean); anything else is what stands in the schema. */
export function flag(element: XmlElement, name: string, otherwise: boolean): boolean {
  const value = attribute(element, name)?.trim();
  return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : otherwise;
}

/** A reference as BPMN writes it, a QName: what stands behind the colon is the id. */
export function referenceOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed.slice(trimmed.indexOf(':') + 1);
}

export function idOf(element: XmlElement): string | undefined {
  const id = attribute(element, 'id')?.trim();
  return id === '' ? undefined : id;
}

/** Every element of a tree, itself first, in the order of the document. Not recursive: nesting comes from outside. */
export function* everyElement(root: XmlElement): Iterable<XmlElement> {
  const rest: XmlElement[] = [root];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child) rest.push(child);
    }
  }
}
