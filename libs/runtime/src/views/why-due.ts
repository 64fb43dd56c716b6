import { compileCalendar, countTerm, type CompiledCalendar, type Shift, type Term } from '@reglament/calendar';
import type { LocalizedText, WorkingCalendar } from '@reglament/contracts';
import { explainCount, explainStandstill, type Sentence, type Standstill } from '@reglament/engine';
import { findCalendarVersions, historyOf, type LoadedTask } from '@reglament/store';
import { localDate } from '../clock/local-date.js';
import type { Shell } from '../shell.js';

/** What is told of a due moment needs of what the engine wrote down when it gave the task. */
interface DueFact { readonly at: string; readonly localDate: string; readonly timeZone: string; readonly calendarHash: string; readonly term: Term; readonly givenDate: string | null }

/**
 * How the due date was counted, day by day, by the calendar of that time, and what has moved it since. Empty without a term, and where
 * what was written down does not tell.
 */
export async function whyDueCounted(shell: Shell, { task, organisation, snapshot }: LoadedTask): Promise<readonly Sentence[]> {
  const fact = dueFactOf(task.why);
  if (fact === null) return [];
  const term = 'date' in fact.term ? { ...fact.term, date: fact.givenDate ?? fact.localDate } : fact.term;
  const calendar = await calendarOfThen(shell, organisation, fact);
  const counted = calendar && countTerm(term, task.openedAt, calendar.compiled);
  const stood = Date.parse(fact.at) === (task.dueAt === null ? NaN : Date.parse(task.dueAt)) ? [] : await standstills(shell, { task, snapshot }, fact.timeZone);
  return [
    // Where the count comes out otherwise something was not written down: nothing is told rather than something else.
    ...(calendar && counted?.to === fact.localDate ? explainCount(term, counted, calendar.titleOf) : []),
    ...explainStandstill(stood, fact.localDate, task.dueAt === null ? null : localDate(task.dueAt, fact.timeZone)),
  ];
}

async function calendarOfThen(shell: Shell, organisation: LoadedTask['organisation'], { calendarHash, timeZone }: DueFact): Promise<{ readonly compiled: CompiledCalendar; readonly titleOf: (date: string) => LocalizedText | undefined } | null> {
  const inForce = shell.organisations.facts(organisation.id)?.calendar;
  const now = inForce?.hash === calendarHash ? shell.settings.calendar(organisation.calendar, organisation.path) : null;
  const content = now ?? ((await findCalendarVersions(shell.store)).find(({ hash }) => hash === calendarHash)?.content as WorkingCalendar | undefined);
  if (!content) return null;
  const compiled = inForce?.hash === calendarHash && inForce.timeZone === timeZone ? inForce : compileCalendar(content, { timeZone, hash: calendarHash });
  return { compiled, titleOf: (date) => content.years[date.slice(0, 4)]?.days[date]?.title };
}

/** When the terms of the task's step stood still since it was given. */
async function standstills(shell: Shell, { task, snapshot }: Pick<LoadedTask, 'task' | 'snapshot'>, timeZone: string): Promise<readonly Standstill[]> {
  const open = task.status === 'open' ? snapshot.activities.find(({ id }) => id === task.activity)?.frozen?.since : undefined;
  const over = (await historyOf(shell.store, task.instance)).flatMap(({ kind, activity, at, data }): Standstill[] => {
    const { since } = data;
    if (kind !== 'termsResumed' || activity !== task.activity || typeof since !== 'string' || at < task.openedAt || (task.closedAt !== null && at > task.closedAt)) return [];
    return [{ since: localDate(since, timeZone), until: localDate(at, timeZone) }];
  });
  return [...over, ...(open === undefined ? [] : [{ since: localDate(open, timeZone), until: null }])];
}

function dueFactOf(why: unknown): DueFact | null {
  const due = part(why, 'due');
  const [at, date, timeZone, calendarHash] = [part(due, 'at'), part(due, 'localDate'), part(due, 'timeZone'), part(due, 'calendarHash')];
  const term = termOf(part(due, 'term'));
  if (typeof at !== 'string' || typeof date !== 'string' || typeof timeZone !== 'string' || typeof calendarHash !== 'string' || term === null) return null;
  const warnings = part(due, 'warnings');
  const moved = Array.isArray(warnings) ? warnings.find((warning) => part(warning, 'code') === 'calendar.nonWorkingDay') : undefined;
  const subject = part(moved, 'subject');
  return { at, localDate: date, timeZone, calendarHash, term, givenDate: typeof subject === 'string' ? subject : null };
}

/** As the process states it; of a date only that it is one, its value stands with the fact. */
function termOf(term: unknown): Term | null {
  const [workingDays, calendarDays, duration] = [part(term, 'workingDays'), part(term, 'calendarDays'), part(term, 'duration')];
  const given = part(term, 'shift');
  const shift: { readonly shift?: Shift } = given === 'next' || given === 'previous' || given === 'keep' ? { shift: given } : {};
  if (typeof workingDays === 'number') return { workingDays };
  if (typeof calendarDays === 'number') return { calendarDays, ...shift };
  if (typeof duration === 'string') return { duration };
  return part(term, 'date') === undefined ? null : { date: '', ...shift };
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
