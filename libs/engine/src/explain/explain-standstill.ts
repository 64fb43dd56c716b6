import { counted, dateText, sentence, type Sentence } from './words.js';

/** A term that stood still: from one civil date to another (ISO), in the calendar's zone; `until` null while it stands. */
export interface Standstill { readonly since: string; readonly until: string | null }

const DAY = 86_400_000;

/** Says how long a term stood and from where to where that has moved it. Empty where it never stood and ends where it was to end. */
export function explainStandstill(stood: readonly Standstill[], dueFirst: string, dueNow: string | null): readonly Sentence[] {
  const told = stood.map(({ since, until }) => sentence((locale) => {
    const ru = locale === 'ru';
    const [from, to] = [dateText(since, locale), until === null ? null : dateText(until, locale)];
    if (to === null) return ru ? `Срок стоит с ${from} и пойдёт дальше с тем остатком, какой был тогда; первоначально — по ${dateText(dueFirst, locale)}` : `The term stands still since ${from} and will go on with what was left then; at first it ran to ${dateText(dueFirst, locale)}`;
    const days = Math.round((Date.parse(until as string) - Date.parse(since)) / DAY);
    if (days < 1) return ru ? `${from} срок стоял меньше суток` : `On ${from} the term stood still for less than a day`;
    return ru ? `Срок стоял с ${from} по ${to}: ${counted(days, locale, ['день', 'дня', 'дней'], ['day', 'days'])}` : `The term stood still from ${from} to ${to}: ${counted(days, locale, ['день', 'дня', 'дней'], ['day', 'days'])}`;
  }));
  if (dueNow === null || dueNow === dueFirst) return told;
  return [...told, sentence((locale) => {
    const [before, after] = [dateText(dueFirst, locale), dateText(dueNow, locale)];
    if (stood.length > 0) return locale === 'ru' ? `Поэтому срок перенесён с ${before} на ${after}` : `That moved the due date from ${before} to ${after}`;
    return locale === 'ru' ? `Первоначально срок был по ${before}, позже он пересчитан: по ${after}` : `At first it was due ${before}; it was counted anew later: ${after}`;
  })];
}
