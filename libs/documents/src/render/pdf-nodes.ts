import type { Block, ColumnsBlock, ParagraphBlock, PictureBlock, TableBlock } from '../layout/blocks.js';
import { heightKeptBelow, heightOf, rowHeight } from '../layout/keep-together.js';
import { textWidthPt } from '../layout/text-width.js';
import { mmToPt } from '../layout/units.js';
import { toBase64 } from './base64.js';

/** A node of pdfmake's document definition. */
export type PdfNode = Record<string, unknown>;

const ruleWidth = 0.5;
const padding = 4;
/** Ascent, descent and gap of Times New Roman, by which word processors set lines, over ascent and descent alone, by which pdfmake does. */
const leading = 1.149 / 1.107;
/** What is kept whole has to fit on a page: pdfmake drops what hangs out of it. Estimates are on the high side. */
const highestWholePt = 560;
/** More is not kept free below a paragraph: about half a page. */
const highestKeptPt = 400;

/** The blocks of a document from top to bottom. */
export function blocksToPdf(blocks: readonly Block[], widthMm: number): PdfNode[] {
  return blocks.map((block, i) => {
    if (block.type !== 'paragraph') return blockToPdf(block, widthMm);
    const below = block.keepNext === true ? Math.min(highestKeptPt, block.afterPt + heightKeptBelow(blocks, i + 1, widthMm)) : 0;
    return { ...paragraph(block, mmToPt(widthMm)), keptLines: { below } };
  });
}

function blockToPdf(block: Block, widthMm: number): PdfNode {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, mmToPt(widthMm));
    case 'columns':
      return columns(block, widthMm);
    case 'table':
      return table(block);
    case 'group':
      return { stack: block.blocks.map((inner) => blockToPdf(inner, widthMm)), unbreakable: heightOf(block, widthMm) <= highestWholePt };
    case 'picture':
      return picture(block);
    case 'page-break':
      return { text: '', pageBreak: 'after', fontSize: 1 };
    default:
      throw new Error(`Unknown block ${String(block satisfies never)}`);
  }
}

function picture(block: PictureBlock): PdfNode {
  return {
    image: `data:image/png;base64,${toBase64(block.png)}`, width: mmToPt(block.widthMm), height: mmToPt(block.heightMm),
    absolutePosition: { x: mmToPt(block.leftMm), y: mmToPt(block.topMm) },
  };
}

function paragraph(block: ParagraphBlock, widthPt: number): PdfNode {
  const room = widthPt - mmToPt(block.leftMm + block.rightMm);
  const text = block.runs.flatMap((run) => wholeTokens(run.text, room, block.sizePt).map((token) => ({ ...token, bold: run.bold === true })));
  return {
    text: text.length === 0 || text.every((run) => run.text === '') ? ' ' : text,
    alignment: block.align,
    fontSize: block.sizePt,
    lineHeight: block.lineSpacing * leading,
    ...(block.firstIndentMm !== 0 && { leadingIndent: mmToPt(block.firstIndentMm) }),
    margin: [mmToPt(block.leftMm), block.beforePt, mmToPt(block.rightMm), block.afterPt],
  };
}

/**
 * «2026–2027», «43/1» and «12-од» are one word to the reader, but may be broken at the sign: such tokens are kept whole where the line has room
 * for them. A fixed hyphen becomes the plain one that people search and copy.
 */
function wholeTokens(text: string, widthPt: number, sizePt: number): { text: string; noWrap?: true }[] {
  return (text.match(/[^ \n]+ ?|[ \n]+/gu) ?? []).flatMap((token) => inLines(token, widthPt, sizePt)).reduce<{ text: string; noWrap?: true }[]>((pieces, token) => {
    const plain = token.replaceAll('\u2011', '-');
    if (/[^ \n][\u2011–—/][^ \n]/u.test(token) && textWidthPt(token.trimEnd(), sizePt, true) <= widthPt) pieces.push({ text: plain, noWrap: true });
    else if (pieces.length === 0 || pieces.at(-1)?.noWrap === true) pieces.push({ text: plain });
    else pieces[pieces.length - 1] = { text: `${pieces.at(-1)?.text ?? ''}${plain}` };
    return pieces;
  }, []);
}

/** Lines that one word may fill and still be left to pdfmake, which tries a place to break it sign by sign: 50,000 letters took it minutes. */
const longestWordInLines = 4;

/** A word that no word is (something pasted without a space) is cut where the lines end. */
function inLines(token: string, widthPt: number, sizePt: number): string[] {
  if (token.length * sizePt <= longestWordInLines * widthPt || widthPt <= 0) return [token];
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const sign of token) {
    const width = textWidthPt(sign, sizePt, true);
    if (line !== '' && used + width > widthPt) {
      lines.push(`${line}\n`);
      [line, used] = ['', 0];
    }
    line += sign;
    used += width;
  }
  return lines.length < longestWordInLines ? [token] : [...lines, line];
}

function columns(block: ColumnsBlock, widthMm: number): PdfNode {
  const isBordered = (i: number) => block.cells[i]?.bordered === true;
  return {
    table: {
      widths: block.cells.map((cell) => mmToPt(cell.widthMm) - (cell.bordered ? 2 * (padding + ruleWidth) : 0)),
      body: [block.cells.map((cell) => ({
        stack: cell.paragraphs.map((inner) => paragraph(inner, mmToPt(cell.widthMm) - (cell.bordered ? 2 * padding : 0))),
        verticalAlignment: cell.verticalAlign,
        border: [cell.bordered, cell.bordered, cell.bordered, cell.bordered],
      }))],
      dontBreakRows: heightOf(block, widthMm) <= highestWholePt,
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
    text: text === '' ? ' ' : wholeTokens(text, mmToPt(block.columns[column]?.widthMm ?? 0) - 2 * padding - ruleWidth, block.sizePt),
    alignment: head ? 'center' : (block.columns[column]?.align ?? 'left'),
    bold: head,
    fontSize: block.sizePt,
    lineHeight: leading,
    ...(head && { verticalAlignment: 'middle' }),
  });
  const head = block.headless === true ? [] : [block.columns.map((column, i) => cell(column.title, i, true))];
  return {
    table: {
      headerRows: head.length,
      dontBreakRows: block.rows.every((row) => rowHeight(block, row, false) <= highestWholePt),
      keepWithHeaderRows: head.length,
      widths: block.columns.map((column) => mmToPt(column.widthMm) - 2 * padding - ruleWidth),
      body: [...head, ...block.rows.map((row) => row.map((text, i) => cell(text, i, false)))],
    },
    layout: { hLineWidth: () => ruleWidth, vLineWidth: () => ruleWidth, paddingLeft: () => padding, paddingRight: () => padding, paddingTop: () => 2, paddingBottom: () => 2 },
    margin: [0, block.beforePt, 0, block.afterPt],
  };
}
