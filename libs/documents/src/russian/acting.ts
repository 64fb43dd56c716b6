import type { CaseForms } from './cases.js';
import { declinePosition } from './decline-position.js';

/** Stands before the position of who signs for somebody else. */
export const acting = 'И. о.';

/**
 * The position as it stands after «И. о.» in a signature: «Начальник отдела» → «начальника отдела» (ГОСТ Р 7.0.97-2016, 5.22). Confirmed
 * case forms win over the rules; an abbreviation keeps its capitals.
 */
export function actedPosition(position: string, forms?: CaseForms): string {
  const genitive = declinePosition(position, 'genitive', forms);
  return /^\p{Lu}{2}/u.test(genitive) ? genitive : genitive.slice(0, 1).toLowerCase() + genitive.slice(1);
}
