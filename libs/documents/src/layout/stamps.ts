import type { DocumentStamp } from '@reglament/contracts';
import { formatDate } from '../russian/dates.js';
import { initialsFirst } from '../russian/initials.js';
import type { Block, ParagraphBlock } from './blocks.js';
import { columns, type Sheet } from './sheet.js';

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

/** Approval stands in the upper right; agreement beside it on the left, or in its place when nothing is approved. */
export function stampBlocks(stamps: readonly DocumentStamp[], sheet: Sheet): Block[] {
  if (stamps.length === 0) return [];
  const isAgreed = (stamp: DocumentStamp) => stamp.type === 'agreed-by-official' || stamp.type === 'agreed-by-document';
  const [agreed, approved] = [stamps.filter(isAgreed), stamps.filter((stamp) => !isAgreed(stamp))];
  const rightMm = Math.min(sheet.profile.requisites.stampWidth, sheet.widthMm * 0.48);
  const [left, right] = approved.length === 0 ? [[], agreed] : [agreed, approved];
  return [columns([
    { widthMm: rightMm, paragraphs: stampColumn(left, sheet) },
    { widthMm: sheet.widthMm - 2 * rightMm, paragraphs: [sheet.paragraph('')] },
    { widthMm: rightMm, paragraphs: stampColumn(right, sheet) },
  ], 0, 18)];
}

function stampColumn(stamps: readonly DocumentStamp[], sheet: Sheet): ParagraphBlock[] {
  if (stamps.length === 0) return [sheet.paragraph('')];
  return stamps.flatMap((stamp, n) => stampLines(stamp).map((line, i) => sheet.paragraph(line, { beforePt: i === 0 && n > 0 ? 10 : i === 1 ? 2 : 0 })));
}

function officialLines(stamp: Extract<DocumentStamp, { type: 'approved-by-official' | 'agreed-by-official' }>): string[] {
  const date = stamp.date === undefined ? '«____» ______________ 20___ г.' : formatDate(stamp.date, 'digits');
  return [stamp.position, `____________ ${initialsFirst(stamp.person)}`, date];
}

function documentLine(stamp: { document: string; date?: string; number?: string }): string {
  const date = stamp.date === undefined ? '' : ` от ${formatDate(stamp.date, 'digits')}`;
  return `${stamp.document}${date}${stamp.number === undefined ? '' : ` № ${stamp.number}`}`;
}
