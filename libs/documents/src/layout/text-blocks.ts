import type { ClauseType, DocumentClause, DocumentTable } from '@reglament/contracts';
import { DocumentError } from '../document-error.js';
import { numberClauses } from '../numbering/number-clauses.js';
import { findDates, formatLastDay } from '../russian/dates.js';
import type { Block, ParagraphBlock, TextRun } from './blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { makeTable } from './make-table.js';
import type { Sheet } from './sheet.js';

/** Preamble, clauses and the tables that stand in the text. */
export function textBlocks(print: DocumentToPrint, sheet: Sheet): Block[] {
  const { model } = print;
  const preamble = introducing((model.preamble ?? '').split('\n').filter((line) => line.trim() !== '').map((line) => body(sheet, [{ text: line }], undefined)));
  const after = model.tables.filter((table) => table.anchor.type === 'after-text').flatMap((table) => tableBlocks(table, sheet));
  return [...preamble, ...clauseBlocks(model.clauses, print, sheet), ...after];
}

/** Clauses with generated numbers, each followed by the tables anchored to it. */
export function clauseBlocks(clauses: readonly DocumentClause[], print: DocumentToPrint, sheet: Sheet): Block[] {
  const numbers = numberClauses(clauses, print.kind);
  const types = new Map(print.kind.clauseTypes.map((type) => [type.key, type]));
  const level = (siblings: readonly DocumentClause[]): Block[] =>
    siblings.flatMap((clause): Block[] => {
      const duty = dutyParagraph(clause, print, sheet);
      const below = level(clause.clauses ?? []);
      // A list that belongs to the sentence is not torn from it; numbered clauses below stand for themselves.
      const isSentence = (clause.clauses ?? []).every((child) => !/^\d/u.test(numbers.get(child.id) ?? ''));
      const own = clauseParagraphs(clause, types.get(clause.type), numbers.get(clause.id) ?? '', sheet);
      return [
        ...(below.length > 0 || duty.length > 0 || types.get(clause.type)?.role === 'heading' ? introducing(own) : own),
        ...(isSentence ? [...below, ...duty] : duty),
        ...print.model.tables
          .filter(({ anchor }) => anchor.type === 'after-clause' && anchor.clauseId === clause.id)
          .flatMap((table) => tableBlocks(table, sheet)),
        ...(isSentence ? [] : below),
      ];
    });
  return level(clauses);
}

/** «В целях … необходимо:» may not be the last line of a page. */
function introducing(paragraphs: readonly ParagraphBlock[]): ParagraphBlock[] {
  return paragraphs.map((paragraph, i) => (i === paragraphs.length - 1 ? { ...paragraph, keepNext: true } : paragraph));
}

function clauseParagraphs(clause: DocumentClause, type: ClauseType | undefined, number: string, sheet: Sheet): ParagraphBlock[] {
  const end = /^\d/u.test(number) ? sheet.profile.text.clauseNumberEnd : '';
  const mark = number === '' ? '' : `${number}${end}\u00a0`;
  const [first = '', ...rest] = clause.text.split('\n');
  const label: TextRun[] = type?.label === undefined ? [] : [{ text: `${type.label} `, bold: true }];
  const isBold = type?.bold === true;
  return [
    body(sheet, [{ text: mark, ...(isBold && { bold: true }) }, ...label, { text: first, ...(isBold && { bold: true }) }].filter((run) => run.text !== ''), type),
    ...rest.map((text) => body(sheet, [{ text, ...(isBold && { bold: true }) }], type)),
  ];
}

/** Executor and term of a task where its own words do not say them: what the control of execution uses has to stand on paper. */
function dutyParagraph(clause: DocumentClause, { kind, partyNames }: DocumentToPrint, sheet: Sheet): ParagraphBlock[] {
  if (kind.clauseTypes.find((type) => type.key === clause.type)?.role !== 'task') return [];
  const executor = clause.executor === undefined || clause.executorAsTyped !== undefined ? undefined : partyNames?.get(clause.executor);
  const saysDue = findDates(clause.text).some((found) => found.date === clause.due);
  const duties = [
    ...(executor === undefined || clause.text.includes(executor.split(' ')[0] ?? executor) ? [] : [`исполнитель: ${executor}`]),
    ...(saysDue || clause.due === undefined ? [] : [`срок: ${formatLastDay(clause.due)}`]),
  ];
  if (duties.length === 0) return [];
  const sentence = duties.join('; ');
  return [body(sheet, [{ text: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${sentence.endsWith('.') ? '' : '.'}` }], undefined)];
}

function body(sheet: Sheet, runs: readonly TextRun[], type: ClauseType | undefined): ParagraphBlock {
  const align = type?.align ?? sheet.profile.text.align;
  return sheet.paragraph(runs, {
    align,
    lineSpacing: sheet.profile.text.lineSpacing,
    firstIndentMm: align === 'center' || align === 'right' ? 0 : sheet.profile.text.indent,
    ...(align === 'center' && { beforePt: 6, afterPt: 4 }),
    ...(type?.label !== undefined && { beforePt: 6 }),
  });
}

/** @throws DocumentError `document.table-row-width` when a row has more cells than there are columns. */
export function tableBlocks(table: DocumentTable, sheet: Sheet): Block[] {
  const tooWide = table.rows.findIndex((row) => row.length > table.columns.length);
  if (tooWide !== -1) {
    throw new DocumentError('document.table-row-width', { found: `row ${tooWide + 1}`, expected: `at most ${table.columns.length} cells`, at: table.id });
  }
  const block = makeTable({ columns: table.columns.map(({ title, width, align }) => ({ title, share: width ?? 1, align })), rows: table.rows, beforePt: 6, afterPt: 8 }, sheet);
  return [...(table.title === undefined ? [] : [sheet.paragraph(table.title, { beforePt: 8, afterPt: 2, keepNext: true })]), block];
}
