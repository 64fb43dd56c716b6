import type { Aggregate } from './aggregate.js';

/** What a text may state: the figures of a summary. */
export interface KnownFigures {
  readonly coverage: { readonly asked: number; readonly accepted: number; readonly late: number; readonly excluded: number; readonly percent: number };
  readonly indicators: readonly Pick<Aggregate, 'name' | 'numerator' | 'denominator' | 'percent' | 'previous' | 'change' | 'min' | 'max'>[];
}

/** A figure of a text that the summary does not have. */
export interface WrongFigure {
  /** As it stands in the text: «86 %», «284 из 330», «от 3 до 28». */
  readonly stated: string;
  /** The indicator that the sentence names; null where it names none, or several. */
  readonly indicator: KnownFigures['indicators'][number] | null;
}

type Pair = readonly [number, number];
interface Figures { readonly percents: readonly number[]; readonly shares: readonly Pair[]; readonly ranges: readonly Pair[] }

const SENTENCES = /(?<=[.!?;])\s+|\n+/u;
const SHARE = /(\d+)\s+(?:из|of)\s+(\d+)/giu;
const RANGE = /(?:от|from)\s+(\d+)\s+(?:до|to)\s+(\d+)/giu;
const PERCENT = /(\d+(?:[.,]\d+)?)\s*%/gu;

/**
 * Percentages, shares and ranges that a text states and the summary does not know. Where a sentence names one indicator, its figures must be
 * that one's; otherwise those of any that it names, or of any at all. A percentage may be rounded to the places in which it is written.
 */
export function wrongFigures(text: string, known: KnownFigures): readonly WrongFigure[] {
  const names = known.indicators.map((indicator) => ({ indicator, name: plain(indicator.name) })).filter(({ name }) => name !== '');
  return text.split(SENTENCES).flatMap((sentence) => {
    const words = plain(sentence);
    const found = names.filter(({ name }) => words.includes(name));
    // «Сайт» is not meant where «Сайт службы» stands.
    const named = found.filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name))).map(({ indicator }) => indicator);
    const allowed = figuresOf(named.length > 0 ? named : known.indicators, known.coverage);
    return statedIn(sentence, allowed).map((stated) => ({ stated, indicator: named.length === 1 ? (named[0] ?? null) : null }));
  });
}

function statedIn(sentence: string, { percents, shares, ranges }: Figures): readonly string[] {
  const unknown = (pattern: RegExp, knows: (groups: readonly string[]) => boolean): readonly string[] =>
    [...sentence.matchAll(pattern)].flatMap(([stated, ...groups]) => (knows(groups) ? [] : [stated.replace(/\s+/gu, ' ')]));
  const pairIn = (pairs: readonly Pair[]) => ([a, b]: readonly string[]): boolean => pairs.some(([x, y]) => x === Number(a) && y === Number(b));
  return [
    ...unknown(SHARE, pairIn(shares)), ...unknown(RANGE, pairIn(ranges)),
    ...unknown(PERCENT, ([written = '']) => percents.some((percent) => rounded(percent, placesOf(written)) === Number(written.replace(',', '.')))),
  ];
}

function figuresOf(indicators: KnownFigures['indicators'], { asked, accepted, late, excluded, percent }: KnownFigures['coverage']): Figures {
  const numbers = (...values: readonly (number | null)[]): readonly number[] => values.filter((value) => value !== null);
  const pair = (a: number | null, b: number | null): readonly Pair[] => (a === null || b === null ? [] : [[a, b]]);
  const absent = asked - excluded - accepted;
  return {
    percents: [percent, ...indicators.flatMap((each) => numbers(each.percent, each.previous, each.change === null ? null : Math.abs(each.change)))],
    shares: [...[accepted, late, excluded, absent].flatMap((count): Pair[] => [[count, asked], [count, asked - excluded]]), ...indicators.flatMap(({ numerator, denominator }) => pair(numerator, denominator))],
    ranges: indicators.flatMap(({ min, max }) => pair(min, max)),
  };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/[«»"“”„\s]+/gu, ' ').trim();
}

function placesOf(written: string): number {
  return written.split(/[.,]/u)[1]?.length ?? 0;
}

/** Halves up, in whole units of the last place. */
function rounded(value: number, places: number): number {
  const scale = 10 ** Math.min(places, 6);
  return Math.floor(value * scale + 0.5 + 1e-9) / scale;
}
