// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration has to travel with the source to every project that compiles it
/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';
import type { XmlElement } from './xml-element.js';

export interface XmlLimits {
  /** UTF-16 units of text. */
  readonly size: number;
  /** Elements inside one another. */
  readonly depth: number;
  /** Elements in all. */
  readonly elements: number;
  /** Attributes of one element. */
  readonly attributes: number;
}

export const XML_LIMITS: XmlLimits = { size: 8_000_000, depth: 64, elements: 200_000, attributes: 200 };

export type XmlFault = 'tooLarge' | 'doctype' | 'entity' | 'tooDeep' | 'tooMany' | 'malformed' | 'empty';

export type XmlAnswer =
  | { readonly kind: 'document'; readonly root: XmlElement }
  | { readonly kind: 'fault'; readonly fault: XmlFault; readonly found: string };

interface Open { name: string; namespace: string; attributes: Map<string, string>; children: Open[]; text: string }

/** As `saxen` shows an element in its proxy mode: a view that changes while the parser goes on. */
interface Seen { readonly name: string; readonly originalName: string; readonly attrs: Readonly<Record<string, string>>; readonly ns: Readonly<Record<string, string>> }

/** Entities that XML itself defines; every other one would need a DOCTYPE, and those are refused. */
const FOREIGN_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)/;

/**
 * Reads XML 1.0 with namespaces. A DOCTYPE is refused before anything is parsed, entities with it; depth and number of elements are
 * counted while reading, so that a file made to hurt is left at its first bad element. Nothing outside of the text is ever looked at.
 */
export function readXml(text: string, limits: XmlLimits = XML_LIMITS): XmlAnswer {
  if (text.length > limits.size) return fault('tooLarge', `${text.length} characters, at most ${limits.size}`);
  if (text.trim() === '') return fault('empty', 'no element');
  // Inside a comment or CDATA it would be harmless; a file that needs it there can do without.
  const declared = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.exec(text);
  if (declared) return fault('doctype', declared[0]);
  const top: Open = { name: '', namespace: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [top];
  const counted = { elements: 0 };
  let found: Extract<XmlAnswer, { kind: 'fault' }> | null = null;
  const parser = new Parser({ proxy: true });
  const stop = (why: XmlFault, what: string): void => {
    found ??= fault(why, what);
    parser.stop();
  };
  parser.ns();
  parser.on('openTag', (seen: Seen, decode: (text: string) => string) => {
    if (found !== null) return;
    if (open.length > limits.depth) return stop('tooDeep', `more than ${limits.depth} elements inside one another`);
    counted.elements += 1;
    if (counted.elements > limits.elements) return stop('tooMany', `more than ${limits.elements} elements`);
    const element = elementOf(seen, decode);
    if (element.attributes.size > limits.attributes) return stop('tooMany', `${element.attributes.size} attributes of one element`);
    const broken = [...element.attributes.values()].find((value) => value === '\u0000');
    if (broken !== undefined) return stop('entity', 'an entity in an attribute');
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => {
    if (found === null) open.pop();
  });
  parser.on('text', (value: string, decode: (text: string) => string) => {
    if (found !== null || value.trim() === '') return;
    if (FOREIGN_ENTITY.test(value)) return stop('entity', FOREIGN_ENTITY.exec(value.slice(0, 200))?.[0] ?? '&');
    const holder = open.at(-1);
    if (holder) holder.text += decode(value);
  });
  parser.on('cdata', (value: string) => {
    const holder = open.at(-1);
    if (holder && found === null) holder.text += value;
  });
  parser.on('attention', (value: string) => stop('doctype', value.slice(0, 40)));
  parser.on('error', (error: Error) => stop('malformed', error.message.slice(0, 200)));
  parser.on('warn', (warning: Error) => stop('malformed', warning.message.slice(0, 200)));
  parser.parse(text);
  if (found !== null) return found;
  const [root, second] = top.children;
  if (!root) return fault('empty', 'no element');
  if (second || open.length !== 1) return fault('malformed', second ? 'more than one root element' : 'an element that is not closed');
  return { kind: 'document', root };
}

function elementOf(seen: Seen, decode: (text: string) => string): Open {
  const { ns } = seen;
  const [prefix, name] = split(seen.originalName);
  const attributes = new Map<string, string>();
  for (const [raw, value] of Object.entries(seen.attrs)) {
    const [space, local] = split(raw);
    if (raw === 'xmlns' || space === 'xmlns') continue;
    const decoded = FOREIGN_ENTITY.test(value) ? '\u0000' : decode(value);
    attributes.set(space === '' ? local : `{${uriOf(ns, space)}}${local}`, decoded);
  }
  return { name, namespace: uriOf(ns, prefix === '' ? 'xmlns' : prefix), attributes, children: [], text: '' };
}

function split(name: string): readonly [string, string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** `saxen` keeps the URI of a prefix under the alias that it gave it, with `$uri` behind; names of attributes already have the alias. */
function uriOf(ns: Readonly<Record<string, string>>, prefix: string): string {
  const alias = ns[prefix] ?? prefix;
  return ns[`${alias}$uri`] ?? '';
}

function fault(why: XmlFault, found: string): Extract<XmlAnswer, { kind: 'fault' }> {
  return { kind: 'fault', fault: why, found };
}
