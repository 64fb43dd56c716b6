// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration has to travel with the source to every project that compiles it
/// <reference path="./pdfmake.d.ts" />
import pdfmake from 'pdfmake';
import type { DocumentToPrint } from '../layout/document-to-print.js';
import { layoutDocument } from '../layout/layout-document.js';
import { barcodeFromEdgeMm, pageHeightMm, pageWidthMm } from '../layout/sheet.js';
import { mmToPt } from '../layout/units.js';
import { barcodeModules } from './barcode.js';
import { blocksToPdf } from './pdf-nodes.js';
import { typesetWell } from './pdf-typesetting.js';

/** TrueType files with Cyrillic, in full (not split by alphabet); Tinos has the metrics of Times New Roman. */
export interface PdfFonts {
  regular: Uint8Array;
  bold: Uint8Array;
}

const family = 'document';
const fontNames = new WeakMap<PdfFonts, { normal: string; bold: string }>();
let fontsSeen = 0;

/** The document on paper. Equal input gives equal bytes. Nothing is read from disk or network. */
export async function renderPdf(print: DocumentToPrint, fonts: PdfFonts): Promise<Uint8Array> {
  const { blocks, sheet } = layoutDocument(print);
  const { profile } = sheet;
  const moment = new Date(print.printedAt);
  typesetWell();
  // One object for the whole library: set again before every document, then read at once by createPdf.
  pdfmake.setFonts({ [family]: registered(fonts) });
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  const pdf = pdfmake.createPdf({
    pageSize: 'A4',
    pageMargins: [mmToPt(sheet.leftMm), mmToPt(profile.margins.top), mmToPt(sheet.rightMm), mmToPt(profile.margins.bottom)],
    language: 'ru-RU',
    displayTitle: true,
    info: {
      title: print.model.requisites.title, author: print.model.requisites.organisation.join(' '), creator: 'Reglament', producer: 'Reglament',
      creationDate: moment, modDate: moment,
    },
    defaultStyle: { font: family, fontSize: profile.font.sizePt },
    header: (page: number) => page < profile.pageNumbers.from ? null : {
      text: String(page), alignment: 'center', margin: [mmToPt(sheet.leftMm), mmToPt(profile.pageNumbers.distanceFromEdge), mmToPt(sheet.rightMm), 0],
    },
    background: (page: number) => (page === 1 && print.qr !== undefined && profile.qr.allowed ? barcode(print.qr, sheet.rightMm, profile.qr.size) : null),
    content: blocksToPdf(blocks, sheet.widthMm),
  });
  return new Uint8Array(await pdf.getBuffer());
}

/** Lower right corner of the first sheet, within the bottom margin so that no text can run into it (ГОСТ Р 7.0.97-2025). */
function barcode(text: string, rightMm: number, sizeMm: number): Record<string, unknown> {
  const modules = barcodeModules(text);
  const side = mmToPt(sizeMm) / modules.length;
  // Dark neighbours in a row are one rectangle, or hairlines show between them.
  const canvas = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return [{ type: 'rect', x: x * side, y: y * side, w: ((end === -1 ? row.length : end) - x) * side, h: side, lineWidth: 0, color: '#000' }];
    }));
  return { canvas, absolutePosition: { x: mmToPt(pageWidthMm - rightMm - sizeMm), y: mmToPt(pageHeightMm - barcodeFromEdgeMm - sizeMm) } };
}

function registered(fonts: PdfFonts): { normal: string; bold: string } {
  const known = fontNames.get(fonts);
  if (known) return known;
  fontsSeen += 1;
  const names = { normal: `fonts/${fontsSeen}-regular.ttf`, bold: `fonts/${fontsSeen}-bold.ttf` };
  pdfmake.virtualfs.writeFileSync(names.normal, fonts.regular);
  pdfmake.virtualfs.writeFileSync(names.bold, fonts.bold);
  fontNames.set(fonts, names);
  return names;
}
