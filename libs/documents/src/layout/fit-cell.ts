import { textWidthPt } from './text-width.js';

/** What may give way in a narrow cell, the least harm first: spaces that leave initials and «2021 г.» whole, all fixed spaces, fixed hyphens. */
const looser: readonly ((token: string) => string)[] = [
  (token) => token.replace(/\u00a0(?=[^\u00a0]{4})|(?<=[^\u00a0]{4})\u00a0(?=\p{Lu}\.)/gu, ' '),
  (token) => token.replace(/\u00a0/gu, ' '),
  (token) => token.replace(/\u2011/gu, '-'),
];

/**
 * The text of a narrow cell with its fixed spaces and hyphens made breakable in those tokens alone that are wider than the cell: «12 октября
 * 2021 г.» on two lines is better than a year torn in the middle.
 */
export function fitCell(text: string, widthPt: number, sizePt: number, bold = false): string {
  return text.split(/( |\n)/u).map((token) => fitToken(token, widthPt, sizePt, bold)).join('');
}

function fitToken(token: string, widthPt: number, sizePt: number, bold: boolean): string {
  return looser.reduce(
    (out, loosen) => out.split(/( )/u).map((part) => (textWidthPt(part, sizePt, bold) <= widthPt ? part : loosen(part))).join(''),
    token,
  );
}
