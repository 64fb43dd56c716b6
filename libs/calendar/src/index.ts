export { checkCalendar, type CalendarProblem } from './check-calendar.js';
export { CalendarError, compileCalendar, type CompileCalendarOptions, type CompiledCalendar } from './compile-calendar.js';
export type { CalendarWarning, NoCalendar } from './day-count.js';
export { countTerm, type CountedTerm, type RestDays } from './count-term.js';
export { dueMoment, type DueAnswer, type DueMoment, type InvalidTerm, type Shift, type Term } from './due-moment.js';
export { afterDue, beforeDue } from './around-due.js';
export { lastOccurrence, nextOccurrence, type Occurrences } from './recurrence.js';
export { remaining, resumeFrom, type Remaining } from './remaining.js';
export {
  addWorkingDays, IsoDateError, isWorkingDay, workingDaysBetween, type CountAnswer, type DateAnswer, type DayAnswer,
} from './working-days.js';
