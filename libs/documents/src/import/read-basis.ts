import type { DocumentBasis } from '@reglament/contracts';
import { findDates } from '../russian/dates.js';
import { namesDocument } from '../russian/document-words.js';

const lead = /(?<!\p{L})(?:в\s+соответствии\s+с(?:о)?|на\s+основании|во\s+исполнение|руководствуясь|согласно)\s+/giu;
const numberAfterDate = /^\s*(?:№|N)\s*([\p{L}\d][\p{L}\d/.–-]{0,39})/u;
const titleAfter = /^\s*[,]?\s*«([^»]{1,400})»/u;
/** A short passive («проведён мониторинг»): there the sentence proper begins. */
const shortPassive = /(?<=\s)\p{Ll}{3,}(?:ен|ён|ена|ено|ены|ован|ована|овано|ованы)(?=\s|$)/u;

/**
 * Documents that a preamble rests on, as they read there («приказом Министерства … от 01.02.2026 № 5»). A basis that names no date is
 * returned without one; the lint says so.
 */
export function readBasis(preamble: string): DocumentBasis[] {
  const leads = [...preamble.matchAll(lead)];
  return leads.flatMap((match, i) => {
    const from = match.index + match[0].length;
    return readOneLead(preamble.slice(from, Math.min(leads[i + 1]?.index ?? preamble.length, from + 2_000)));
  });
}

function readOneLead(window: string): DocumentBasis[] {
  const found: DocumentBasis[] = [];
  let at = 0;
  for (const date of findDates(window)) {
    if (date.index < at) continue;
    const before = window.slice(at, date.index);
    if (!/(?<!\p{L})от\s*$/u.test(before)) continue;
    const document = before.replace(/\s*от\s*$/u, '').replace(/^[\s,;]*(?:и\s+)?/u, '').trim();
    if (document === '' || /[.!?]\s+\p{Lu}/u.test(document)) continue;
    let end = date.index + date.length;
    const number = numberAfterDate.exec(window.slice(end));
    end += number?.[0].length ?? 0;
    const title = titleAfter.exec(window.slice(end));
    end += title?.[0].length ?? 0;
    found.push({
      document,
      date: date.date,
      ...(number?.[1] !== undefined && { number: number[1].replace(/[.–-]+$/u, '') }),
      ...(title?.[1] !== undefined && { title: title[1] }),
    });
    at = end;
  }
  return found.length > 0 ? found : undated(window);
}

function undated(window: string): DocumentBasis[] {
  const sentence = window.split(/[,;:]|\.(?:\s|$)|\s+(?:в\s+целях|с\s+целью|п\s?р\s?и\s?к\s?а\s?з\s?ы\s?в\s?а\s?ю)/iu)[0] ?? '';
  const passive = shortPassive.exec(sentence);
  const document = (passive ? sentence.slice(0, passive.index) : sentence).trim();
  return namesDocument(document) ? [{ document }] : [];
}
