import type { Locale } from '@reglament/contracts';

const UNITS = { ru: ['Б', 'КБ', 'МБ', 'ГБ'], en: ['B', 'KB', 'MB', 'GB'] } as const;

/** A size in bytes as people read it: `1,4 МБ`. */
export function sizeText(bytes: number, locale: Locale): string {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const amount = (bytes / 1024 ** power).toLocaleString(locale, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${amount}\u00a0${UNITS[locale][power]}`;
}
