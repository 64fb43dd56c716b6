import { formatDate } from '../russian/dates.js';
import type { Block, ParagraphBlock } from './blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { emblemBlock } from './emblem.js';
import { columns, type Sheet } from './sheet.js';
import { stampBlocks } from './stamps.js';
import { mmToPt } from './units.js';

/** Organisation, kind, date, number, place and title, in the order of ГОСТ Р 7.0.97. */
export function headBlocks(print: DocumentToPrint, sheet: Sheet): Block[] {
  const head = sheet.profile.requisites.arrangement === 'corner' ? cornerHead(print, sheet) : lengthwiseHead(print, sheet);
  return [...stampBlocks(print.model.requisites.stamps ?? [], sheet), ...head, ...titleBlocks(print, sheet)];
}

function lengthwiseHead(print: DocumentToPrint, sheet: Sheet): Block[] {
  const { model, kind, profile } = print;
  const { requisites } = model;
  const third = sheet.widthMm / 3;
  const emblem = emblemBlock(print, sheet, sheet.widthMm);
  return [
    ...(emblem === null ? [] : [emblem.picture]),
    ...organisation(model, sheet, emblem?.clearMm ?? 0),
    ...(requisites.kindTitle === '' ? [] : [sheet.paragraph(requisites.kindTitle, { align: 'center', bold: true, beforePt: 14, afterPt: 12 })]),
    ...(isRegistered(model, kind)
      ? [columns([
          { widthMm: third, paragraphs: [sheet.paragraph(dateText(model, profile.requisites.dateStyle))] },
          { widthMm: third, paragraphs: [sheet.paragraph('')] },
          { widthMm: third, paragraphs: [sheet.paragraph(numberText(model), { align: 'right' })] },
        ], requisites.kindTitle === '' ? 10 : 0)]
      : []),
    ...inReplyTo(model, sheet),
    ...place(model, sheet),
    ...addressees(model, sheet),
  ];
}

/** Head of a letter: sender on the left, addressee on the right. */
function cornerHead(print: DocumentToPrint, sheet: Sheet): Block[] {
  const { model, kind, profile } = print;
  const { requisites } = model;
  const leftWidth = profile.requisites.stampWidth;
  const emblem = emblemBlock(print, sheet, leftWidth);
  const sender: ParagraphBlock[] = [
    ...organisation(model, sheet, emblem?.clearMm ?? 0),
    ...(requisites.kindTitle === '' ? [] : [sheet.paragraph(requisites.kindTitle, { align: 'center', bold: true, beforePt: 8 })]),
    ...(isRegistered(model, kind) ? [sheet.paragraph(`${dateText(model, 'digits')} ${numberText(model)}`, { beforePt: 8 })] : []),
    ...inReplyTo(model, sheet),
    ...place(model, sheet),
  ];
  const to = (requisites.addressees ?? []).flatMap((addressee, i) => addressee.lines.map((line, j) => sheet.paragraph(line, { beforePt: i > 0 && j === 0 ? 6 : 0 })));
  const gap = 10;
  return [...(emblem === null ? [] : [emblem.picture]), columns([
    { widthMm: leftWidth, paragraphs: sender },
    { widthMm: gap, paragraphs: [sheet.paragraph('')] },
    { widthMm: sheet.widthMm - leftWidth - gap, paragraphs: to.length > 0 ? to : [sheet.paragraph('')] },
  ])];
}

/** @param clearMm height that is left free above, for the emblem */
function organisation(model: DocumentToPrint['model'], sheet: Sheet, clearMm: number): ParagraphBlock[] {
  const { organisation: lines, organisationDetails: details = [] } = model.requisites;
  return [
    ...lines.map((line, i) => sheet.paragraph(line, { align: 'center', bold: true, beforePt: i === 0 ? mmToPt(clearMm) : 0 })),
    ...details.map((line, i) => sheet.paragraph(line, { align: 'center', sizePt: sheet.profile.font.smallSizePt, beforePt: i === 0 ? 3 : 0 })),
  ];
}

/** A letter has no place of issue: its address says it (ГОСТ Р 7.0.97). A letter's kind is not printed either; by that it is known. */
function place({ requisites }: DocumentToPrint['model'], sheet: Sheet): ParagraphBlock[] {
  return requisites.place === undefined || requisites.kindTitle === '' ? [] : [sheet.paragraph(requisites.place, { align: 'center', beforePt: 2 })];
}

function inReplyTo({ requisites: { inReplyTo: reply } }: DocumentToPrint['model'], sheet: Sheet): ParagraphBlock[] {
  return reply ? [sheet.paragraph(`На № ${reply.number} от ${formatDate(reply.date, 'digits')}`)] : [];
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
  const title = withShortWordsBound(model.requisites.title);
  if (title.trim() === '') return [sheet.paragraph('', { afterPt: 4 })];
  const spare = Math.max(0, sheet.widthMm - sheet.profile.requisites.titleMaxWidth);
  const bold = kind.kindTitle !== '';
  if (sheet.profile.requisites.titleAlign === 'center') {
    return [sheet.paragraph(title, { bold, align: 'center', leftMm: spare / 2, rightMm: spare / 2, beforePt: isRegistered(model, kind) ? 14 : 0, afterPt: 14 })];
  }
  return [sheet.paragraph(title, { bold, rightMm: spare, beforePt: 16, afterPt: 16 })];
}

/** A title is not justified, so that no hole opens when «о», «в» or «и» stays with the word that it belongs to. */
function withShortWordsBound(title: string): string {
  return title.replace(/(?<=(?:^|[\s«(])\p{L}{1,2}) (?=\S)/gu, '\u00a0');
}

/** Blanks stand where registration has not yet put date and number. */
export function dateText(model: DocumentToPrint['model'], style: Parameters<typeof formatDate>[1]): string {
  return model.registration?.date === undefined ? '____________' : formatDate(model.registration.date, style);
}

export function numberText(model: DocumentToPrint['model']): string {
  return `№ ${model.registration?.number ?? '______'}`;
}
