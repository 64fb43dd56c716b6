import type { StateTone } from '@reglament/contracts';
import { daysBetween, readMoment } from './dates.js';

export interface TermWords {
  readonly key: 'none' | 'today' | 'tomorrow' | 'leftWorking' | 'left' | 'overdueWorking' | 'overdue' | 'overdueToday';
  readonly count: number;
  readonly tone: StateTone;
}

export interface Term {
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly dueInWorkingDays?: number | null;
  readonly duePreliminary?: boolean;
}

/**
 * Which words a term gets. Working days are counted by the server in the performer's calendar; where it sent none, calendar days are
 * said, because a working-day number counted without the calendar would be wrong on every holiday.
 */
export function termWords(term: Term, now: Date): TermWords {
  if (term.dueAt === null) return { key: 'none', count: 0, tone: 'neutral' };
  const days = daysBetween(now, readMoment(term.dueAt));
  const working = term.dueInWorkingDays ?? null;
  if (term.overdue) {
    if (working !== null && working < 0) return { key: 'overdueWorking', count: -working, tone: 'stopped' };
    return days < 0 ? { key: 'overdue', count: -days, tone: 'stopped' } : { key: 'overdueToday', count: 0, tone: 'stopped' };
  }
  if (days <= 0) return { key: 'today', count: 0, tone: 'attention' };
  if (working !== null) return { key: 'leftWorking', count: Math.max(0, working), tone: working <= 1 ? 'attention' : 'neutral' };
  return days === 1 ? { key: 'tomorrow', count: 1, tone: 'attention' } : { key: 'left', count: days, tone: 'neutral' };
}
