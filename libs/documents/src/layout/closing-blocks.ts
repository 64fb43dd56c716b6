import type { DocumentAttachment, DocumentVisa, SignatureBlock, SignatureMark } from '@reglament/contracts';
import { formatDate } from '../russian/dates.js';
import { initialsFirst } from '../russian/initials.js';
import { formatMoment } from '../russian/moments.js';
import type { Block, ColumnsBlock, ParagraphBlock } from './blocks.js';
import { textWidthPt } from './text-width.js';
import { mmToPt, ptToMm } from './units.js';
import type { DocumentToPrint } from './document-to-print.js';
import { columns, type Sheet } from './sheet.js';

/** Names are set flush right: a little room keeps the widest from touching what stands before it. */
const besideNameMm = 3;

/** «Приложение: план на 3 л. в 1 экз.» below the text. */
export function attachmentNote(attachments: readonly DocumentAttachment[], sheet: Sheet): ParagraphBlock[] {
  const lines = attachments.map((attachment) => `${attachment.title}${attachment.pages === undefined ? '' : ` на ${attachment.pages} л. в 1 экз.`}`);
  const options = { align: 'left', lineSpacing: sheet.profile.text.lineSpacing, leftMm: 30, firstIndentMm: -30 } as const;
  if (lines.length === 0) return [];
  if (lines.length === 1) return [sheet.paragraph(`Приложение: ${lines[0]}`, { ...options, beforePt: 10 })];
  return lines.map((line, i) => sheet.paragraph(`${i === 0 ? 'Приложения: ' : ''}${i + 1}. ${line}`, { ...options, beforePt: i === 0 ? 10 : 0, ...(i > 0 && { firstIndentMm: 0 }) }));
}

/** Position on the left, mark of the electronic signature or room for the hand in the middle, initials and surname on the right. */
export function signatureBlocks(signatures: readonly SignatureBlock[], sheet: Sheet): ColumnsBlock[] {
  return signatures.map((block, i) => {
    const name = initialsFirst(block.person);
    const lines = markLines(block.mark);
    const isMarked = lines.length > 0;
    const wishedMm = ptToMm(textWidthPt(name, sheet.profile.font.sizePt)) + besideNameMm;
    const nameMm = Math.min(sheet.widthMm * (isMarked ? 0.4 : 0.6), Math.max(38, wishedMm));
    const middleMm = isMarked ? Math.min(sheet.widthMm * 0.4, sheet.widthMm * 0.75 - nameMm) : Math.min(32, sheet.widthMm * 0.7 - nameMm);
    return columns([
      { widthMm: sheet.widthMm - middleMm - nameMm, verticalAlign: 'bottom', paragraphs: [sheet.paragraph([block.acting, block.position].filter((part) => part !== undefined).join(' '), { rightMm: besideNameMm })] },
      { widthMm: middleMm, verticalAlign: 'bottom', bordered: isMarked, paragraphs: isMarked ? markParagraphs(lines, middleMm, sheet) : [sheet.paragraph('')] },
      { widthMm: nameMm, verticalAlign: 'bottom', paragraphs: [sheet.paragraph(name, { align: 'right' })] },
    ], i === 0 ? 32 : 20);
  });
}

/** What is too long for the frame, as a certificate's number can be, has a line of its own and is set smaller rather than torn. */
function markParagraphs(lines: readonly string[], widthMm: number, sheet: Sheet): ParagraphBlock[] {
  const whole = sheet.profile.font.smallSizePt - 1;
  const room = mmToPt(widthMm) - 10;
  const split = lines.flatMap((line) => (textWidthPt(line, whole) <= room ? [line] : line.split(/(?<=:) /u)));
  return split.map((line, n) => {
    const width = textWidthPt(line, whole, n === 0);
    return sheet.paragraph(line, {
      sizePt: width <= room ? whole : Math.max(6, Math.floor((whole * room * 2) / width) / 2),
      align: 'center', bold: n === 0, verbatim: n > 0, beforePt: n === 0 ? 2 : 0, afterPt: n === split.length - 1 ? 3 : 0,
    });
  });
}

