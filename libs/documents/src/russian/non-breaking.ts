import { monthsGenitive } from './months.js';

const nbsp = '\u00a0';
const noBreakHyphen = '\u2011';

const rules: readonly [RegExp, string][] = [
  // A hyphen inside a word would become a place where justified lines break and stretch («45- ФЗ»).
  [/(?<=[\p{L}\d])-(?=[\p{L}\d])/gu, noBreakHyphen],
  [/№\s*(?=[\p{L}\d])/gu, `№${nbsp}`],
  [/(?<=(?<![\p{L}.])\p{Lu}\.)\s?(?=\p{Lu}\.)/gu, nbsp],
  [/(?<=(?<![\p{L}.])\p{Lu}\.)\s?(?=\p{Lu}\p{Ll})/gu, nbsp],
  [/(?<=\p{Lu}\p{Ll}+)\s(?=\p{Lu}\.(?:\s?\p{Lu}\.)?(?!\p{L}))/gu, nbsp],
  [new RegExp(`(?<=\\d»?) (?=(?:${monthsGenitive.join('|')})(?!\\p{L}))`, 'gu'), nbsp],
  [new RegExp(`(?<=(?:${monthsGenitive.join('|')})) (?=\\d{4})`, 'gu'), nbsp],
  [/(?<=\d{4}) (?=(?:г\.|гг\.|года|году|у\.\s?г\.)(?!\p{L}))/gu, nbsp],
  [/(?<=(?<!\p{L})(?:г|ст|п|пп|ч|с|стр|табл|рис|гл|ул|д|кв|пос)\.) ?(?=[\p{Lu}\d])/gu, nbsp],
  [/(?<=(?<!\p{L})и\.) ?(?=о\.)/giu, nbsp],
  [/(?<=т\.) ?(?=[дпке]\.)/gu, nbsp],
  [/(?<=\d) (?=%|\d{3}(?!\d)|₽|руб|тыс|млн)/gu, nbsp],
  [/ (?=[–—] )/gu, nbsp],
  // «О / плане работы» reads badly; other short words keep their stretching space, or justified lines show holes.
  [/(?<=«Об?) /gu, nbsp],
];

/**
 * A text with spaces and hyphens that may not be broken: after № and «г.», between initials and surname, inside dates, before a dash, in
 * hyphenated words. For printed prose only: an id or an address that people copy must keep its plain hyphens.
 */
export function nonBreaking(text: string): string {
  return rules.reduce((out, [pattern, replacement]) => out.replace(pattern, replacement), text);
}
