import type { Block, ColumnsBlock, TableBlock } from './blocks.js';
import { acquaintanceBlocks, attachmentBlocks } from './annex-blocks.js';
import { attachmentNote, serviceMarks, signatureBlocks } from './closing-blocks.js';
import type { DocumentToPrint } from './document-to-print.js';
import { headBlocks } from './head-blocks.js';
import { keptWithSignature } from './keep-together.js';
import { sheetFor, type Sheet } from './sheet.js';
import { textBlocks } from './text-blocks.js';

/** The blocks of a document from head to acquaintance sheet, and the sheet that they were measured for. */
export function layoutDocument(print: DocumentToPrint): { blocks: Block[]; sheet: Sheet } {
  const sheet = sheetFor(print.profile, print.kind);
  const acquaintance = print.part === 'document' ? [] : acquaintanceBlocks(print, sheet);
  if (print.part === 'acquaintance') return { blocks: acquaintance, sheet };
  const text = textBlocks(print, sheet);
  const signatures = signatureBlocks(print.model.signatures, sheet);
  const before = [...text, ...attachmentNote(print.model.attachments, sheet)];
  const blocks: Block[] = [
    ...headBlocks(print, sheet),
    // A signature alone at the top of a page is an invitation to swap the page before it.
    ...(signatures.length === 0 ? before : withSignatures(before, signatures)),
    ...serviceMarks(print, sheet),
    ...attachmentBlocks(print, sheet),
    ...(acquaintance.length === 0 ? [] : [{ type: 'page-break' } as const, ...acquaintance]),
  ];
  return { blocks, sheet };
}

/** Rows of a table before the signature that go with it: two lines of text at least. */
const rowsKept = 2;
/** More signatures than these are not forced onto one page. */
const signaturesTogether = 4;

function withSignatures(text: readonly Block[], signatures: readonly ColumnsBlock[]): Block[] {
  const [first, ...rest] = signatures;
  if (first === undefined) return [...text];
  const together = signatures.length <= signaturesTogether ? signatures : [first];
  const others = signatures.length <= signaturesTogether ? [] : rest;
  const last = text.at(-1);
  if (last?.type === 'table' && last.rows.length > rowsKept) {
    const end: TableBlock = { ...last, headless: true, rows: last.rows.slice(-rowsKept), beforePt: 0 };
    return [...text.slice(0, -1), { ...last, rows: last.rows.slice(0, -rowsKept), afterPt: 0 }, { type: 'group', blocks: [end, ...together] }, ...others];
  }
  return [...keptWithSignature(text), { type: 'group', blocks: together }, ...others];
}
