// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the declaration has to travel with the source to every project that compiles it
/// <reference path="./pdfmake-internals.d.ts" />
import elementWriter, { type PdfLine } from 'pdfmake/js/ElementWriter.js';
import layoutBuilder, { type Builder } from 'pdfmake/js/LayoutBuilder.js';
import { linesOnPage } from './page-lines.js';

// CommonJS with a default export: Node and bundlers disagree on what `default` of it is.
const writer = 'prototype' in elementWriter ? elementWriter : elementWriter.default;
const builder = 'prototype' in layoutBuilder ? layoutBuilder : layoutBuilder.default;
const whole = { alignLine: writer.prototype.alignLine, processLeaf: builder.prototype.processLeaf };

/** Points of which the sums of heights may be off. */
const tolerance = 0.01;

/**
 * Teaches pdfmake two things that it has no option for, and that DOCX readers do by themselves: a justified line is stretched at its spaces
 * alone (pdfmake stretches at every place where it could break, «организационно- методическое»), and a paragraph marked `keptLines`
 * leaves no single line on a page and stays with what follows it. Bound to the pinned version; the specs of the rendered pages hold it.
 */
export function typesetWell(): void {
  writer.prototype.alignLine = function (line) {
    if (line.inlines[0]?.alignment === 'justify') justify(line, this.context().availableWidth);
    else whole.alignLine.call(this, line);
  };
  builder.prototype.processLeaf = function (node) {
    if (node.keptLines === undefined) whole.processLeaf.call(this, node);
    else setParagraph(this, node, node.keptLines.below);
  };
}

function justify(line: PdfLine, width: number): void {
  if (line.newLineForced === true || line.lastLineInParagraph === true) return;
  const isSpaced = line.inlines.map((inline) => (inline.trailingCut ?? 0) > 0);
  const gaps = isSpaced.slice(0, -1).filter(Boolean).length;
  if (gaps === 0) return;
  const stretch = (width - line.getWidth()) / gaps;
  let passed = 0;
  for (const [i, inline] of line.inlines.entries()) {
    inline.x += passed * stretch;
    inline.justifyShift = stretch;
    if (isSpaced[i] === true) passed += 1;
  }
}

function setParagraph(self: Builder, node: { positions: unknown[] }, below: number): void {
  const lines: PdfLine[] = [];
  for (let line = self.buildNextLine(node); line; line = self.buildNextLine(node)) lines.push(line);
  while (lines.length > 0) {
    const { availableHeight, y, pageMargins } = self.writer.context();
    const onPage = linesOnPage(lines.map((line) => line.getHeight()), availableHeight + tolerance, below, y <= pageMargins.top + tolerance);
    for (const line of lines.splice(0, onPage)) node.positions.push(self.writer.addLine(line));
    if (lines.length > 0) self.writer.moveToNextPage();
  }
}
