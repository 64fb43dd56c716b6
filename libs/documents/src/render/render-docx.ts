import {
  AlignmentType, BorderStyle, Document, Header, HorizontalPositionRelativeFrom, ImageRun, NoBreakHyphen, Packer, PageBreak, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow,
  TextRun as DocxRun, VerticalAlignTable, VerticalPositionRelativeFrom, WidthType, type ITableCellOptions,
} from 'docx';
import type { Block, ColumnsBlock, ParagraphBlock, PictureBlock, TableBlock, TextRun } from '../layout/blocks.js';
import type { DocumentToPrint } from '../layout/document-to-print.js';
import { layoutDocument } from '../layout/layout-document.js';
import { barcodeFromEdgeMm, pageHeightMm, pageWidthMm, type Sheet } from '../layout/sheet.js';
import { mmToTwips, ptToTwips } from '../layout/units.js';
import { barcodeModules } from './barcode.js';
import { fixDocxDates } from './fix-docx-dates.js';
import { pngOfModules } from './png.js';

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH } as const;
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thinBorder = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const cellPadding = ptToTwips(4);
/** English Metric Units, in which drawings are placed. */
const emuPerMm = 36_000;

/** The document as Word reads it. Equal input gives equal bytes. */
export async function renderDocx(print: DocumentToPrint): Promise<Uint8Array> {
  const { blocks, sheet } = layoutDocument(print);
  const { profile } = sheet;
  const document = new Document({
    creator: print.model.requisites.organisation.join(' '),
    title: print.model.requisites.title,
    styles: { default: { document: { run: { font: profile.font.docx, size: profile.font.sizePt * 2, language: { value: 'ru-RU' } } } } },
    sections: [{
      properties: {
        titlePage: true,
        page: {
          size: { width: mmToTwips(210), height: mmToTwips(297) },
          margin: {
            top: mmToTwips(profile.margins.top), right: mmToTwips(sheet.rightMm), bottom: mmToTwips(profile.margins.bottom), left: mmToTwips(sheet.leftMm),
            header: mmToTwips(profile.pageNumbers.distanceFromEdge), footer: mmToTwips(10),
          },
        },
      },
      headers: { default: new Header({ children: [pageNumber(sheet)] }), first: firstHeader(print, sheet) },
      children: blocks.flatMap((block) => blockToDocx(block, sheet)),
    }],
  });
  return fixDocxDates(await Packer.toBuffer(document), print.printedAt);
}

function pageNumber(sheet: Sheet): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new DocxRun({ children: [PageNumber.CURRENT], size: sheet.profile.font.sizePt * 2 })] });
}

/** The head of the first page alone: where its barcode hangs, since it belongs to the page and not to a paragraph. */
function firstHeader({ qr }: DocumentToPrint, sheet: Sheet): Header {
  const { profile } = sheet;
  const number = profile.pageNumbers.from === 1 ? [pageNumber(sheet)] : [];
  const code = qr !== undefined && profile.qr.allowed ? [new Paragraph({ children: [barcode(qr, sheet)] })] : [];
  const children = [...number, ...code];
  return new Header({ children: children.length > 0 ? children : [new Paragraph('')] });
}

function barcode(text: string, sheet: Sheet): ImageRun {
  const side = sheet.profile.qr.size;
  return onPage({
    type: 'picture', png: pngOfModules(barcodeModules(text), 8), title: 'Штриховой код', widthMm: side, heightMm: side,
    leftMm: pageWidthMm - sheet.rightMm - side, topMm: pageHeightMm - barcodeFromEdgeMm - side,
  }, { id: '1', name: 'barcode', description: text });
}

/** A line of no height in the text, from which the picture hangs. */
function picture(block: PictureBlock): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [onPage(block, { id: '2', name: 'picture', description: block.title })] });
}