/** What an electronic signature prints. A simple one has no certificate (63-ФЗ, art. 5); its own mark names signer, moment and record. */
export function markLines(mark: SignatureMark | undefined): string[] {
  if (mark === undefined) return [];
  switch (mark.type) {
    case 'simple-electronic':
      return ['Подписано простой электронной подписью', mark.signer, formatMoment(mark.at), `Код записи: ${mark.recordCode}`];
    case 'qualified-electronic':
      return [
        'Документ подписан электронной подписью', `Сертификат: ${mark.certificate}`, `Владелец: ${mark.holder}`,
        `Действителен с ${formatDate(mark.validFrom, 'digits')} по ${formatDate(mark.validTo, 'digits')}`,
      ];
    case 'paper':
      return [];
    default:
      throw new Error(`Unknown signature mark ${String(mark satisfies never)}`);
  }
}

/** Visas, distribution, mark of the author and mark of filing. */
export function serviceMarks({ model }: DocumentToPrint, sheet: Sheet): Block[] {
  const small = sheet.profile.font.smallSizePt;
  const { executorContact: contact, filingMark: filing } = model;
  const visas = model.visas ?? [];
  return [
    ...(visas.length === 0 ? [] : [sheet.paragraph('Визы:', { beforePt: 24, afterPt: 4, keepNext: true }), ...visas.map((visa) => visaRow(visa, sheet))]),
    ...((model.distribution ?? []).length === 0 ? [] : [sheet.paragraph(`Разослать: ${(model.distribution ?? []).join(', ')}.`, { sizePt: small + 1, beforePt: 16 })]),
    ...(contact === undefined ? [] : [
      sheet.paragraph(contact.name, { sizePt: small, beforePt: 20 }),
      ...[contact.phone, contact.email].filter((line) => line !== undefined).map((line) => sheet.paragraph(line, { sizePt: small, verbatim: true })),
    ]),
    ...(filing === undefined ? [] : [
      sheet.paragraph([`В дело № ${filing.caseIndex}`, filing.date === undefined ? '' : formatDate(filing.date, 'digits'), filing.note ?? ''].filter((part) => part !== '').join(', '), { sizePt: small, beforePt: 10 }),
    ]),
  ];
}

function visaRow(visa: DocumentVisa, sheet: Sheet): ColumnsBlock {
  const said = visa.date === undefined ? '' : formatDate(visa.date, 'digits');
  const nameMm = Math.min(sheet.widthMm * 0.5, Math.max(sheet.widthMm * 0.28, ptToMm(textWidthPt(initialsFirst(visa.person), sheet.profile.font.tableSizePt)) + besideNameMm));
  return columns([
    { widthMm: sheet.widthMm * 0.7 - nameMm, paragraphs: [sheet.paragraph(visa.position, { sizePt: sheet.profile.font.tableSizePt })] },
    { widthMm: sheet.widthMm * 0.3, paragraphs: [sheet.paragraph(decisionText(visa), { sizePt: sheet.profile.font.tableSizePt, align: 'center' }), ...(said === '' ? [] : [sheet.paragraph(said, { sizePt: sheet.profile.font.tableSizePt, align: 'center' })])] },
    { widthMm: nameMm, paragraphs: [sheet.paragraph(initialsFirst(visa.person), { sizePt: sheet.profile.font.tableSizePt, align: 'right' })] },
  ], 6);
}

function decisionText(visa: DocumentVisa): string {
  switch (visa.decision) {
    case 'pending':
      return '____________';
    case 'agreed':
      return 'согласовано';
    case 'agreed-with-remarks':
      return 'согласовано с замечаниями';
    case 'not-agreed':
      return 'не согласовано';
    default:
      throw new Error(`Unknown decision ${String(visa.decision satisfies never)}`);
  }
}

