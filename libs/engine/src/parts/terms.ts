import { afterDue, beforeDue, dueMoment, type CompiledCalendar, type DueAnswer, type DueMoment, type Shift, type Term } from '@reglament/calendar';
import type { TermExpression } from '@reglament/contracts';
import type { Compiler } from '../compile/compiler.js';
import { refuse, type Draft } from '../draft.js';
import { EngineError } from '../engine-error.js';
import type { CompiledValue, Scope } from '../expressions.js';
import type { Json } from '../instance.js';

/** A term that is the same each time, or a date that an expression gives. */
export type CompiledTerm = { readonly kind: 'fixed'; readonly term: Term } | { readonly kind: 'date'; readonly value: CompiledValue; readonly shift: Shift };

export function compileTerm(term: TermExpression | undefined, compiler: Compiler, pointer: string): CompiledTerm | null {
  if (term === undefined) return null;
  if ('date' in term) return { kind: 'date', value: compiler.value(term.date, `${pointer}/date`), shift: term.shift ?? 'keep' };
  return { kind: 'fixed', term };
}

export type TermDirection = 'from' | 'before' | 'after';

/**
 * The moment that a term gives, counted from `from` or around a due moment. Null where the term's date is empty: then there is no term.
 * A year that nobody has published yet makes the term preliminary, with a warning (product.md D11); only a hundred years off is it a refusal.
 */
export function momentOf(
  draft: Draft, node: string, compiled: CompiledTerm, direction: TermDirection, moment: string, calendar: CompiledCalendar, scope: Scope,
): DueMoment | null {
  const term = termOf(draft, compiled, scope);
  if (term === null) return null;
  const answer = answerOf(term, direction, moment, calendar);
  switch (answer.kind) {
    case 'due': return answer;
    case 'noCalendar':
      refuse(draft, { code: 'noCalendarYear', year: answer.year, node });
      return null;
    case 'invalidTerm':
      throw new EngineError('engine.unusableValue', { definition: draft.compiled.definition.key, hash: draft.compiled.hash, node, instance: draft.before.id, found: answer.found });
  }
}

function answerOf(term: Term, direction: TermDirection, moment: string, calendar: CompiledCalendar): DueAnswer {
  switch (direction) {
    case 'from': return dueMoment(term, moment, calendar);
    case 'before': return beforeDue(moment, term, calendar);
    case 'after': return afterDue(moment, term, calendar);
  }
}

function termOf(draft: Draft, compiled: CompiledTerm, scope: Scope): Term | null {
  if (compiled.kind === 'fixed') return compiled.term;
  const value: Json = compiled.value.evaluate(scope, draft.moment);
  if (value === null || value === '') return null;
  // A date-time counts as its date: a term ends with the working day, whatever the hour.
  return { date: typeof value === 'string' ? value.slice(0, 10) : JSON.stringify(value), shift: compiled.shift };
}

/** A moment as history and `Why` keep it. */
export function dueFact(due: DueMoment): Json {
  return {
    at: due.at, localDate: due.localDate, timeZone: due.timeZone, calendar: due.calendarId, calendarHash: due.calendarHash,
    warnings: due.warnings.map(({ code, subject }) => ({ code, subject })),
  };
}
