/** Words of a text for comparing: lower case, ё as е, punctuation gone, hyphens kept inside a word. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll('ё', 'е').replaceAll('‑', '-').match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? [];
}

/**
 * Whether a text contains a pattern of a document kind: words one after another; `*` at the end or the beginning of a word stands for
 * any ending or beginning, `^` at the front binds to the text's beginning. No regular expressions, so a pattern cannot hang the lint.
 */
export function matchesPattern(words: readonly string[], pattern: string): boolean {
  const anchored = pattern.startsWith('^');
  const wanted = (anchored ? pattern.slice(1) : pattern).toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean);
  if (wanted.length === 0 || wanted.length > words.length) return false;
  const lastStart = anchored ? 0 : words.length - wanted.length;
  for (let start = 0; start <= lastStart; start++) {
    if (wanted.every((want, i) => matchesWord(words[start + i] ?? '', want))) return true;
  }
  return false;
}

function matchesWord(word: string, want: string): boolean {
  const open = want.startsWith('*');
  const close = want.endsWith('*') && want.length > 1;
  const core = want.slice(open ? 1 : 0, close ? -1 : undefined);
  if (open && close) return word.includes(core);
  if (open) return word.length > core.length && word.endsWith(core);
  return close ? word.startsWith(core) : word === core;
}
