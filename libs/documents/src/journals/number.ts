import { DocumentError } from '../document-error.js';
import { readMask, type MaskToken } from './mask.js';
import { suffixLetters } from './suffix-letters.js';

/**
 * Parts of a document number. `year` is printed with as many digits as the mask asks for, so it is read back with as many. `texts` are
 * the parts that the journal names (`prefix`, `idx`, `group` …).
 */
export interface NumberParts {
  seq: number;
  suffix?: string;
  year?: number;
  texts?: Readonly<Record<string, string>>;
}

/** What a named part may consist of; no spaces, so that a number stays one word. */
const textPart = '[\\p{L}\\d][\\p{L}\\d./-]{0,19}?';
const textPartWhole = /^[\p{L}\d][\p{L}\d./-]{0,19}$/u;
const largestSeq = 999_999_999;

/**
 * The number as it is printed: mask `{seq}{suffix}` with `{seq: 110, suffix: 'а'}` gives `110а`.
 *
 * A number that could not be read back into the same parts is refused: two rows of a journal would look alike.
 *
 * @throws DocumentError `document.number-part-invalid` for a missing, malformed or ambiguous part, `document.mask-invalid`.
 */
export function formatNumber(mask: string, parts: NumberParts): string {
  const tokens = readMask(mask);
  const text = tokens.map((token) => formatToken(token, parts)).join('');
  const back = match(tokens, text);
  if (back === undefined || !sameParts(back, parts, tokens)) {
    throw new DocumentError('document.number-part-invalid', { found: text, expected: `a number that reads back unambiguously by ${mask}` });
  }
  return text;
}

/** The parts of a number printed by a mask, or undefined when it was not. */
export function parseNumber(mask: string, text: string): NumberParts | undefined {
  return text.length > 80 ? undefined : match(readMask(mask), text);
}

function formatToken(token: MaskToken, parts: NumberParts): string {
  switch (token.type) {
    case 'literal':
      return token.text;
    case 'seq':
      if (!Number.isInteger(parts.seq) || parts.seq < 0 || parts.seq > largestSeq) throw invalid('seq', parts.seq, `a whole number up to ${largestSeq}`);
      return String(parts.seq).padStart(token.width, '0');
    case 'suffix':
      if (parts.suffix === undefined) return '';
      if (!suffixLetters.includes(parts.suffix)) throw invalid('suffix', parts.suffix, `one of ${suffixLetters.join('')}`);
      return parts.suffix;
    case 'year': {
      const year = parts.year;
      if (year === undefined || !Number.isInteger(year) || year < 0 || year > 9999) throw invalid('year', year, 'a year');
      return String(year).padStart(4, '0').slice(-token.digits);
    }
    case 'text': {
      const text = parts.texts?.[token.name];
      if (text === undefined && token.optional) return '';
      if (text === undefined || !textPartWhole.test(text)) throw invalid(token.name, text, 'up to 20 letters, digits, -, / or .');
      return token.before + text;
    }
    default:
      throw new Error(`Unknown mask token ${String(token satisfies never)}`);
  }
}

function match(tokens: readonly MaskToken[], text: string): NumberParts | undefined {
  const names: string[] = [];
  const source = tokens.map((token) => patternOf(token, names)).join('');
  const found = new RegExp(`^${source}$`, 'u').exec(text);
  const seq = found?.groups?.['seq'];
  if (!found || seq === undefined) return undefined;
  const suffix = found.groups?.['suffix'];
  const year = found.groups?.['year'];
  const texts = names.flatMap((name): [string, string][] => {
    const value = found.groups?.[`text_${name}`];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    seq: Number(seq),
    ...(suffix !== undefined && { suffix }),
    ...(year !== undefined && { year: Number(year) }),
    ...(texts.length > 0 && { texts: Object.fromEntries(texts) }),
  };
}

function patternOf(token: MaskToken, names: string[]): string {
  switch (token.type) {
    case 'literal':
      return escaped(token.text);
    case 'seq':
      // Padded numbers have no other reading: 0110 for width 1 was not printed by this mask.
      return token.width === 1 ? '(?<seq>0|[1-9]\\d{0,8})' : `(?<seq>\\d{${token.width}}${token.width < 9 ? `|[1-9]\\d{${token.width},8}` : ''})`;
    case 'suffix':
      return `(?<suffix>[${suffixLetters.join('')}])?`;
    case 'year':
      return `(?<year>\\d{${token.digits}})`;
    case 'text': {
      names.push(token.name);
      const part = `${escaped(token.before)}(?<text_${token.name}>${textPart})`;
      return token.optional ? `(?:${part})?` : part;
    }
    default:
      throw new Error(`Unknown mask token ${String(token satisfies never)}`);
  }
}

function sameParts(back: NumberParts, given: NumberParts, tokens: readonly MaskToken[]): boolean {
  return tokens.every((token) => {
    switch (token.type) {
      case 'literal':
        return true;
      case 'seq':
        return back.seq === given.seq;
      case 'suffix':
        return back.suffix === given.suffix;
      case 'year':
        return back.year === (given.year ?? 0) % 10 ** token.digits;
      case 'text':
        return back.texts?.[token.name] === given.texts?.[token.name];
      default:
        throw new Error(`Unknown mask token ${String(token satisfies never)}`);
    }
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

function invalid(part: string, found: unknown, expected: string): DocumentError {
  return new DocumentError('document.number-part-invalid', { found: String(found), expected, at: part });
}
