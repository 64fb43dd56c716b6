/**
 * Widths of the signs of Times New Roman (and of Tinos and Liberation Serif, which are metric-compatible), in thousandths of the type size.
 * A sign that is not here counts as a wide one. Kerning only narrows.
 */
const signsByWidth: Readonly<Record<number, string>> = {
  250: ' ,.\u00a0', 278: '/:;\\ijlt\'|', 333: '!()-I[]`fr\u2011', 389: 'Jsз', 410: '"г°•', 444: '?acezаесётэ', 461: 'ья^', 486: 'вк{}',
  503: '#$*0123456789_bdghknopquvxyорухлч«»–₽§З', 517: 'бдъ', 541: 'ийнпц~', 578: 'FPSРБЬГ+<=>', 611: 'ELTZЕТЁ', 660: 'мфЧЭ', 672: 'BCRВКСЯы',
  708: 'ЛДжЪУ', 722: 'ADGHKNOQUVXYwАИЙНОПХЦ', 790: 'юшщ&mФ', 872: '%Ы', 896: 'MМЖ', 954: '@W№',
};
const widest = 1_028;
const widthOf = new Map(Object.entries(signsByWidth).flatMap(([width, signs]) => [...signs].map((sign) => [sign, Number(width)] as const)));
/** The bold face is wider by at most this much in any word of ten letters. */
const boldness = 1.1;

/** How wide a text is at most when it is set in one line, in points. */
export function textWidthPt(text: string, sizePt: number, bold = false): number {
  const thousandths = [...text].reduce((sum, sign) => sum + (widthOf.get(sign) ?? widest), 0);
  return (thousandths / 1_000) * sizePt * (bold ? boldness : 1);
}

/** How many lines a text fills at most in a column of the given width: words of which none is wider than the column leave the line that they do not fit. */
export function linesOf(text: string, widthPt: number, sizePt: number, bold = false): number {
  return text.split('\n').reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, widthPt, sizePt, bold), 0);
}

function linesOfParagraph(text: string, widthPt: number, sizePt: number, bold: boolean): number {
  const space = textWidthPt(' ', sizePt, bold);
  let [lines, used] = [1, 0];
  for (const word of text.split(/[ -]/u)) {
    const width = textWidthPt(word, sizePt, bold) + (text.includes('-') ? space : 0);
    if (used > 0 && used + width > widthPt) [lines, used] = [lines + 1, 0];
    lines += Math.max(0, Math.ceil(width / widthPt) - 1);
    used += (width > widthPt ? width % widthPt : width) + space;
  }
  return lines;
}
