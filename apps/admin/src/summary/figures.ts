import type { IndicatorSum, SummaryAnswer } from '@reglament/contracts';

export type Words = (key: string, options?: Readonly<Record<string, unknown>>) => string;

/** A number as the language writes it: «66,7». */
export function numberText(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 1 });
}

export function percentText(value: number | null, language: string): string {
  return value === null ? '—' : `${numberText(value, language)}\u00a0%`;
}

/** With its sign, since it is a difference: «+6,7», «−2». */
export function changeText(value: number | null, language: string): string {
  if (value === null) return '—';
  return value > 0 ? `+${numberText(value, language)}` : numberText(value, language).replace('-', '\u2212');
}

/** What all answers come to: so many of so many, from … to …, how many said what. */
export function sumText(sum: IndicatorSum, translate: Words, language: string): string {
  if (sum.hidden) return translate('summary.hidden');
  if (sum.answered === 0) return translate('summary.noAnswers');
  if (sum.numerator !== null && sum.denominator !== null) return translate('summary.outOf', { numerator: numberText(sum.numerator, language), denominator: numberText(sum.denominator, language) });
  if (sum.sum !== null) return translate('summary.total', { sum: numberText(sum.sum, language), median: numberText(sum.median ?? 0, language) });
  if (sum.min !== null && sum.max !== null) return translate('summary.range', { min: numberText(sum.min, language), max: numberText(sum.max, language) });
  if (sum.counts.length > 0) return sum.counts.map(({ value, count }) => `${valueText(value, translate, language)} — ${count}`).join('; ');
  return translate('summary.texts', { smart_count: sum.answered });
}

/** One answer, in the words of the screen. */
export function answerText(answer: SummaryAnswer, translate: Words, language: string): string {
  if (answer.notApplicable) return translate('summary.notApplicable');
  const { numerator, denominator, min, max, value } = answer;
  if (numerator !== null && denominator !== null) return translate('summary.outOf', { numerator: numberText(numerator, language), denominator: numberText(denominator, language) });
  if (min !== null && max !== null) return translate('summary.range', { min: numberText(min, language), max: numberText(max, language) });
  return value === null ? '—' : valueText(value, translate, language);
}

function valueText(value: string | number, translate: Words, language: string): string {
  if (typeof value === 'number') return numberText(value, language);
  return value === 'yes' || value === 'no' ? translate(`summary.${value}`) : value;
}

/** Rows of the CSV: numerator and denominator stay apart, so that whoever sums on does not sum percentages. */
export function csvRows(indicators: readonly IndicatorSum[], language: string): readonly (readonly string[])[] {
  const number = (value: number | null): string => (value === null ? '' : value.toLocaleString(language, { useGrouping: false, maximumFractionDigits: 6 }));
  return indicators.map(({ code, name, base, numerator, denominator, percent, sum, min, max, median, answered, notApplicable, absent, previous, change, counts }) => [
    code, name, base ?? '', number(numerator), number(denominator), number(percent), number(sum), number(min), number(max), number(median),
    counts.map(({ value, count }) => `${value}: ${count}`).join(', '), String(answered), String(notApplicable), String(absent), number(previous), number(change),
  ]);
}

export const CSV_COLUMNS = ['code', 'name', 'base', 'numerator', 'denominator', 'percent', 'sum', 'min', 'max', 'median', 'counts', 'answered', 'notApplicable', 'absent', 'previous', 'change'] as const;
