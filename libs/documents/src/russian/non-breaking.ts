import { monthsGenitive } from './months.js';

const nbsp = '\u00a0';
const noBreakHyphen = '\u2011';

const months = monthsGenitive.join('|');
/** Words before a number or a name: «г. Заречный», «п. 3.1», «им. Пушкина». Not after a number, where they are its unit («2026 г.»). */
const before = 'г|гор|ст|п|пп|подп|ч|абз|с|стр|табл|рис|гл|прил|ул|пр|пер|мкр|д|корп|кв|каб|пос|дер|обл|им|тел|доб|инд';
/** Words after a number: «10 ч.», «5 лет», «2 л. в 1 экз.». */
const units = '%|°|₽|руб|коп|тыс|млн|млрд|ч(?!\\p{L})|час|мин|сек|л\\.|экз|чел|шт|ед\\.|мм|см|км|м(?!\\p{L})|кг|г(?!\\p{L})|дн|день|дня|лет|год|мес|недел|рабоч|календарн|балл|класс|школ';

const rules: readonly [RegExp, string][] = [
  // «45-ФЗ», «из-за», «12-од»: nobody breaks a number or a word of two letters. Between long words («модульно-накопительная») a line may end.
  [/(?<=\d)-(?=[\p{L}\d])|(?<=[\p{L}\d])-(?=\d)|(?<=(?<![\p{L}\d])[\p{L}\d]{1,3})-(?=[\p{L}\d])|(?<=[\p{L}\d])-(?=[\p{L}\d]{1,3}(?![\p{L}\d]))|(?<=\p{L})-(?=\p{Lu})/gu, noBreakHyphen],
  // «от / 10.09.2020», «с / 14 декабря»
  [/(?<=(?<!\p{L})(?:от|до|со?)) (?=\d)/giu, nbsp],
  [/№\s*(?=[\p{L}\d_])/gu, `№${nbsp}`],
  [/(?<=№) (?=№)/gu, nbsp],
  [/(?<=(?<![\p{L}.])\p{Lu}\.)\s?(?=\p{Lu}\.)/gu, nbsp],
  [/(?<=(?<![\p{L}.])\p{Lu}\.)\s?(?=\p{Lu}\p{Ll})/gu, nbsp],
  // The space comes first: a look back from every letter of a long word would cost its length squared.
  [/\s(?<=\p{Lu}\p{Ll}+\s)(?=\p{Lu}\.(?:\s?\p{Lu}\.)?(?!\p{L}))/gu, nbsp],
  [new RegExp(`(?<=\\d»?) (?=(?:${months})(?!\\p{L}))`, 'gu'), nbsp],
  [new RegExp(`(?<=(?:${months})) (?=\\d{4})`, 'gu'), nbsp],
  [/(?<=\d{4}) (?=(?:г\.|гг\.|года|году|годах?|у\.\s?г\.)(?!\p{L}))/gu, nbsp],
  [/(?<=(?<!\p{L})у\.) ?(?=г\.)/gu, nbsp],
  [new RegExp(`(?<=(?<!\\p{L})(?<!\\d[ ${nbsp}]?)(?:${before})\\.) ?(?=[\\p{Lu}\\d«])`, 'gu'), nbsp],
  [/(?<=(?<!\p{L})(?:пункт|статья|часть|глава|раздел|таблица|рисунок|класс|дом|группа)\p{L}{0,3}) (?=\d)/giu, nbsp],
  [/(?<=(?<!\p{L})и\.) ?(?=о\.)/giu, nbsp],
  [/(?<=т\.) ?(?=[дпкеч]\.)/gu, nbsp],
  [/(?<=(?<!\p{L})и) (?=(?:т\.|др\.|пр\.))/gu, nbsp],
  [/(?<=(?<!\p{L})в) (?=т\.[ \u00a0]?ч\.)/gu, nbsp],
  [/(?<=\d) (?=\d{3}(?!\d))/gu, nbsp],
  [new RegExp(`(?<=\\d) (?=(?:${units}))`, 'gu'), nbsp],
  // A range is one number to the reader.
  [/(?<=\d)[ \u00a0]?–[ \u00a0](?=\d)|(?<=\d)[ \u00a0]–(?=\d)/gu, `${nbsp}–${nbsp}`],
  [/ (?=[–—] )/gu, nbsp],
  // «О / плане работы» reads badly; other short words keep their stretching space, or justified lines show holes.
  [/(?<=«Об?) /gu, nbsp],
];

/**
 * A text with spaces and hyphens that may not be broken: after № and «г.», between initials and surname, inside dates and ranges, between a
 * number and its unit, before a dash, in short hyphenated words. For printed prose only: an id or an address that people copy must keep its plain hyphens.
 */
export function nonBreaking(text: string): string {
  return rules.reduce((out, [pattern, replacement]) => out.replace(pattern, replacement), text);
}
