import type { CompiledCalendar } from '@reglament/calendar';
import type { Escalation, Reminder } from '@reglament/contracts';
import type { Compiler } from '../compile/compiler.js';
import { takeGlobalId, type Draft } from '../draft.js';
import type { Scope } from '../expressions.js';
import type { OpenTask, OpenTimer } from '../instance.js';
import { compilePerformers, type CompiledPerformer } from './performers.js';
import { compileTerm, momentOf, type CompiledTerm } from './terms.js';

export interface CompiledReminder { readonly kind: 'before' | 'every'; readonly term: CompiledTerm }
export interface CompiledEscalation { readonly after: CompiledTerm; readonly to: readonly CompiledPerformer[]; readonly addCandidates: boolean }

export function compileReminders(reminders: readonly Reminder[] | undefined, compiler: Compiler, pointer: string): readonly CompiledReminder[] {
  return (reminders ?? []).map((reminder, i): CompiledReminder => 'before' in reminder
    ? { kind: 'before', term: compileTerm(reminder.before, compiler, `${pointer}/${i}/before`) as CompiledTerm }
    : { kind: 'every', term: compileTerm(reminder.every, compiler, `${pointer}/${i}/every`) as CompiledTerm });
}

export function compileEscalations(escalations: readonly Escalation[] | undefined, compiler: Compiler, pointer: string): readonly CompiledEscalation[] {
  return (escalations ?? []).map((rung, i) => ({
    after: compileTerm(rung.after, compiler, `${pointer}/${i}/after`) as CompiledTerm,
    to: compilePerformers(rung.to, compiler, `${pointer}/${i}/to`),
    addCandidates: rung.addCandidates ?? false,
  }));
}

/** The timers of a task that has just opened: its reminders and its escalation ladder. What would lie in the past is left out. */
export function alarmsOf(
  draft: Draft, node: string, human: { readonly reminders: readonly CompiledReminder[]; readonly escalations: readonly CompiledEscalation[] },
  task: OpenTask, calendar: CompiledCalendar, scope: Scope,
): readonly OpenTimer[] {
  const timers: OpenTimer[] = [];
  human.reminders.forEach((reminder, i) => {
    const at = reminderMoment(draft, node, reminder, task.dueAt, calendar, scope);
    if (at !== null) timers.push({ id: takeGlobalId(draft), kind: 'reminder', ref: String(i), task: task.id, at });
  });
  if (task.dueAt !== null) {
    for (const [i, rung] of human.escalations.entries()) {
      const moment = momentOf(draft, node, rung.after, 'after', task.dueAt, calendar, scope);
      if (moment) timers.push({ id: takeGlobalId(draft), kind: 'escalation', ref: String(i), task: task.id, at: moment.at });
    }
  }
  return timers;
}

/** `before` looks back from the due moment; `every` goes on from now, by the start of working days where its term is in days. */
export function reminderMoment(
  draft: Draft, node: string, reminder: CompiledReminder, dueAt: string | null, calendar: CompiledCalendar, scope: Scope,
): string | null {
  const { now } = draft.context;
  if (reminder.kind === 'every') return momentOf(draft, node, reminder.term, 'after', now, calendar, scope)?.at ?? null;
  if (dueAt === null) return null;
  const moment = momentOf(draft, node, reminder.term, 'before', dueAt, calendar, scope);
  return moment !== null && Date.parse(moment.at) > Date.parse(now) ? moment.at : null;
}
