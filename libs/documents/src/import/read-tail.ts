import type { DocumentAttachment, ExecutorContact, SignatureBlock } from '@reglament/contracts';
import { findNames } from '../russian/names-in-text.js';
import { startsWithPosition } from '../russian/positions.js';

/** What was recognised below the last clause; `rest` are lines that were not. */
export interface ReadTail {
  signatures: SignatureBlock[];
  attachments: DocumentAttachment[];
  executorContact?: ExecutorContact;
  rest: string[];
}

const attachmentLine = /^Приложени[ея]\s*(?:№\s*(\d{1,3}))?\s*[:.–—-]?\s*(.*)$/u;
const pagesOf = /(?<!\p{L})на\s+(\d{1,4})\s*л/u;
const executorLine = /^(?:Исп|Исполнитель)\s*[.:]\s*(.+)$/u;
const phone = /(?:тел|т)\s?\.?\s?:?\s*([+(]?\d[\d()\s-]{4,24}\d)|((?:\+7|8)?\s?\(\d{3,5}\)\s?[\d-]{5,12})/iu;

/**
 * Whether the signature begins at this line: a position in a line of its own (or with the name) that is followed within four written
 * lines by a name with initials and no clause mark, or a list of attachments or acquaintance.
 */
export function isTailStart(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  if (line === '') return false;
  if (/^Приложени[ея]\s*(?:№\s*\d{1,3})?\s*:/u.test(line) || /^(?:С\s+приказом|С\s+распоряжением)\s+ознакомлен/u.test(line) || executorLine.test(line)) return true;
  const afterGap = at === 0 || (lines[at - 1] ?? '').trim() === '';
  if (!startsWithPosition(line) && !(afterGap && isNameLine(line))) return false;
  const near = lines.slice(at, at + 20).map((next) => next.trim()).filter((next) => next !== '').slice(0, 5);
  for (const candidate of near) {
    if (/^\d/u.test(candidate) || candidate.length > 120) return false;
    if (endsWithName(candidate)) return true;
  }
  return false;
}

export function readTail(lines: readonly string[]): ReadTail {
  const tail: ReadTail = { signatures: [], attachments: [], rest: [] };
  let position: string[] = [];
  for (const raw of lines) {
    const line = raw.replace(/[\t ]+/gu, ' ').trim();
    if (line === '') continue;
    const executor = executorLine.exec(line);
    const attachment = attachmentLine.exec(line);
    if (executor?.[1] !== undefined) tail.executorContact = readContact(executor[1]);
    else if (attachment) tail.attachments.push(readAttachment(attachment, tail.attachments.length));
    else if (endsWithName(line)) {
      const block = readSignature(line, position);
      if (block) tail.signatures.push(block);
      position = [];
    } else if (position.length > 0 || startsWithPosition(line)) position.push(line);
    else tail.rest.push(line);
  }
  tail.rest.push(...position);
  return tail;
}

/** «Начальник отдела ______ О. Ю. Егорова», or the name alone after the lines of the position. */
function readSignature(line: string, position: readonly string[]): SignatureBlock | undefined {
  const name = findNames(line).at(-1);
  if (!name) return undefined;
  const own = line.slice(0, name.index).replace(/[_\s(/]+$/u, '').trim();
  const whole = [...position, ...(own === '' ? [] : [own])].join(' ');
  const acting = /^(И\s?\.\s?о\s?\.|Врио)\s*/iu.exec(whole);
  return {
    ...(acting?.[1] !== undefined && { acting: /^и/iu.test(acting[1]) ? 'И. о.' : 'Врио' }),
    position: acting ? whole.slice(acting[0].length) : whole,
    person: { surname: name.surname, initials: name.initials },
  };
}

function readAttachment(match: RegExpExecArray, before: number): DocumentAttachment {
  const text = match[2]?.trim() ?? '';
  const pages = pagesOf.exec(text);
  const title = (pages ? text.slice(0, pages.index) : text).replace(/[\s,;:.–—-]+$/u, '');
  return {
    id: `a${before + 1}`,
    ...(match[1] !== undefined && { number: match[1] }),
    title,
    ...(pages?.[1] !== undefined && { pages: Number(pages[1]) }),
  };
}

function readContact(text: string): ExecutorContact {
  const found = phone.exec(text);
  const name = (found ? text.slice(0, found.index) : text).replace(/[\s,;:–—-]+$/u, '');
  const number = (found?.[1] ?? found?.[2])?.trim();
  return { name, ...(number !== undefined && { phone: number }) };
}

function endsWithName(line: string): boolean {
  const last = findNames(line).at(-1);
  return last !== undefined && line.slice(last.index + last.length).replace(/[)\s./]/gu, '') === '' && line.length <= 200;
}

function isNameLine(line: string): boolean {
  const [only] = findNames(line);
  return only !== undefined && only.index === 0 && endsWithName(line);
}
