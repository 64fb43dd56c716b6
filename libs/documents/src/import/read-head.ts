import type { DocumentBasis, StructuredKind } from '@reglament/contracts';
import { findDates } from '../russian/dates.js';
import { readBasis } from './read-basis.js';

/** Requisites recognised above the first clause. */
export interface ReadHead {
  organisation: string[];
  kindTitle?: string;
  date?: string;
  number?: string;
  place?: string;
  title?: string;
  preamble?: string;
  basis: DocumentBasis[];
}

const place = /^(?:г|гор|с|пос|п|р\.\s?п|рп|д|дер|ст|ст-ца|х)\s?\.\s?\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+)?(?:\s?\([^)]{1,40}\))?$|^(?:город|село|посёлок|поселок|станица|деревня)\s\p{Lu}[\p{L} -]+$/u;
const numberSign = /№\s*([\p{L}\d][\p{L}\d/.–-]{0,39})/u;
const preambleStart = /^(?:В\s+соответствии|На\s+основании|Во\s+исполнение|В\s+целях|С\s+целью|Руководствуясь|В\s+связи|Согласно|По\s+итогам|По\s+результатам|В\s+рамках|Учитывая)/u;

/** Reads organisation, kind, date, number, place, title «О …» and preamble off the lines above the first clause. */
export function readHead(lines: readonly string[], kind: Pick<StructuredKind, 'kindTitle' | 'titlePrefixes' | 'operativeWords'>): ReadHead {
  const head: ReadHead = { organisation: [], basis: [] };
  const prefixes = kind.titlePrefixes ?? ['О ', 'Об '];
  const title: string[] = [];
  const preamble: string[] = [];
  let stage: 'top' | 'title' | 'preamble' = 'top';

  for (const raw of lines) {
    const line = raw.replace(/[\t ]+/gu, ' ').trim();
    if (stage === 'title' && (line === '' || preambleStart.test(line))) stage = 'preamble';
    if (line === '') continue;
    if (stage === 'top') {
      if (head.kindTitle === undefined && readKindLine(line, kind.kindTitle, head)) continue;
      if (prefixes.some((prefix) => line.startsWith(prefix))) stage = 'title';
      else if (preambleStart.test(line)) stage = 'preamble';
      else if (readRegistrationLine(line, head)) continue;
      else if (head.kindTitle === undefined && head.date === undefined && isShort(line)) {
        head.organisation.push(line);
        continue;
      } else stage = 'preamble';
    }
    (stage === 'title' ? title : preamble).push(line);
  }

  if (title.length > 0) head.title = title.join(' ').replace(/[.;]$/u, '');
  if (preamble.length > 0) {
    head.preamble = collapseSpacedWords(preamble.join(' '));
    head.basis = readBasis(head.preamble);
  }
  return head;
}

/** «ПРИКАЗ», «П Р И К А З», «ПРИКАЗ № 5 от 01.02.2026». */
function readKindLine(line: string, kindTitle: string, head: ReadHead): boolean {
  const collapsed = collapseSpacedWords(line);
  const upper = collapsed.toUpperCase();
  if (kindTitle !== '' && (upper === kindTitle.toUpperCase() || upper.startsWith(`${kindTitle.toUpperCase()} `))) {
    head.kindTitle = kindTitle;
    readRegistrationLine(collapsed.slice(kindTitle.length).trim(), head);
    return true;
  }
  if (collapsed !== line && /^\p{Lu}{4,30}$/u.test(collapsed)) {
    head.kindTitle = collapsed;
    return true;
  }
  return false;
}

/** A short line that holds nothing but date, number and place, in any order. */
function readRegistrationLine(line: string, head: ReadHead): boolean {
  if (!isShort(line)) return false;
  let rest = line;
  const [found] = findDates(line);
  if (found) rest = rest.slice(0, found.index) + rest.slice(found.index + found.length);
  const number = numberSign.exec(rest);
  if (number) rest = rest.replace(number[0], '');
  rest = rest.replace(/(?<!\p{L})от(?!\p{L})/u, '').replace(/[\s,]+/gu, ' ').trim();
  const isPlace = place.test(rest);
  if ((rest !== '' && !isPlace) || (!found && !number && !isPlace)) return false;
  if (found) head.date ??= found.date;
  if (number?.[1] !== undefined) head.number ??= number[1].replace(/[.–-]+$/u, '');
  if (isPlace) head.place ??= rest;
  return true;
}

/** «П Р И К А З Ы В А Ю» → «ПРИКАЗЫВАЮ»: at least four single capitals with spaces between. */
function collapseSpacedWords(text: string): string {
  return text.replace(/(?<!\p{L})\p{Lu}(?: \p{Lu}){3,}(?!\p{L})/gu, (spaced) => spaced.replaceAll(' ', ''));
}

function isShort(line: string): boolean {
  return line.length <= 160;
}
