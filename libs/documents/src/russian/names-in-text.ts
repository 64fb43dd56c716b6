import { isPositionWord } from './positions.js';

/** A surname with initials as it stands in text, in whatever case. */
export interface NameInText {
  surname: string;
  /** «А. Б.» */
  initials: string;
  index: number;
  length: number;
}

const initialsPattern = /(?<![\p{L}.])\p{Lu}\.\s?(?:\p{Lu}\.)?(?![\p{L}\d]*\p{Ll}\.)/gu;
const surnameBefore = /(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)\s+$/u;
const surnameAfter = /^\s?(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})/u;

/**
 * Names written «Иванова А. Б.» or «А. Б. Иванова». Where a capitalised word stands on both sides, the one behind is the surname
 * («администрации г. Заречного О. Ю. Егорова»), unless it begins a position.
 */
export function findNames(text: string): NameInText[] {
  const found: NameInText[] = [];
  for (const match of text.matchAll(initialsPattern)) {
    const end = match.index + match[0].trimEnd().length;
    const before = surnameBefore.exec(text.slice(Math.max(0, match.index - 120), match.index));
    const after = surnameAfter.exec(text.slice(end, end + 120));
    const initials = match[0].replace(/\s+/g, '').replace(/\.(?=\p{L})/gu, '. ');
    if (after?.[1] !== undefined && !isPositionWord(after[1])) {
      found.push({ surname: after[1], initials, index: match.index, length: end + after[0].length - match.index });
    } else if (before?.[1] !== undefined && !isPositionWord(before[1])) {
      const index = match.index - before[0].length;
      found.push({ surname: before[1], initials, index, length: end - index });
    }
  }
  return found;
}
