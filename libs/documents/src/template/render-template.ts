import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { fixDocxDates } from '../render/fix-docx-dates.js';
import { printable } from '../russian/printable.js';
import { checkArchive } from './check-archive.js';
import { fault, TemplateRefusal, type TemplateFault, type TemplateFaultCode } from './template-fault.js';
import { createTagReader, type TagReader } from './tag-reader.js';
import { readTemplateTag, valueAt } from './template-tag.js';

/** `missing` are tags for which the data hold nothing; they are printed as nothing, and the caller decides whether that will do. */
export type TemplateResult = { ok: true; bytes: Uint8Array; missing: string[] } | { ok: false; faults: TemplateFault[] };

/** More values than any document of an office has; it bounds nested loops over the same list. */
const mostValues = 200_000;

type Part = { module?: string; value?: string };

/**
 * Fills a Word template: `{name}`, `{person | фио:дательный}`, `{#items}…{/items}` for loops and conditions, `{^items}…{/items}` for their
 * absence. Word in, Word out; equal input gives equal bytes.
 *
 * @param data plain JSON.
 * @param printedAt the moment that the file carries as its date, ISO 8601.
 */
export function renderTemplate(bytes: Uint8Array, data: Readonly<Record<string, unknown>>, printedAt: string): TemplateResult {
  const missing = new Set<string>();
  return withTemplate(bytes, (document) => {
    document.render(data);
    return { ok: true, bytes: fixDocxDates(document.toUint8Array({ compression: 'DEFLATE' }), printedAt), missing: [...missing].sort() };
  }, missing);
}

/**
 * The tags of a template, or why it cannot be used: asked when it is uploaded, before any data exist.
 *
 * `names` are the members of the data that it asks for outside every loop and condition, loops and conditions included: what a task has to
 * give. Inside one, a name may be an item's as well as the data's, so nothing is said of those.
 */
export function inspectTemplate(bytes: Uint8Array): { ok: true; tags: string[]; names: string[] } | { ok: false; faults: TemplateFault[] } {
  const tags = new Set<string>();
  const reader = createTagReader();
  return withTemplate(bytes, () => ({ ok: true as const, tags: [...tags].sort(), names: namesIn(reader.outermost()) }), new Set(), { tags, reader });
}

function namesIn(outermost: readonly string[]): string[] {
  return [...new Set(outermost.flatMap((text) => readTemplateTag(text).path[0] ?? []))].sort();
}

function withTemplate<T>(bytes: Uint8Array, use: (document: Docxtemplater) => T, missing: Set<string>, inspect?: { tags: Set<string>; reader: TagReader }): T | { ok: false; faults: TemplateFault[] } {
  const refused = checkArchive(bytes);
  if (refused.length > 0) return { ok: false, faults: refused };
  let values = 0;
  try {
    return use(new Docxtemplater(new PizZip(bytes), {
      paragraphLoop: true, linebreaks: true, errorLogging: false, stripInvalidXMLChars: true,
      // `{=<% %>=}` would let a template change its own delimiters.
      syntax: { changeDelimiterPrefix: null },
      ...(inspect && { modules: [inspect.reader.module] }),
      parser: (text: string) => {
        const tag = readTemplateTag(text);
        inspect?.tags.add(text.trim());
        return {
          get: (scope: unknown, context: { meta: { part: Part } }) => {
            values += 1;
            if (values > mostValues) throw new TemplateRefusal(fault('too-many-values', text));
            return printableValue(text, context.meta.part, tag, scope);
          },
        };
      },
      nullGetter: (part: Part) => {
        if (part.module === undefined || part.module === '') missing.add(part.value ?? '');
        return '';
      },
    }));
  } catch (error) {
    return { ok: false, faults: distinct(faultsOf(error)) };
  }
}

function printableValue(text: string, part: Part, tag: ReturnType<typeof readTemplateTag>, scope: unknown): unknown {
  if (part.module === 'rawxml') throw new TemplateRefusal(fault('raw-markup', text));
  let value = valueAt(scope, tag.path);
  if (value === undefined || value === null) return value;
  for (const filter of tag.filters) {
    value = filter.apply(value, filter.argument);
    if (value === undefined) throw new TemplateRefusal(fault('value-not-text', text));
  }
  if (part.module === 'loop') return value;
  // A party or a position has more to say than its title, which is what it is called by.
  if (isRecord(value) && typeof value['title'] === 'string') value = value['title'];
  if (typeof value === 'object') throw new TemplateRefusal(fault('value-not-text', text));
  return typeof value === 'string' ? printable(value) : String(value);
}

const codesOfEngine: Record<string, TemplateFaultCode> = {
  unclosed_tag: 'tag-not-closed', duplicate_open_tag: 'tag-not-closed', unopened_tag: 'tag-not-opened', duplicate_close_tag: 'tag-not-opened',
  unclosed_loop: 'loop-not-closed', unopened_loop: 'tag-not-opened', closing_tag_does_not_match_opening_tag: 'loop-not-closed',
  unbalanced_loop_tags: 'loop-not-closed', raw_xml_tag_should_be_only_text_in_paragraph: 'raw-markup',
};

/** The engine throws one error, or one that carries several; our own refusals are inside. What is neither is a fault of ours. */
function faultsOf(error: unknown): TemplateFault[] {
  if (error instanceof TemplateRefusal) return [error.fault];
  const properties = isRecord(error) && isRecord(error['properties']) ? error['properties'] : undefined;
  if (properties === undefined) throw error;
  const inner = properties['errors'];
  if (Array.isArray(inner)) return inner.flatMap(faultsOf);
  const root = properties['rootError'];
  if (root !== undefined) return faultsOf(root);
  const id = String(properties['id']);
  return [fault(codesOfEngine[id] ?? 'tag-not-understood', String(properties['xtag'] ?? properties['openingtag'] ?? id))];
}

/** A tag in a loop fails once per round; one fault says it. */
function distinct(faults: readonly TemplateFault[]): TemplateFault[] {
  const seen = new Map(faults.map((one) => [`${one.code} ${one.found}`, one]));
  return [...seen.values()].slice(0, 50);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
