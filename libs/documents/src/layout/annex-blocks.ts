import type { AcquaintanceSheet, DocumentAttachment } from '@reglament/contracts';
import { formatMoment } from '../russian/moments.js';
import { surnameFirst } from '../russian/initials.js';
import type { Block, TableBlock } from './blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { dateText, numberText } from './head-blocks.js';
import { proseText, type Sheet } from './sheet.js';
import { clauseBlocks, tableBlocks } from './text-blocks.js';

/** The attachments that have text or tables of their own, each on a new page with «Приложение № 1 к приказу …» in the upper right. */
export function attachmentBlocks(print: DocumentToPrint, sheet: Sheet): Block[] {
  return print.model.attachments.flatMap((attachment, i): Block[] => {
    const tables = print.model.tables.filter(({ anchor }) => anchor.type === 'in-attachment' && anchor.attachmentId === attachment.id);
    if (tables.length === 0 && (attachment.clauses ?? []).length === 0) return [];
    return [
      { type: 'page-break' },
      ...attachmentHead(attachment, i, print, sheet),
      sheet.paragraph(attachment.title, { align: 'center', bold: true, beforePt: 18, afterPt: 12 }),
      ...clauseBlocks(attachment.clauses ?? [], print, sheet),
      ...tables.flatMap((table) => tableBlocks(table, sheet)),
    ];
  });
}

function attachmentHead(attachment: DocumentAttachment, index: number, { model, kind }: DocumentToPrint, sheet: Sheet): Block[] {
  const number = attachment.number ?? (model.attachments.length > 1 ? String(index + 1) : undefined);
  const leftMm = sheet.widthMm - sheet.profile.requisites.stampWidth;
  const head = [`Приложение${number === undefined ? '' : ` № ${number}`}`];
  const registration = `от ${dateText(model, 'digits')} ${numberText(model)}`;
  const dative = kind.kindTitleForms?.dative;
  if (attachment.approved === true) {
    const by = kind.kindTitleForms?.instrumental ?? '';
    return [...head, '', 'УТВЕРЖДЕНО', `${by} ${registration}`.trim()].map((line) => sheet.paragraph(line, { leftMm }));
  }
  return [...head, `${dative === undefined ? '' : `к ${dative} `}${registration}`].map((line) => sheet.paragraph(line, { leftMm }));
}

/** The sheet of acquaintance, for a page of its own. */
export function acquaintanceBlocks(print: DocumentToPrint, sheet: Sheet): Block[] {
  const { acquaintance, requisites } = print.model;
  if (acquaintance === undefined) return [];
  const instrumental = print.kind.kindTitleForms?.instrumental ?? 'документом';
  const registration = `${dateText(print.model, 'digits')} ${numberText(print.model)}`;
  const title = requisites.title === '' ? '' : ` «${requisites.title}»`;
  return [
    sheet.paragraph('ЛИСТ ОЗНАКОМЛЕНИЯ', { align: 'center', bold: true, afterPt: 4 }),
    sheet.paragraph(`с ${instrumental} от ${registration}${title}`, { align: 'center', afterPt: 6 }),
    acquaintanceTable(acquaintance, sheet),
  ];
}

function acquaintanceTable(acquaintance: AcquaintanceSheet, sheet: Sheet): TableBlock {
  const shares = [0.09, 0.29, 0.24, 0.17, 0.21];
  const titles = ['№ п/п', 'Должность', 'Фамилия, инициалы', 'Дата', 'Подпись'];
  return {
    type: 'table',
    columns: titles.map((title, i) => ({ title: proseText(title), widthMm: sheet.widthMm * (shares[i] ?? 0.2), align: i === 0 || i === 3 ? 'center' : 'left' })),
    rows: acquaintance.rows.map((row, i) => [
      String(i + 1),
      proseText(row.position),
      proseText(surnameFirst(row.person)),
      row.seen === undefined ? '' : formatMoment(row.seen.at),
      [row.seen?.recordCode === undefined ? '' : `ПЭП, код ${row.seen.recordCode}`, row.note ?? ''].filter((part) => part !== '').join('; '),
    ]),
    sizePt: sheet.profile.font.tableSizePt,
    beforePt: 6,
    afterPt: 0,
  };
}
