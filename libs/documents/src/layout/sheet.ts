import type { StructuredKind, LayoutProfile } from '@reglament/contracts';
import { nonBreaking } from '../russian/non-breaking.js';
import { printable } from '../russian/printable.js';
import type { ColumnsBlock, ParagraphBlock, TextRun } from './blocks.js';
import { fitCell } from './fit-cell.js';
import { mmToPt } from './units.js';

/** A4 with the margins of a profile and makers of paragraphs in its typography. */
export interface Sheet {
  profile: LayoutProfile;
  leftMm: number;
  rightMm: number;
  /** Width of the text. */
  widthMm: number;
  paragraph(text: string | readonly TextRun[], options?: Partial<Omit<ParagraphBlock, 'type' | 'runs'>> & { bold?: boolean; verbatim?: boolean }): ParagraphBlock;
}

export const pageWidthMm = 210;
export const pageHeightMm = 297;
/** The barcode lies in the bottom margin; printers do not reach the last millimetres. */
export const barcodeFromEdgeMm = 3;

/** Documents kept for more than ten years are bound: their left margin is wider (ГОСТ Р 7.0.97). */
export function sheetFor(profile: LayoutProfile, kind: Pick<StructuredKind, 'retention'>): Sheet {
  const long = kind.retention?.type === 'permanent' || (kind.retention?.type === 'years' && kind.retention.years > 10);
  const leftMm = long ? Math.max(profile.margins.left, profile.leftMarginLongStorage) : profile.margins.left;
  const rightMm = profile.margins.right;
  return {
    profile, leftMm, rightMm,
    widthMm: pageWidthMm - leftMm - rightMm,
    paragraph: (text, { bold, verbatim, ...options } = {}) => ({
      type: 'paragraph',
      runs: joined((typeof text === 'string' ? [{ text }] : text).map((run) => ({
        text: verbatim === true ? printable(run.text) : proseText(run.text),
        ...((run.bold ?? bold) === true && { bold: true }),
      }))),
      align: 'left', sizePt: profile.font.sizePt, lineSpacing: 1, firstIndentMm: 0, leftMm: 0, rightMm: 0, beforePt: 0, afterPt: 0,
      ...options,
    }),
  };
}

/** Runs of one look as one run: a clause's number and its first word then keep the fixed space between them. */
function joined(runs: readonly TextRun[]): TextRun[] {
  return runs.reduce<TextRun[]>((out, run) => {
    const last = out.at(-1);
    if (last === undefined || (last.bold === true) !== (run.bold === true)) return [...out, run];
    return [...out.slice(0, -1), { ...last, text: last.text + run.text }];
  }, []);
}

/** Printable text with unbreakable spaces and hyphens. */
export function proseText(text: string): string {
  return nonBreaking(printable(text));
}

/** Room that the rules of a bordered cell take on both sides. */
const cellPaddingPt = 8;

/** Cells side by side; what is wider than its cell may break. */
export function columns(cells: readonly (Pick<ColumnsBlock['cells'][number], 'widthMm' | 'paragraphs'> & Partial<ColumnsBlock['cells'][number]>)[], beforePt = 0, afterPt = 0): ColumnsBlock {
  return { type: 'columns', cells: cells.map((cell) => ({ verticalAlign: 'top', bordered: false, ...cell, paragraphs: cell.paragraphs.map((each) => fitted(each, mmToPt(cell.widthMm) - (cell.bordered === true ? cellPaddingPt : 0))) })), beforePt, afterPt };
}

function fitted(paragraph: ParagraphBlock, widthPt: number): ParagraphBlock {
  return { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, text: fitCell(run.text, widthPt, paragraph.sizePt, run.bold) })) };
}
