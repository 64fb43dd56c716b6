import type { DocumentStamp } from '@reglament/contracts';
import { formatDate } from '../russian/dates.js';
import { initialsFirst } from '../russian/initials.js';
import type { ParagraphBlock } from './blocks.js';
import type { Sheet } from './sheet.js';

const approvedForms = { neuter: 'УТВЕРЖДЕНО', masculine: 'УТВЕРЖДЁН', feminine: 'УТВЕРЖДЕНА', plural: 'УТВЕРЖДЕНЫ' } as const;

/** Lines of a stamp of approval or agreement, as ГОСТ Р 7.0.97 words them. An official's date stays open until it is written. */
export function stampLines(stamp: DocumentStamp): string[] {
  switch (stamp.type) {
    case 'approved-by-official':
      return ['УТВЕРЖДАЮ', ...officialLines(stamp)];
    case 'agreed-by-official':
      return ['СОГЛАСОВАНО', ...officialLines(stamp)];
    case 'approved-by-document':
      return [approvedForms[stamp.form ?? 'neuter'], documentLine(stamp)];
    case 'agreed-by-document':
      return ['СОГЛАСОВАНО', documentLine(stamp)];
    case 'hybrid':
      return ['УТВЕРЖДАЮ', stamp.position, `____________ ${initialsFirst(stamp.person)}`, documentLine(stamp)];
    default:
      throw new Error(`Unknown stamp ${String(stamp satisfies never)}`);
  }
}

/** «УТВЕРЖДЕНО приказом … от 10.09.2020 № 24-3» in the upper right. */
export function stampParagraphs(stamp: DocumentStamp, sheet: Sheet): ParagraphBlock[] {
  const leftMm = sheet.widthMm - sheet.profile.requisites.stampWidth;
  return stampLines(stamp).map((line, i, all) => sheet.paragraph(line, { leftMm, beforePt: i === 1 ? 2 : 0, afterPt: i === all.length - 1 ? 10 : 0 }));
}

function officialLines(stamp: Extract<DocumentStamp, { type: 'approved-by-official' | 'agreed-by-official' }>): string[] {
  const date = stamp.date === undefined ? '«____» ______________ 20___ г.' : formatDate(stamp.date, 'digits');
  return [stamp.position, `____________ ${initialsFirst(stamp.person)}`, date];
}

function documentLine(stamp: { document: string; date?: string; number?: string }): string {
  const date = stamp.date === undefined ? '' : ` от ${formatDate(stamp.date, 'digits')}`;
  return `${stamp.document}${date}${stamp.number === undefined ? '' : ` № ${stamp.number}`}`;
}
