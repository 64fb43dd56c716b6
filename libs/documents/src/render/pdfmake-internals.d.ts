/** The inner parts of pdfmake 0.3.11 that typesetting replaces; the package brings no types. */
declare module 'pdfmake/js/ElementWriter.js' {
  export interface PdfInline { x: number; width: number; trailingCut?: number; alignment?: string; justifyShift?: number }
  export interface PdfLine { x?: number; inlines: PdfInline[]; newLineForced?: boolean; lastLineInParagraph?: boolean; getWidth(): number; getHeight(): number }
  interface Writer { context(): { availableWidth: number } }
  interface WriterClass { prototype: Writer & { alignLine(this: Writer, line: PdfLine): void } }
  const writer: WriterClass | { default: WriterClass };
  export default writer;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { PdfLine } from 'pdfmake/js/ElementWriter.js';
  interface Context { availableHeight: number; y: number; pageMargins: { top: number; bottom: number }; getCurrentPage(): { pageSize: { height: number } } }
  export interface Builder {
    writer: { context(): Context; addLine(line: PdfLine): unknown; moveToNextPage(orientation?: string): void };
    buildNextLine(node: object): PdfLine | null;
  }
  interface BuilderClass { prototype: Builder & { processLeaf(this: Builder, node: { positions: unknown[]; keptLines?: { below: number } }): void } }
  const builder: BuilderClass | { default: BuilderClass };
  export default builder;
}
