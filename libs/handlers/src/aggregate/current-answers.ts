import type { AnswerPart } from '../ports.js';

/** Results of a part, as its end events name them. */
export interface PartResults {
  readonly accepted: readonly string[];
  /** Those of them that came after the term. */
  readonly late: readonly string[];
  /** Taken out of the count with a reason. */
  readonly excluded: readonly string[];
}

/** How somebody who was asked stands: `working`: has not sent an answer that was taken, and still may. */
export type RespondentState = 'accepted' | 'late' | 'excluded' | 'working' | 'absent';

export interface Respondent {
  readonly who: string;
  readonly title: string | null;
  readonly state: RespondentState;
  /** The part that asks now, or asked last. */
  readonly latest: AnswerPart;
  /** The part whose answer counts; null where none does. */
  readonly counted: AnswerPart | null;
}

/**
 * Everybody who was asked, in the order in which they were asked first. Who was asked again (a correction) counts with the answer that was taken
 * last; until it is taken the one before counts. A late answer stays late when it is corrected.
 */
export function respondentsOf(parts: readonly AnswerPart[], results: PartResults): readonly Respondent[] {
  const byWho = new Map<string, AnswerPart[]>();
  for (const part of [...parts].sort((a, b) => a.activity - b.activity || a.index - b.index)) {
    if (part.who !== null) byWho.set(part.who, [...(byWho.get(part.who) ?? []), part]);
  }
  return [...byWho].map(([who, own]) => {
    const latest = own.at(-1) as AnswerPart;
    const taken = own.filter(({ result, submission }) => submission !== null && result !== null && results.accepted.includes(result));
    const counted = latest.result !== null && results.excluded.includes(latest.result) ? null : taken.at(-1) ?? null;
    return { who, title: latest.title, latest, counted, state: stateOf(latest, counted, taken, results) };
  });
}

function stateOf(latest: AnswerPart, counted: AnswerPart | null, taken: readonly AnswerPart[], results: PartResults): RespondentState {
  if (counted !== null) return taken.some(({ result }) => result !== null && results.late.includes(result)) ? 'late' : 'accepted';
  if (latest.result !== null && results.excluded.includes(latest.result)) return 'excluded';
  return latest.status === 'active' ? 'working' : 'absent';
}
