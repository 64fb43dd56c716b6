/** What a page is made of, before DOCX or PDF: both renderers read the same blocks, so they cannot disagree. Millimetres and points. */
export type Block = ParagraphBlock | ColumnsBlock | TableBlock | GroupBlock | PictureBlock | PageBreakBlock;

export interface TextRun {
  text: string;
  bold?: boolean;
}

export interface ParagraphBlock {
  type: 'paragraph';
  runs: readonly TextRun[];
  align: 'left' | 'center' | 'right' | 'justify';
  sizePt: number;
  /** Multiple of a single line. */
  lineSpacing: number;
  firstIndentMm: number;
  leftMm: number;
  rightMm: number;
  beforePt: number;
  afterPt: number;
  /** Its end stays on the page on which the next block begins: of a longer paragraph the last two lines, a shorter one whole. */
  keepNext?: boolean;
}

/** Boxes side by side without lines between them: date and number, position and name. */
export interface ColumnsBlock {
  type: 'columns';
  cells: readonly { widthMm: number; verticalAlign: 'top' | 'bottom'; bordered: boolean; paragraphs: readonly ParagraphBlock[] }[];
  beforePt: number;
  afterPt: number;
}

export interface TableBlock {
  type: 'table';
  /** The end of a table whose head is on an earlier page: no titles are printed. */
  headless?: boolean;
  columns: readonly { title: string; widthMm: number; align: 'left' | 'center' | 'right' }[];
  rows: readonly (readonly string[])[];
  sizePt: number;
  beforePt: number;
  afterPt: number;
}

/** Blocks that stay on one page. */
export interface GroupBlock {
  type: 'group';
  blocks: readonly (ParagraphBlock | ColumnsBlock | TableBlock)[];
}

/** A picture at a place of the page that it begins on, measured from the page's upper left corner. */
export interface PictureBlock {
  type: 'picture';
  png: Uint8Array;
  leftMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
  /** Read out to who does not see it. */
  title: string;
}

export interface PageBreakBlock {
  type: 'page-break';
}

/** The text of blocks in reading order, cells separated by tabs, paragraphs by line ends. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).filter((text) => text !== '').join('\n');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.runs.map((run) => run.text).join('');
    case 'columns':
      return block.cells.map((cell) => textOfBlocks(cell.paragraphs)).join('\t');
    case 'table':
      return [...(block.headless === true ? [] : [block.columns.map((column) => column.title)]), ...block.rows].map((row) => row.join('\t')).join('\n');
    case 'group':
      return textOfBlocks(block.blocks);
    case 'page-break':
    case 'picture':
      return '';
    default:
      throw new Error(`Unknown block ${String(block satisfies never)}`);
  }
}
