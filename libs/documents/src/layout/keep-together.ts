import type { Block, ParagraphBlock, TableBlock } from './blocks.js';
import { linesOf, textWidthPt } from './text-width.js';
import { mmToPt } from './units.js';

/** Height of a single line of Times New Roman, in type sizes. */
export const lineHeight = 1.15;
/** Lines of text that a signature has at least above it on its page. */
const leastLinesOfText = 2;
/** A line holds at least this many letters of a text of 14 points; a paragraph of more is two lines or longer. */
const lettersOfLine = 60;

/** Marks the last paragraphs of a text so that at least two lines of it stay with the signature that follows. */
export function keptWithSignature(text: readonly Block[]): Block[] {
  let lines = 0;
  return [...text].reverse().map((block): Block => {
    if (lines >= leastLinesOfText || block.type !== 'paragraph') {
      lines = leastLinesOfText;
      return block;
    }
    lines += lengthOf(block) > lettersOfLine * 2 ? leastLinesOfText : 1;
    return { ...block, keepNext: true };
  }).reverse();
}

/** The height that has to be free below a paragraph marked `keepNext`, from what follows it, in points. */
export function heightKeptBelow(following: readonly Block[], widthMm: number): number {
  const [next, ...rest] = following;
  if (next === undefined) return 0;
  switch (next.type) {
    case 'paragraph':
      return leastOfParagraph(next, rest, widthMm);
    case 'columns':
    case 'group':
      return heightOf(next, widthMm);
    case 'table':
      return next.beforePt + rowHeight(next, next.columns.map(({ title }) => title), true) + rowHeight(next, next.rows[0] ?? [], false);
    case 'page-break':
    case 'picture':
      return 0;
    default:
      throw new Error(`Unknown block ${String(next satisfies never)}`);
  }
}

/** Two lines of a long paragraph; all of a short one, with what it is kept with in turn. */
function leastOfParagraph(block: ParagraphBlock, following: readonly Block[], widthMm: number): number {
  const lines = paragraphLines(block, widthMm);
  const height = block.beforePt + Math.min(lines, lines <= 3 ? 3 : 2) * lineOf(block);
  if (block.keepNext !== true || lines > 3) return height;
  return height + block.afterPt + heightKeptBelow(following, widthMm);
}

/** How high a block is at most, in points. Only for blocks that stay whole. */
export function heightOf(block: Extract<Block, { type: 'paragraph' | 'columns' | 'group' | 'table' }>, widthMm: number): number {
  switch (block.type) {
    case 'paragraph':
      return block.beforePt + paragraphLines(block, widthMm) * lineOf(block) + block.afterPt;
    case 'columns':
      return block.beforePt + Math.max(...block.cells.map((cell) => cell.paragraphs.reduce((sum, each) => sum + heightOf(each, cell.widthMm - (cell.bordered ? 4 : 0)), 0))) + block.afterPt + 1;
    case 'group':
      return block.blocks.reduce((sum, each) => sum + heightOf(each, widthMm), 0);
    case 'table':
      return block.beforePt + block.rows.reduce((sum, row) => sum + rowHeight(block, row, false), 0) + block.afterPt;
    default:
      throw new Error(`Unknown block ${String(block satisfies never)}`);
  }
}

/** How high a table's row is at most, in points. */
export function rowHeight(table: TableBlock, row: readonly string[], head: boolean): number {
  const padding = 9;
  const lines = table.columns.map((column, i) => linesOf(row[i] ?? '', mmToPt(column.widthMm) - padding, table.sizePt, head));
  return Math.max(1, ...lines) * table.sizePt * lineHeight + 5;
}

function paragraphLines(block: ParagraphBlock, widthMm: number): number {
  const text = block.runs.map((run) => run.text).join('');
  const width = mmToPt(widthMm - block.leftMm - block.rightMm);
  const indent = ' '.repeat(Math.max(0, Math.ceil(mmToPt(block.firstIndentMm) / textWidthPt(' ', block.sizePt))));
  return linesOf(indent.replaceAll(' ', '\u00a0') + text, Math.max(width, block.sizePt), block.sizePt, block.runs.some((run) => run.bold === true));
}

function lineOf(block: ParagraphBlock): number {
  return block.sizePt * lineHeight * block.lineSpacing;
}

function lengthOf(paragraph: ParagraphBlock): number {
  return paragraph.runs.reduce((sum, run) => sum + run.text.length, 0);
}
