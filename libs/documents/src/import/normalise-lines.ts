/** Signs that word processors put for a bullet; U+F0B7 and its neighbours are the Symbol and Wingdings fonts of Word. */
const bulletSigns = /[•◦▪▫●○■□‣⁃·∙\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0a8]/gu;

/**
 * Pasted text as lines: every kind of line end (CRLF, Word's soft break U+000B, U+2028) ends a line, every kind of space is a space or
 * a tab, invisible signs are gone, bullets are `•`.
 */
export function normaliseLines(text: string): string[] {
  return text
    .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(bulletSigns, '•')
    .split('\n')
    .map((line) => line.replace(/[ ]+$/u, '').replace(/^[ ]+/u, ''));
}
