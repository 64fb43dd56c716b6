import type { FormDraftProblem, Locale } from '@reglament/contracts';
import { problemsOfForm } from '@reglament/forms';

const MOST = 100;

/** What keeps a form from being published, in words. The browser cannot ask this itself: the judging compiles schemas, which its policy forbids. */
export function draftProblems(content: object, locale: Locale): readonly FormDraftProblem[] {
  return problemsOfForm(content).slice(0, MOST).map(({ pointer, code, expected, remedy }) => ({ pointer, code, message: `${remedy[locale]}: ${expected[locale]}` }));
}
