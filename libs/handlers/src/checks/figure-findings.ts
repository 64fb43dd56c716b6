import type { Finding, Locale } from '@reglament/contracts';
import type { Json } from '@reglament/engine';
import { wrongFigures, type KnownFigures, type WrongFigure } from '@reglament/forms';

interface Written { readonly text: string; readonly pointer: string }

/** Figures of texts that are not those of the summary. What is said of a named indicator is an error; of none, a person may know better. */
export function figureFindings(texts: readonly Written[], summary: Json, locale: Locale): readonly Omit<Finding, 'check'>[] {
  const known = summary as unknown as KnownFigures;
  return texts.flatMap(({ text, pointer }) => wrongFigures(text, known).map((wrong) => ({ ...told(wrong, locale), pointer })));
}

function told({ stated, indicator }: WrongFigure, locale: Locale): Pick<Finding, 'code' | 'severity' | 'message' | 'remedy'> {
  if (indicator === null) {
    return locale === 'ru'
      ? { code: 'figure-unknown', severity: 'warning', message: `Такого числа нет в своде: ${stated}`, remedy: 'Сверьте со сводом или объясните, откуда число' }
      : { code: 'figure-unknown', severity: 'warning', message: `The summary has no such figure: ${stated}`, remedy: 'Compare it with the summary, or say where it comes from' };
  }
  const right = figureOf(indicator, locale);
  return locale === 'ru'
    ? { code: 'figure-wrong', severity: 'error', message: `«${indicator.name}»: в тексте ${stated}, по своду ${right}`, remedy: 'Поставьте число из свода' }
    : { code: 'figure-wrong', severity: 'error', message: `“${indicator.name}”: the text says ${stated}, the summary ${right}`, remedy: 'Put in the figure of the summary' };
}

function figureOf({ percent, numerator, denominator, min, max }: NonNullable<WrongFigure['indicator']>, locale: Locale): string {
  const ru = locale === 'ru';
  if (percent !== null) return `${ru ? String(percent).replace('.', ',') : percent} % (${numerator} ${ru ? 'из' : 'of'} ${denominator})`;
  if (min !== null) return ru ? `от ${min} до ${max}` : `from ${min} to ${max}`;
  return ru ? 'нет числа' : 'no figure';
}
