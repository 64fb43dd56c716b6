import { findDates } from '../russian/dates.js';

/** A term as the words of a clause state it. */
export type StatedTerm =
  | { type: 'date'; due: string; text: string; inclusiveStated: boolean }
  | { type: 'mode'; dueMode: 'constant' | 'until-cancelled'; text: string };

const before = /(?<!\p{L})(?:в\s+срок\s+(?:до|по)|не\s+позднее|не\s+позже|до|по|к|срок(?:\s+исполнения)?\s*[:–—-]?\s*(?:до|по)?)\s*$/iu;
const constant = /(?<!\p{L})(?:срок(?:\s+исполнения)?\s*[:–—-]\s*постоянно|на\s+постоянной\s+основе|\(постоянно\)|постоянно\.?$)/iu;
const untilCancelled = /(?<!\p{L})до\s+(?:его\s+|её\s+)?(?:отмены|особого\s+распоряжения)(?!\p{L})/iu;

/**
 * The last date that a clause states as its term («до 01.09.2026», «не позднее 1 сентября 2026 г.», «по 31.12.2026 включительно»), or a
 * standing term. A date without such a word in front is not a term. «До» may be read both ways: `inclusiveStated` tells whether
 * «включительно» or «по» stands there.
 */
export function suggestDue(text: string): StatedTerm | undefined {
  const dates = findDates(text).filter((found) => before.test(text.slice(Math.max(0, found.index - 40), found.index)));
  const last = dates.at(-1);
  if (last) {
    const lead = before.exec(text.slice(Math.max(0, last.index - 40), last.index))?.[0] ?? '';
    const end = last.index + last.length;
    const inclusive = /^\s*включительно/u.exec(text.slice(end));
    return {
      type: 'date',
      due: last.date,
      text: (text.slice(last.index - lead.length, end) + (inclusive?.[0] ?? '')).trim(),
      inclusiveStated: inclusive !== null || /(?<!\p{L})(?:по|не\s+позднее|не\s+позже)\s*$/iu.test(lead),
    };
  }
  const standing = untilCancelled.exec(text);
  if (standing) return { type: 'mode', dueMode: 'until-cancelled', text: standing[0] };
  const always = constant.exec(text);
  return always ? { type: 'mode', dueMode: 'constant', text: always[0] } : undefined;
}
