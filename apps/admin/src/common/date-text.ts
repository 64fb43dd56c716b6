/**
 * A typed date as ISO 8601: `5.12.2026`, `05.12.26`, `5/12/2026` (day first), `2026-12-05`. What is no date comes back as it was typed,
 * so that it is not lost; an empty text is undefined.
 */
export function dateFromText(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const [, day, month, year] = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/u.exec(trimmed) ?? [];
  if (day === undefined || month === undefined || year === undefined) return trimmed;
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `2026-11-22` → `22.11.2026`, in both languages of the panel; null where the text is no date. */
export function dateInWords(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
  return year === undefined ? null : `${day}.${month}.${year}`;
}
