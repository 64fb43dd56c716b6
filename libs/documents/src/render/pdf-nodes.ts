import type { Block, ColumnsBlock, ParagraphBlock, TableBlock } from '../layout/blocks.js';
import { mmToPt } from '../layout/units.js';

/** A node of pdfmake's document definition. */
export type PdfNode = Record<string, unknown>;

const ruleWidth = 0.5;
const padding = 4;
/** Rows are kept whole; a cell longer than this could fill a page and then has to break. */
const longestWholeCell = 1_500;
/** A longer one could be wider than the line. */
const longestWholeToken = 40;

export function blockToPdf(block: Block): PdfNode {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'columns':
      return columns(block);
    case 'table':
      return table(block);
    case 'group':
      return { stack: block.blocks.map(blockToPdf), unbreakable: true };
    case 'page-break':
      return { text: '', pageBreak: 'after', fontSize: 1 };
    default:
      throw new Error(`Unknown block ${String(block satisfies never)}`);
  }
}

function paragraph(block: ParagraphBlock): PdfNode {
  const text = block.runs.flatMap((run) => wholeTokens(run.text).map((token) => ({ ...token, bold: run.bold === true })));
  return {
    text: text.length === 0 || text.every((run) => run.text === '') ? ' ' : text,
    alignment: block.align,
    fontSize: block.sizePt,
    lineHeight: block.lineSpacing,
    ...(block.firstIndentMm !== 0 && { leadingIndent: mmToPt(block.firstIndentMm) }),
    margin: [mmToPt(block.leftMm), block.beforePt, mmToPt(block.rightMm), block.afterPt],
  };
}

/** «2026–2027» and «43/1» are one word to the reader, but may be broken, and so stretched, at the dash: such tokens are kept whole. */
function wholeTokens(text: string): { text: string; noWrap?: true }[] {
  return text.split(/([^ \n]*[^ \n][–—/][^ \n]+ ?)/u).filter((piece) => piece !== '').map((piece) =>
    /[^ \n][–—/][^ \n]/u.test(piece) && piece.length <= longestWholeToken ? { text: piece, noWrap: true } : { text: piece });
}

function columns(block: ColumnsBlock): PdfNode {
  const isBordered = (i: number) => block.cells[i]?.bordered === true;
  return {
    table: {
      widths: block.cells.map((cell) => mmToPt(cell.widthMm) - (cell.bordered ? 2 * padding : 0)),
      body: [block.cells.map((cell) => ({
        stack: cell.paragraphs.map(paragraph),
        verticalAlignment: cell.verticalAlign,
        border: [cell.bordered, cell.bordered, cell.bordered, cell.bordered],
      }))],
      dontBreakRows: true,
    },
    layout: {
      defaultBorder: false,
      hLineWidth: () => (block.cells.some((cell) => cell.bordered) ? ruleWidth : 0),
      vLineWidth: (i: number) => (isBordered(i) || isBordered(i - 1) ? ruleWidth : 0),
      paddingLeft: (i: number) => (isBordered(i) ? padding : 0),
      paddingRight: (i: number) => (isBordered(i) ? padding : 0),
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    margin: [0, block.beforePt, 0, block.afterPt],
  };
}

function table(block: TableBlock): PdfNode {
  const cell = (text: string, column: number, head: boolean) => ({
    text: text === '' ? ' ' : text,
    alignment: head ? 'center' : (block.columns[column]?.align ?? 'left'),
    bold: head,
    fontSize: block.sizePt,
    ...(head && { verticalAlignment: 'middle' }),
  });
  return {
    table: {
      headerRows: 1,
      dontBreakRows: block.rows.every((row) => row.every((text) => text.length <= longestWholeCell)),
      keepWithHeaderRows: 1,
      widths: block.columns.map((column) => mmToPt(column.widthMm) - 2 * padding - ruleWidth),
      body: [block.columns.map((column, i) => cell(column.title, i, true)), ...block.rows.map((row) => row.map((text, i) => cell(text, i, false)))],
    },
    layout: { hLineWidth: () => ruleWidth, vLineWidth: () => ruleWidth, paddingLeft: () => padding, paddingRight: () => padding, paddingTop: () => 2, paddingBottom: () => 2 },
    margin: [0, block.beforePt, 0, block.afterPt],
  };
}
