import { printable } from '../russian/printable.js';
import type { TableBlock } from './blocks.js';
import { fitCell } from './fit-cell.js';
import { proseText, type Sheet } from './sheet.js';
import { mmToPt } from './units.js';

/** Padding and rules of a cell, both sides. */
const cellPaddingPt = 9;

interface TableText {
  /** `verbatim`: codes that people copy, without fixed hyphens. */
  columns: readonly { title: string; share: number; align?: 'left' | 'center' | 'right' | undefined; verbatim?: boolean }[];
  rows: readonly (readonly string[])[];
  beforePt: number;
  afterPt: number;
}

/** A table over the whole width of the text; words that are wider than their column may break where they otherwise may not. */
export function makeTable({ columns, rows, beforePt, afterPt }: TableText, sheet: Sheet): TableBlock {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const sizePt = sheet.profile.font.tableSizePt;
  const widths = columns.map(({ share }) => (sheet.widthMm * share) / whole);
  const cell = (text: string, column: number, bold: boolean): string => fitCell(!bold && columns[column]?.verbatim === true ? printable(text) : proseText(text), mmToPt(widths[column] ?? 0) - cellPaddingPt, sizePt, bold);
  return {
    type: 'table',
    columns: columns.map(({ title, align }, i) => ({ title: cell(title, i, true), widthMm: widths[i] ?? 0, align: align ?? 'left' })),
    rows: rows.map((row) => columns.map((_column, i) => cell(row[i] ?? '', i, false))),
    sizePt, beforePt, afterPt,
  };
}
