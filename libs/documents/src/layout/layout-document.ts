import type { Block, ParagraphBlock } from './blocks.js';
import { acquaintanceBlocks, attachmentBlocks } from './annex-blocks.js';
import { attachmentNote, serviceMarks, signatureBlocks } from './closing-blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { headBlocks } from './head-blocks.js';
import { sheetFor, type Sheet } from './sheet.js';
import { textBlocks } from './text-blocks.js';

/** A paragraph longer than this may be torn from the signature below it: it fills lines on both pages anyway. */
const longestKeptCharacters = 500;

/** The blocks of a document from head to acquaintance sheet, and the sheet that they were measured for. */
export function layoutDocument(print: DocumentToPrint): { blocks: Block[]; sheet: Sheet } {
  const sheet = sheetFor(print.profile, print.kind);
  const acquaintance = print.part === 'document' ? [] : acquaintanceBlocks(print, sheet);
  if (print.part === 'acquaintance') return { blocks: acquaintance, sheet };
  const text = textBlocks(print, sheet);
  const closing = [...attachmentNote(print.model.attachments, sheet), ...signatureBlocks(print.model.signatures, sheet)];
  const last = text.at(-1);
  // A signature alone at the top of a page is an invitation to swap the page before it.
  const keeps = last?.type === 'paragraph' && lengthOf(last) <= longestKeptCharacters && closing.length > 0;
  const blocks: Block[] = [
    ...headBlocks(print, sheet),
    ...(keeps ? text.slice(0, -1) : text),
    ...(closing.length === 0 ? [] : [{ type: 'group', blocks: keeps ? [last, ...closing] : closing } as const]),
    ...serviceMarks(print, sheet),
    ...attachmentBlocks(print, sheet),
    ...(acquaintance.length === 0 ? [] : [{ type: 'page-break' } as const, ...acquaintance]),
  ];
  return { blocks, sheet };
}

function lengthOf(paragraph: ParagraphBlock): number {
  return paragraph.runs.reduce((sum, run) => sum + run.text.length, 0);
}
