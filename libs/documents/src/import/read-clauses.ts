import type { ClauseType, DocumentClause, StructuredKind } from '@reglament/contracts';
import { canFollow, readClauseMarker, type ClauseMarker } from './clause-marker.js';

/** A clause list read from lines: the tree with typed numbers, what stood before the first clause and what stands after the last. */
export interface ReadClauses {
  head: string[];
  clauses: DocumentClause[];
  /** Lines after the clauses, from the first line of the signature on. */
  tail: string[];
}

interface Frame {
  clause: DocumentClause;
  depth: number;
}

/**
 * Reads lines into a clause tree. Depth comes from the typed numbers alone, so a repeated or skipped number keeps its place.
 *
 * @param isTail says from which line on the rest is no clause any more (signature, attachments' list).
 */
export function readClauses(
  lines: readonly string[],
  kind: Pick<StructuredKind, 'clauseTypes' | 'defaultClauseType'>,
  isTail: (lines: readonly string[], at: number) => boolean,
): ReadClauses {
  const reader = new ClauseReader(kind);
  const head: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (reader.started && isTail(lines, at)) return { head, clauses: reader.roots, tail: lines.slice(at) };
    if (!reader.accept(line) && !reader.started) head.push(line);
  }
  return { head, clauses: reader.roots, tail: [] };
}

class ClauseReader {
  readonly roots: DocumentClause[] = [];
  started = false;
  private readonly open: Frame[] = [];
  private count = 0;
  private lastNumber: number[] | undefined;
  private dottedSeen = false;
  private alwaysEnded = false;
  private dottedDepth = 0;
  private numberedDepth = 0;
  private readonly dash: ClauseType | undefined;
  private readonly letter: ClauseType | undefined;

  constructor(private readonly kind: Pick<StructuredKind, 'clauseTypes' | 'defaultClauseType'>) {
    this.dash = kind.clauseTypes.find((type) => type.marker === 'dash');
    this.letter = kind.clauseTypes.find((type) => type.marker === 'letter');
  }

  /** Takes the line into the tree; false when it belongs to no clause. */
  accept(line: string): boolean {
    const marker = readClauseMarker(line.replace(/^\t+/u, ''));
    if (marker !== undefined && this.isMarker(marker)) return this.begin(marker);
    if (!this.started) return false;
    this.carryOn(line);
    return true;
  }

  private isMarker(marker: ClauseMarker): boolean {
    switch (marker.style) {
      case 'bullet':
      case 'letter':
        return this.started;
      case 'dotted':
        // In a list of «3.1.» a line that begins with «2.5 часа» is the rest of a sentence.
        return marker.sure || ((marker.ended || !this.alwaysEnded) && canFollow(marker.parts, this.lastNumber));
      case 'bracket':
        return marker.sure || canFollow(marker.parts, this.lastNumber);
      default:
        throw new Error(`Unknown marker ${String(marker satisfies never)}`);
    }
  }

  private begin(marker: ClauseMarker): boolean {
    switch (marker.style) {
      case 'dotted':
        this.alwaysEnded = (this.alwaysEnded || !this.dottedSeen) && marker.ended;
        this.dottedSeen = true;
        this.lastNumber = marker.parts;
        this.dottedDepth = marker.parts.length;
        this.numberedDepth = marker.parts.length;
        this.push(marker.parts.length, marker.rest, this.kind.defaultClauseType, marker.typed);
        return true;
      case 'bracket':
        // «1)» under «3.» is one level deeper; a list of «1)» alone is the first level.
        this.numberedDepth = this.dottedSeen ? this.dottedDepth + 1 : marker.parts.length;
        if (!this.dottedSeen) this.lastNumber = marker.parts;
        this.push(this.numberedDepth, marker.rest, this.kind.defaultClauseType, marker.typed);
        return true;
      case 'letter':
        return this.item(this.letter, marker);
      case 'bullet':
        return this.item(this.dash, marker);
      default:
        throw new Error(`Unknown marker ${String(marker satisfies never)}`);
    }
  }

  /** A lettered or bulleted item is a clause where the kind has a type with that mark, else a paragraph of the clause above. */
  private item(type: ClauseType | undefined, marker: ClauseMarker): boolean {
    if (type !== undefined) this.push(this.numberedDepth + 1, marker.rest, type.key, undefined);
    else this.append(`${marker.style === 'bullet' ? '–' : marker.typed} ${tidy(marker.rest)}`, '\n');
    return true;
  }

  private push(depth: number, text: string, type: string, numberAsTyped: string | undefined): void {
    this.started = true;
    this.count += 1;
    const clause: DocumentClause = { id: `c${this.count}`, type, text: tidy(text), ...(numberAsTyped !== undefined && { numberAsTyped }) };
    while ((this.open.at(-1)?.depth ?? 0) >= depth) this.open.pop();
    const parent = this.open.at(-1)?.clause;
    if (parent) (parent.clauses ??= []).push(clause);
    else this.roots.push(clause);
    this.open.push({ clause, depth });
  }

  /** A line without a mark: the wrapped rest of a sentence, or a paragraph of its own after a finished sentence. */
  private carryOn(line: string): void {
    const text = tidy(line);
    if (text === '') return;
    const last = this.open.at(-1)?.clause.text ?? '';
    const newParagraph = /[.:;!?]$/u.test(last) && /^[\p{Lu}«"(]/u.test(text);
    this.append(text, newParagraph ? '\n' : ' ');
  }

  private append(text: string, separator: string): void {
    const last = this.open.at(-1);
    if (last) last.clause.text = last.clause.text === '' ? text : last.clause.text + separator + text;
  }
}

/** Tabs and line-inner runs of spaces become one space; what the lint judges («слово -слово») stays. */
function tidy(text: string): string {
  return text.replace(/[\t ]+/gu, ' ').trim();
}
