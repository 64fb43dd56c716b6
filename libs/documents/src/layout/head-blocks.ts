import { formatDate } from '../russian/dates.js';
import type { Block, ParagraphBlock } from './blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { columns, type Sheet } from './sheet.js';
import { stampBlocks } from './stamps.js';

/** Organisation, kind, date, number, place and title, in the order of ГОСТ Р 7.0.97. */
export function headBlocks(print: DocumentToPrint, sheet: Sheet): Block[] {
  const head = sheet.profile.requisites.arrangement === 'corner' ? cornerHead(print, sheet) : lengthwiseHead(print, sheet);
  return [...stampBlocks(print.model.requisites.stamps ?? [], sheet), ...head, ...titleBlocks(print, sheet)];
}

function lengthwiseHead({ model, kind, profile }: DocumentToPrint, sheet: Sheet): Block[] {
  const { requisites } = model;
  const third = sheet.widthMm / 3;
  return [
    ...organisation(model, sheet, 'center'),
    ...(requisites.kindTitle === '' ? [] : [sheet.paragraph(requisites.kindTitle, { align: 'center', bold: true, beforePt: 14, afterPt: 12 })]),
    ...(isRegistered(model, kind)
      ? [columns([
          { widthMm: third, paragraphs: [sheet.paragraph(dateText(model, profile.requisites.dateStyle))] },
          { widthMm: third, paragraphs: [sheet.paragraph('')] },
          { widthMm: third, paragraphs: [sheet.paragraph(numberText(model), { align: 'right' })] },
        ])]
      : []),
    ...(requisites.place === undefined ? [] : [sheet.paragraph(requisites.place, { align: 'center', beforePt: 2 })]),
    ...addressees(model, sheet),
  ];
}

/** Head of a letter: sender on the left, addressee on the right. */
function cornerHead({ model, kind, profile }: DocumentToPrint, sheet: Sheet): Block[] {
  const { requisites } = model;
  const leftWidth = profile.requisites.stampWidth;
  const reply = requisites.inReplyTo;
  const sender: ParagraphBlock[] = [
    ...organisation(model, sheet, 'center'),
    ...(requisites.kindTitle === '' ? [] : [sheet.paragraph(requisites.kindTitle, { align: 'center', bold: true, beforePt: 8 })]),
    ...(isRegistered(model, kind) ? [sheet.paragraph(`${dateText(model, 'digits')} ${numberText(model)}`, { beforePt: 8 })] : []),
    ...(reply ? [sheet.paragraph(`На № ${reply.number} от ${formatDate(reply.date, 'digits')}`)] : []),
    ...(requisites.place === undefined ? [] : [sheet.paragraph(requisites.place, { align: 'center', beforePt: 2 })]),
  ];
  const to = (requisites.addressees ?? []).flatMap((addressee, i) => addressee.lines.map((line, j) => sheet.paragraph(line, { beforePt: i > 0 && j === 0 ? 6 : 0 })));
  const gap = 10;
  return [columns([
    { widthMm: leftWidth, paragraphs: sender },
    { widthMm: gap, paragraphs: [sheet.paragraph('')] },
    { widthMm: sheet.widthMm - leftWidth - gap, paragraphs: to.length > 0 ? to : [sheet.paragraph('')] },
  ])];
}

function organisation(model: DocumentToPrint['model'], sheet: Sheet, align: 'center' | 'left'): ParagraphBlock[] {
  const { organisation: lines, organisationDetails: details = [] } = model.requisites;
  return [
    ...lines.map((line) => sheet.paragraph(line, { align, bold: true })),
    ...details.map((line, i) => sheet.paragraph(line, { align, sizePt: sheet.profile.font.smallSizePt, beforePt: i === 0 ? 3 : 0 })),
  ];
}

function addressees(model: DocumentToPrint['model'], sheet: Sheet): ParagraphBlock[] {
  const leftMm = sheet.widthMm - sheet.profile.requisites.stampWidth;
  return (model.requisites.addressees ?? []).flatMap((addressee) =>
    addressee.lines.map((line, i) => sheet.paragraph(line, { leftMm, beforePt: i === 0 ? 8 : 0 })));
}

/** A document of a kind without a journal (a regulation) gets its date and number by the stamp of approval. */
function isRegistered(model: DocumentToPrint['model'], kind: DocumentToPrint['kind']): boolean {
  return model.registration !== undefined || kind.journal !== undefined;
}

function titleBlocks({ model, kind }: DocumentToPrint, sheet: Sheet): Block[] {
  const title = model.requisites.title;
  if (title.trim() === '') return [sheet.paragraph('', { afterPt: 4 })];
  const spare = Math.max(0, sheet.widthMm - sheet.profile.requisites.titleMaxWidth);
  const bold = kind.kindTitle !== '';
  if (sheet.profile.requisites.titleAlign === 'center') {
    return [sheet.paragraph(title, { bold, align: 'center', leftMm: spare / 2, rightMm: spare / 2, beforePt: isRegistered(model, kind) ? 14 : 0, afterPt: 14 })];
  }
  return [sheet.paragraph(title, { bold, rightMm: spare, beforePt: 16, afterPt: 16 })];
}

/** Blanks stand where registration has not yet put date and number. */
export function dateText(model: DocumentToPrint['model'], style: Parameters<typeof formatDate>[1]): string {
  return model.registration?.date === undefined ? '____________' : formatDate(model.registration.date, style);
}

export function numberText(model: DocumentToPrint['model']): string {
  return `№ ${model.registration?.number ?? '______'}`;
}
