import { DocumentError } from '../document-error.js';

/** A piece of a number mask. `before` is the separator that is printed only together with the part. */
export type MaskToken =
  | { type: 'literal'; text: string }
  | { type: 'seq'; width: number }
  | { type: 'suffix' }
  | { type: 'year'; digits: number }
  | { type: 'text'; name: string; before: string; optional: boolean };

const tokenPattern = /\{([/.–-]?)([a-z][a-zA-Z]{0,19})(?::(\d))?\}/gu;
const longestMask = 120;
const mostTokens = 12;

/**
 * Reads a number mask.
 *
 * `{seq}` the running number, `{seq:6}` padded with zeros; `{suffix}` the letter of late registration, nothing when there is none;
 * `{year}` four digits, `{year:2}` or `{year:1}` the last ones; `{name}` any other part, which must be given; `{/name}`, `{-name}`,
 * `{.name}` a part that may be absent and then takes its separator with it. Everything else is printed as it stands.
 *
 * @throws DocumentError `document.mask-invalid` when there is not exactly one `{seq}`, a part occurs twice or the mask is malformed.
 */
export function readMask(mask: string): MaskToken[] {
  if (mask.length > longestMask) throw invalid(mask, `at most ${longestMask} characters`);
  const tokens: MaskToken[] = [];
  let at = 0;
  for (const match of mask.matchAll(tokenPattern)) {
    literal(tokens, mask.slice(at, match.index), mask);
    tokens.push(readToken(match[1] ?? '', match[2] ?? '', match[3], mask));
    at = match.index + match[0].length;
  }
  literal(tokens, mask.slice(at), mask);
  if (tokens.filter(({ type }) => type === 'seq').length !== 1) throw invalid(mask, 'exactly one {seq}');
  const names = tokens.flatMap((token) => (token.type === 'text' ? [token.name] : token.type === 'literal' ? [] : [token.type]));
  if (new Set(names).size !== names.length) throw invalid(mask, 'every part once');
  if (tokens.length > mostTokens) throw invalid(mask, `at most ${mostTokens} parts`);
  return tokens;
}

function readToken(before: string, name: string, width: string | undefined, mask: string): MaskToken {
  const digits = width === undefined ? undefined : Number(width);
  if (name === 'seq' || name === 'suffix' || name === 'year') {
    if (before !== '') throw invalid(mask, `{${name}} without a separator`);
    if (name === 'seq') return { type: 'seq', width: digits ?? 1 };
    if (name === 'year') {
      if (digits !== undefined && ![1, 2, 4].includes(digits)) throw invalid(mask, '{year}, {year:2} or {year:1}');
      return { type: 'year', digits: digits ?? 4 };
    }
  }
  if (digits !== undefined) throw invalid(mask, 'a width only for {seq} and {year}');
  if (name === 'suffix') return { type: 'suffix' };
  return { type: 'text', name, before, optional: before !== '' };
}

function literal(tokens: MaskToken[], text: string, mask: string): void {
  if (/[{}]/u.test(text)) throw invalid(mask, 'parts like {seq} or {/idx}');
  if (text !== '') tokens.push({ type: 'literal', text });
}

function invalid(found: string, expected: string): DocumentError {
  return new DocumentError('document.mask-invalid', { found, expected });
}
