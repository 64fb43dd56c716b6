import { textIn, type Locale, type ProcessDefinition } from '@reglament/contracts';
import type { Refusal } from '@reglament/engine';
import type { DryRunVerdict, StopReason, Way } from './verdict.js';

/** A verdict in one sentence of each language: titles of the draft's steps, no value of the case. */
export function tellVerdict(draft: ProcessDefinition, verdict: DryRunVerdict): { readonly ru: string; readonly en: string } {
  return { ru: sentence(draft, verdict, 'ru'), en: sentence(draft, verdict, 'en') };
}

function sentence(draft: ProcessDefinition, verdict: DryRunVerdict, locale: Locale): string {
  const ru = locale === 'ru';
  const step = (key: string): string => stepTitle(draft, key, locale);
  switch (verdict.kind) {
    case 'sameWay': {
      const terms = verdict.otherTerms.map(step);
      const performers = verdict.otherPerformers.map(step);
      return [
        ru ? 'Прошло бы так же' : 'It would go the same way',
        ...(terms.length > 0 ? [ru ? `другие сроки: ${terms.join(', ')}` : `other terms: ${terms.join(', ')}`] : []),
        ...(performers.length > 0 ? [ru ? `другие исполнители: ${performers.join(', ')}` : `other performers: ${performers.join(', ')}`] : []),
      ].join('; ');
    }
    case 'anotherWay':
      return ru
        ? `На шаге ${step(verdict.at)} пошло бы иначе: было ${wayText(draft, verdict.expected, locale)}, стало бы ${wayText(draft, verdict.found, locale)}`
        : `At ${step(verdict.at)} it would go another way: it was ${wayText(draft, verdict.expected, locale)}, it would be ${wayText(draft, verdict.found, locale)}`;
    case 'stops': return ru ? `Остановилось бы на шаге ${step(verdict.at)}: ${reasonText(draft, verdict.why, locale)}` : `It would stop at ${step(verdict.at)}: ${reasonText(draft, verdict.why, locale)}`;
  }
}

function wayText(draft: ProcessDefinition, way: Way, locale: Locale): string {
  const ru = locale === 'ru';
  switch (way.type) {
    case 'to': return way.node === null ? (ru ? 'никуда' : 'nowhere') : `→ ${stepTitle(draft, way.node, locale)}`;
    case 'parts': return way.count === null ? (ru ? 'без частей' : 'without parts') : ru ? `частей: ${way.count}` : `parts: ${way.count}`;
    case 'ended': {
      const status = { active: ['в работе', 'open'], completed: ['завершено', 'completed'], cancelled: ['отменено', 'cancelled'] } as const;
      return `${status[way.status][ru ? 0 : 1]}${way.result === null ? '' : ` (${way.result})`}`;
    }
  }
}

function reasonText(draft: ProcessDefinition, why: StopReason, locale: Locale): string {
  const ru = locale === 'ru';
  switch (why.type) {
    case 'refused': return refusalText(why.refusal, locale);
    case 'notReached': {
      const waits = why.waitsAt.map((key) => stepTitle(draft, key, locale)).join(', ');
      return ru ? `до него не доходит, ждёт: ${waits || 'ничего'}` : `it is never reached, waiting at: ${waits || 'nothing'}`;
    }
    case 'fault': return ru ? `инцидент ${why.code}` : `an incident, ${why.code}`;
    case 'otherService': return ru ? `вместо обработчика ${why.recorded} вызывается ${why.asked}: его ответа нет` : `the handler ${why.asked} is asked instead of ${why.recorded}: there is no answer of it`;
    case 'formRefuses': return ru ? `форма ${why.form} не приняла бы данные: ${why.fields.join(', ')}` : `the form ${why.form} would not take the data: ${why.fields.join(', ')}`;
  }
}

function refusalText(refusal: Refusal, locale: Locale): string {
  const ru = locale === 'ru';
  switch (refusal.code) {
    case 'unknownOutcome': return ru ? `решения «${refusal.outcome}» больше нет` : `the outcome "${refusal.outcome}" is no more`;
    case 'remarkRequired': return ru ? `решение «${refusal.outcome}» требует замечания` : `the outcome "${refusal.outcome}" needs a remark`;
    case 'formRequired': return ru ? `нужна форма ${refusal.form}` : `the form ${refusal.form} must be filled in`;
    case 'fourEyes': return ru ? `тот же человек выполнил шаг «${refusal.node}»` : `the same person did the step "${refusal.node}"`;
    case 'noPerformer': return ru ? 'нет исполнителя' : 'there is no performer';
    case 'noCalendarYear': return ru ? `нет календаря на ${refusal.year} год` : `there is no calendar of ${refusal.year}`;
    default: return ru ? `отказ ${refusal.code}` : `refused, ${refusal.code}`;
  }
}

function stepTitle(draft: ProcessDefinition, key: string, locale: Locale): string {
  const title = draft.nodes[key]?.title;
  return title === undefined ? `«${key}»` : `«${textIn(title, locale)}»`;
}
