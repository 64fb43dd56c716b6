import { BPMN, BPMN_DI, DC, DI, REGLAMENT, XSI, type XmlElement } from './xml-element.js';

const PREFIXES: ReadonlyMap<string, string> = new Map([[BPMN, ''], [BPMN_DI, 'bpmndi:'], [DC, 'dc:'], [DI, 'di:'], [REGLAMENT, 'reglament:'], [XSI, 'xsi:']]);
const DECLARATIONS = `xmlns="${BPMN}" xmlns:bpmndi="${BPMN_DI}" xmlns:dc="${DC}" xmlns:di="${DI}" xmlns:reglament="${REGLAMENT}" xmlns:xsi="${XSI}"`;

/** What XML 1.0 (§2.2) cannot carry, not even as a reference. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Makes an element to be written; what XML cannot carry becomes a space. Attributes that are undefined are left out. */
export function element(name: string, attributes: { readonly [name: string]: string | undefined } = {}, content: readonly XmlElement[] | string = [], namespace = BPMN): XmlElement {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    name, namespace, attributes: new Map(given.map(([key, value]) => [key, value.replaceAll(FORBIDDEN, ' ')])),
    children: typeof content === 'string' ? [] : content, text: typeof content === 'string' ? content.replaceAll(FORBIDDEN, ' ') : '',
  };
}

/** A whole document: always the same text for the same tree, with two spaces and LF. */
export function writeXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, '', lines, DECLARATIONS);
  return `${lines.join('\n')}\n`;
}

function write(node: XmlElement, indent: string, lines: string[], declarations = ''): void {
  const name = `${prefixOf(node.namespace)}${node.name}`;
  const attributes = [...node.attributes].map(([key, value]) => ` ${attributeName(key)}="${escaped(value)}"`).join('');
  const open = `${indent}<${name}${declarations === '' ? '' : ` ${declarations}`}${attributes}`;
  if (node.children.length === 0 && node.text === '') return void lines.push(`${open} />`);
  if (node.children.length === 0) return void lines.push(`${open}>${escaped(node.text)}</${name}>`);
  lines.push(`${open}>`);
  for (const child of node.children) write(child, `${indent}  `, lines);
  lines.push(`${indent}</${name}>`);
}

function attributeName(key: string): string {
  const [, uri, local] = /^\{(.+)\}(.+)$/.exec(key) ?? [];
  return uri === undefined || local === undefined ? key : `${prefixOf(uri)}${local}`;
}

function prefixOf(namespace: string): string {
  const prefix = PREFIXES.get(namespace);
  if (prefix === undefined) throw new Error(`no prefix for ${namespace}`);
  return prefix;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };
function escaped(text: string): string {
  return text.replaceAll(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}
