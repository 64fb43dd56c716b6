/**
 * Text by which document numbers sort as people expect: 110 < 110-1 < 110а < 111. Compare byte by byte (`COLLATE "C"` in SQL); it is at
 * most about twice as long as the number.
 *
 * Runs of digits carry their length in front, case and ё do not count, spaces and № are gone, all dashes are one.
 */
export function numberSortKey(number: string): string {
  return number
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s№]/gu, '')
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/\d+/gu, (digits) => {
      const bare = digits.replace(/^0+(?=\d)/u, '');
      return `${String(Math.min(bare.length, 99)).padStart(2, '0')}${bare}`;
    });
}

/** Order of two document numbers of one period; numbers that sort alike («007» and «7») fall back on their text. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [numberSortKey(a), numberSortKey(b)];
  if (left !== right) return left < right ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
