/** The mark at the beginning of a pasted clause. `depth` counts from 1 among numbers of the same style. */
export type ClauseMarker =
  | { style: 'dotted'; parts: number[]; typed: string; rest: string; sure: boolean; ended: boolean }
  | { style: 'bracket'; parts: number[]; typed: string; rest: string; sure: boolean }
  | { style: 'letter'; letter: string; typed: string; rest: string; sure: boolean }
  | { style: 'bullet'; typed: string; rest: string; sure: boolean };

const numberPattern = /^(\d{1,3}(?:\.\d{1,3}){0,5})(\s?[.)])?(\s*)(?=\S)/u;

/**
 * Reads the mark of a line, or undefined when the line has none. `sure` is false for what may as well be ordinary text at the start
 * of a wrapped line («2.5 балла», «1 сентября»); the caller weighs it against the numbers before. `ended` tells
 * whether a full stop follows the number.
 */
export function readClauseMarker(line: string): ClauseMarker | undefined {
  const bullet = /^[•*–—-]\s+(?=\S)|^•(?=\S)/u.exec(line);
  if (bullet) return { style: 'bullet', typed: bullet[0].trim(), rest: line.slice(bullet[0].length), sure: true };

  const letter = /^(\p{Ll})\)\s*(?=\S)/u.exec(line);
  if (letter?.[1] !== undefined) return { style: 'letter', letter: letter[1], typed: `${letter[1]})`, rest: line.slice(letter[0].length), sure: true };

  return readNumber(line);
}

function readNumber(line: string): ClauseMarker | undefined {
  const match = numberPattern.exec(line);
  if (match?.[1] === undefined) return undefined;
  const rest = line.slice(match[0].length);
  const parts = match[1].split('.').map(Number);
  // A date or the thousandths of an amount begins like a clause number.
  if (/^\s?\.?\d/u.test(rest) || /^[%‰°]/u.test(rest) || /^[–—-]\s?\d/u.test(rest)) return undefined;
  const end = match[2]?.trim() ?? '';
  const typed = parts.join('.');
  const capital = /^[\p{Lu}«"„(]/u.test(rest);
  const gap = match[3] ?? '';
  if (end === ')') return { style: 'bracket', parts, typed: `${typed})`, rest, sure: true };
  if (end === '.') return { style: 'dotted', parts, typed, rest, sure: capital || gap.includes('\t'), ended: true };
  // Without a full stop «1 сентября» and «5 Методистам» look alike: only a tab, or a number of several parts with a capital, is sure.
  if (parts.length === 1 && !gap.includes('\t') && !capital) return undefined;
  return { style: 'dotted', parts, typed, rest, sure: gap.includes('\t') || (parts.length > 1 && capital), ended: false };
}

/** Whether a number can follow another in a list whose author may have slipped: the next, a repeat, the first below, or one or two skipped. */
export function canFollow(parts: readonly number[], before: readonly number[] | undefined): boolean {
  if (before === undefined) return parts.length === 1 && parts[0] === 1;
  if (parts.length > before.length) {
    return parts.length === before.length + 1 && before.every((n, i) => n === parts[i]) && (parts.at(-1) ?? 0) <= 2;
  }
  const last = parts.length - 1;
  const stem = parts.slice(0, last).every((n, i) => n === before[i]);
  const step = (parts[last] ?? 0) - (before[last] ?? 0);
  return stem && step >= 0 && step <= 3;
}
