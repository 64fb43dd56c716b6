import { partyReferencePattern, textIn, type PartyReference, type TemplateDocument } from '@reglament/contracts';
import { reservedTemplateNames } from '@reglament/documents';
import { HandlerError, type JsonObject } from '../handler.js';
import type { Letterhead, PrintedParty, TemplateSettings } from '../ports.js';

export interface TemplateFacts { readonly settings: TemplateSettings; readonly letterhead: Letterhead; readonly parties: ReadonlyMap<PartyReference, PrintedParty> }

/** Characters of the data as JSON: what a form of some hundred fields holds, and a document of it is still one that people read. */
const mostData = 500_000;
/** Parties in one document. */
const mostParties = 5_000;

const party = new RegExp(partyReferencePattern, 'u');

/**
 * What a composing task gives a template. What the form left out is absent rather than null, so that a condition of the template sees it
 * and a placeholder that needs it is named.
 */
export function templateDataIn(input: JsonObject): Record<string, unknown> {
  const { document: _document, kind: _kind, ...given } = input;
  const reserved = Object.keys(given).filter((name) => (reservedTemplateNames as readonly string[]).includes(name));
  if (reserved.length > 0) throw new HandlerError('document.reservedName', { names: reserved });
  const data = withoutNulls(given) as Record<string, unknown>;
  if (JSON.stringify(data).length > mostData) throw new HandlerError('document.tooLarge', { most: mostData });
  return data;
}

/** Every party that the data refer to: whom the directory must describe, and who may read the document. */
export function partiesInData(data: unknown): readonly PartyReference[] {
  const parties = new Set<PartyReference>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (party.test(value)) parties.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(data);
  if (parties.size > mostParties) throw new HandlerError('document.tooLarge', { most: mostParties });
  return [...parties];
}

/** The content of a document that a template makes; `title` of the data names it, or else the kind's own title. */
export function templateContent(data: Record<string, unknown>, { settings, letterhead, parties }: TemplateFacts): TemplateDocument {
  const { kind, templateHash } = settings;
  const { title, ...rest } = data;
  return {
    format: 1, made: 'template', kind: kind.key, template: templateHash,
    requisites: {
      organisation: [...letterhead.lines], title: typeof title === 'string' && title !== '' ? title : textIn(kind.title, 'ru'),
      ...(letterhead.place !== null && { place: letterhead.place }),
    },
    data: rest,
    parties: Object.fromEntries([...parties].map(([reference, { template }]) => [reference, template])),
  };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null && item !== undefined).map(([name, item]) => [name, withoutNulls(item)]));
}
