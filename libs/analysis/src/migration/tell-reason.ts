import { textIn, type Locale, type ProcessDefinition } from '@reglament/contracts';
import type { MigrationReason } from './plan.js';

/** One reason as a sentence in Russian and English, with the titles that people know the steps by. */
export function tellReason(reason: MigrationReason, titles: { readonly before: ProcessDefinition; readonly after: ProcessDefinition }): { readonly ru: string; readonly en: string } {
  const name = (key: string | null, locale: Locale): string => {
    const title = key === null ? undefined : (titles.after.nodes[key] ?? titles.before.nodes[key])?.title;
    const text = title === undefined ? key ?? '' : textIn(title, locale);
    return locale === 'ru' ? `«${text}»` : `“${text}”`;
  };
  const [ru, en] = [name(reason.node, 'ru'), name(reason.node, 'en')];
  const [ruAbout, enAbout] = [name(reason.about, 'ru'), name(reason.about, 'en')];
  const both = (russian: string, english: string) => ({ ru: russian, en: english });
  switch (reason.code) {
    case 'caseEnded': return both('Дело уже завершено', 'The case has ended');
    case 'caseSuspended': return both('Дело приостановлено: сначала возобновите его', 'The case is suspended: resume it first');
    case 'nodeGone': return both(`Дело стоит на шаге ${ru}, которого в новой версии нет: укажите, какой шаг ему соответствует`, `The case stands at step ${en}, which the new version does not have: say which step it is there`);
    case 'nodeRetyped': return both(`Шаг ${ru} в новой версии другого вида`, `Step ${en} is of another kind in the new version`);
    case 'scopeChanged': return both(`Шаг ${ru} в новой версии находится в другом подпроцессе`, `Step ${en} is in another sub-process in the new version`);
    case 'flowGone': return both(`Дело ждёт на слиянии ${ru}, а путь, которым оно пришло, убран`, `The case waits at the join ${en}, and the way by which it came is gone`);
    case 'changedWhileOpen': return both(`Шаг ${ru} выполняется, а устроен он теперь иначе: дождитесь его окончания`, `Step ${en} is under way and made differently now: wait until it ends`);
    case 'refused': return both(`Перевод невозможен на шаге ${ru} (${reason.about ?? ''})`, `Step ${en} does not allow the move (${reason.about ?? ''})`);
    case 'fault': return both(`Данных дела не хватает шагу ${ru} (${reason.about ?? ''})`, `The case lacks what step ${en} needs (${reason.about ?? ''})`);
    case 'endUnreachable': return both(`С шага ${ru} в новой версии нельзя дойти до конца`, `The end cannot be reached from step ${en} in the new version`);
    case 'joinStarved': return both(`Слияние ${ru} ждало бы пути, по которому уже ничто не придёт`, `The join ${en} would wait for a way by which nothing can come any more`);
    case 'tokensMeet': return both(`Шаг ${ru} был бы выполнен дважды: он теперь следует за шагом ${ruAbout}, который тоже открыт`, `Step ${en} would be done twice: it follows step ${enAbout} now, which is open too`);
    case 'termsChanged': return both(`Срок шага ${ru} изменился: оставить прежний или пересчитать`, `The term of step ${en} has changed: keep it or count it anew`);
    case 'dataMissing': return both(`Шагу ${ru} понадобится значение «${reason.about ?? ''}», которого у дела нет`, `Step ${en} will need the value “${reason.about ?? ''}”, which the case does not have`);
    case 'performersKept': return both(`У открытой задачи ${ru} останутся прежние исполнители`, `The open task ${en} keeps its performers`);
    case 'partsStarting': return both('Части дела ещё начинаются: повторите через минуту', 'Parts of the case are still being started: try again in a minute');
    case 'formChanged': return both(`Открытая задача ${ru} получит новую форму; введённое сохранится`, `The open task ${en} gets the new form; what was typed is kept`);
  }
}