/** @param names with a given id: the library would count pictures over all documents of the process. */
function onPage({ png, title, widthMm, heightMm, leftMm, topMm }: PictureBlock, names: { id: string; name: string; description: string }): ImageRun {
  return new ImageRun({
    type: 'png', data: png, transformation: { width: (widthMm / 25.4) * 96, height: (heightMm / 25.4) * 96 },
    altText: { title, ...names },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: Math.round(leftMm * emuPerMm) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: Math.round(topMm * emuPerMm) },
    },
  });
}

function blockToDocx(block: Block, sheet: Sheet, keepNext = false): (Paragraph | Table)[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block, keepNext || block.keepNext === true)];
    case 'columns':
      return [...gap(block.beforePt, keepNext), columnsTable(block, keepNext), ...gap(block.afterPt, keepNext)];
    case 'table':
      return [...gap(block.beforePt, true), ruledTable(block, keepNext), ...gap(block.afterPt, keepNext)];
    case 'picture':
      return [picture(block)];
    case 'group':
      return block.blocks.flatMap((inner, i) => blockToDocx(inner, sheet, i < block.blocks.length - 1));
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()], spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } })];
    default:
      throw new Error(`Unknown block ${String(block satisfies never)}`);
  }
}

/** WordprocessingML gives tables no space around; an empty line of the wished height stands in. */
function gap(pt: number, keepNext: boolean): Paragraph[] {
  return pt <= 0 ? [] : [new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: Math.max(20, ptToTwips(pt)), lineRule: 'exact' } })];
}

function paragraph(block: ParagraphBlock, keepNext: boolean): Paragraph {
  const first = mmToTwips(block.firstIndentMm);
  return new Paragraph({
    alignment: alignments[block.align],
    keepNext,
    widowControl: true,
    indent: { left: mmToTwips(block.leftMm), right: mmToTwips(block.rightMm), ...(first >= 0 ? { firstLine: first } : { hanging: -first }) },
    spacing: { before: ptToTwips(block.beforePt), after: ptToTwips(block.afterPt), line: Math.round(240 * block.lineSpacing), lineRule: 'auto' },
    children: block.runs.map((run) => textRun(run, block.sizePt)),
  });
}

/** Word draws U+2011 from whatever font has it; its own element keeps the font of the line. */
function textRun(run: TextRun, sizePt: number): DocxRun {
  const pieces = run.text.split('\u2011');
  return new DocxRun({
    size: sizePt * 2,
    bold: run.bold === true,
    children: pieces.flatMap((piece, i) => [...(i > 0 ? [new NoBreakHyphen()] : []), ...(piece === '' ? [] : [piece])]),
  });
}

function columnsTable(block: ColumnsBlock, keepNext: boolean): Table {
  const widths = block.cells.map((cell) => mmToTwips(cell.widthMm));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder, insideHorizontal: noBorder, insideVertical: noBorder },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: [new TableRow({
      cantSplit: true,
      children: block.cells.map((cell, i) => new TableCell({
        width: { size: widths[i] ?? 0, type: WidthType.DXA },
        verticalAlign: cell.verticalAlign === 'bottom' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
        ...(cell.bordered && { borders: { top: thinBorder, bottom: thinBorder, left: thinBorder, right: thinBorder }, margins: { left: cellPadding, right: cellPadding, top: 40, bottom: 40 } }),
        children: cell.paragraphs.map((inner) => paragraph(inner, keepNext)),
      } satisfies ITableCellOptions)),
    })],
  });
}

function ruledTable(block: TableBlock, keepNext: boolean): Table {
  const widths = block.columns.map((column) => mmToTwips(column.widthMm));
  const row = (cells: readonly string[], head: boolean) => new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map((text, i) => new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      margins: { left: cellPadding, right: cellPadding, top: 30, bottom: 30 },
      children: text.split('\n').map((line) => new Paragraph({
        alignment: head ? AlignmentType.CENTER : alignments[block.columns[i]?.align ?? 'left'],
        keepNext: head || keepNext,
        children: [textRun({ text: line, bold: head }, block.sizePt)],
      })),
    })),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [...(block.headless === true ? [] : [row(block.columns.map((column) => column.title), true)]), ...block.rows.map((cells) => row(cells, false))],
  });
}
