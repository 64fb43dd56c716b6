import { childOf, type XmlElement } from '../xml/xml-element.js';
import { expressionOf, placeOf, type ProcessContext } from './import-context.js';

/** When a timer fires: once after a term, or again and again. */
export interface TimerDraft { readonly after: unknown; readonly repeat?: { readonly duration: string; readonly times?: number }; readonly times?: number }

const DURATION = /^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const CYCLE = /^R(\d*)\/(P\S+)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const CRON = /^(?:\S+\s+){4,6}\S+$/;

/** ISO 8601 as BPMN wants it (§10.5.5, Table 10.101): a date, a duration, a cycle `R3/PT10M`. Null after it was refused. */
export function timerOf(context: ProcessContext, holder: XmlElement, definition: XmlElement): TimerDraft | null {
  const duration = childOf(definition, 'timeDuration');
  const date = childOf(definition, 'timeDate');
  const cycle = childOf(definition, 'timeCycle');
  const given = [duration, date, cycle].filter((element) => element !== undefined);
  if (given.length > 1) return unreadable(context, holder, 'у таймера больше одного времени', 'the timer has more than one time');
  const { text } = expressionOf(context, given[0]);
  if (text === '') return unreadable(context, holder, 'время таймера не написано', 'the time of the timer is not written');
  if (duration && DURATION.test(text)) return { after: { duration: text } };
  if (date && MOMENT.test(text) && !Number.isNaN(Date.parse(text))) return { after: { date: { value: text } } };
  const [, times, every] = (cycle && CYCLE.exec(text)) ?? [];
  if (every !== undefined && DURATION.test(every)) {
    const count = times === '' || times === undefined ? undefined : Number(times);
    return { after: { duration: every }, repeat: { duration: every, ...(count !== undefined && { times: count }) }, ...(count !== undefined && { times: count }) };
  }
  return unreadable(context, holder, `время «${text.slice(0, 60)}» не по ISO 8601`, `the time “${text.slice(0, 60)}” is not ISO 8601`);
}

/** What a timer start event comes round by: cron alone says more than “from now on every …”. */
export function cronOf(context: ProcessContext, definition: XmlElement): string | null {
  const { text } = expressionOf(context, childOf(definition, 'timeCycle'));
  return CRON.test(text) && !/^[RP]/.test(text) ? text : null;
}

function unreadable(context: ProcessContext, holder: XmlElement, russian: string, english: string): TimerDraft | null {
  if (context.options.incomplete === 'draft') {
    context.report.approximated(holder, placeOf(context, holder), `${russian}; пока через день`, `${english}; for now after a day`);
    return { after: { duration: 'P1D' } };
  }
  context.report.refused(holder, placeOf(context, holder), russian, english);
  return null;
}
