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

/** Paragraphs in a row that are each kept with the next count no further than these. */
const longestRow = 6;

/**
 * The height that has to be free below a paragraph marked `keepNext`, in points.
 *
 * @param at index of the block that follows the paragraph
 */
export function heightKeptBelow(blocks: readonly Block[], at: number, widthMm: number, row = longestRow): number {
  const next = blocks[at];
  if (next === undefined || row === 0) return 0;
  switch (next.type) {
    case 'paragraph': {
      const { height, isShort } = leastOfParagraph(next, widthMm);
      return isShort && next.keepNext === true ? height + next.afterPt + heightKeptBelow(blocks, at + 1, widthMm, row - 1) : height;
    }
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

/** Two lines of a long paragraph, all of a short one. */
function leastOfParagraph(block: ParagraphBlock, widthMm: number): { height: number; isShort: boolean } {
  const lines = paragraphLines(block, widthMm);
  return { height: block.beforePt + (lines > 3 ? 2 : lines) * lineOf(block), isShort: lines <= 3 };
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
