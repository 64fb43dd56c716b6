import type { AcquaintanceSheet, DocumentAttachment } from '@reglament/contracts';
import { formatMoment } from '../russian/moments.js';
import { surnameFirst } from '../russian/initials.js';
import type { Block } from './blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { dateText, numberText } from './head-blocks.js';
import { makeTable } from './make-table.js';
import type { Sheet } from './sheet.js';
import { clauseBlocks, tableBlocks } from './text-blocks.js';

/** The attachments that have text or tables of their own, each on a new page with «Приложение № 1 к приказу …» in the upper right. */
export function attachmentBlocks(print: DocumentToPrint, sheet: Sheet): Block[] {
  return print.model.attachments.flatMap((attachment, i): Block[] => {
    const tables = print.model.tables.filter(({ anchor }) => anchor.type === 'in-attachment' && anchor.attachmentId === attachment.id);
    if (tables.length === 0 && (attachment.clauses ?? []).length === 0) return [];
    return [
      { type: 'page-break' },
      ...attachmentHead(attachment, i, print, sheet),
      sheet.paragraph(attachment.title, { align: 'center', bold: true, beforePt: 18, afterPt: 12, keepNext: true }),
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
    sheet.paragraph('ЛИСТ ОЗНАКОМЛЕНИЯ', { align: 'center', bold: true, afterPt: 4, keepNext: true }),
    sheet.paragraph(`с ${instrumental} от ${registration}${title}`, { align: 'center', afterPt: 6, keepNext: true }),
    acquaintanceTable(acquaintance, sheet),
  ];
}

function acquaintanceTable(acquaintance: AcquaintanceSheet, sheet: Sheet): Block {
  const titles: readonly (readonly [title: string, share: number])[] = [['№ п/п', 7], ['Должность', 28], ['Фамилия, инициалы', 25], ['Дата', 20], ['Подпись', 20]];
  return makeTable({
    columns: titles.map(([title, share], i) => ({ title, share, align: i === 0 || i === 3 ? 'center' : 'left', verbatim: i === 4 })),
    rows: acquaintance.rows.map((row, i) => [
      String(i + 1),
      row.position,
      surnameFirst(row.person),
      row.seen === undefined ? '' : formatMoment(row.seen.at).replace(' (', '\u00a0('),
      [row.seen?.recordCode === undefined ? '' : `ПЭП, код ${row.seen.recordCode}`, row.note ?? ''].filter((part) => part !== '').join('; '),
    ]),
    beforePt: 6,
    afterPt: 0,
  }, sheet);
}
