import { problemTexts, type ProblemCode } from './problem-texts.js';

export interface Bilingual { readonly ru: string; readonly en: string }

/** Why a form cannot be published. Problems are for its author; they never quote data of people. */
export interface FormProblem {
  readonly code: ProblemCode;
  /** RFC 6901, into the form's document. */
  readonly pointer: string;
  readonly found: string;
  readonly expected: Bilingual;
  readonly remedy: Bilingual;
}

/** `detail` goes into the words where they name something: a list of allowed values, an expression's own problem. */
export function formProblem(code: ProblemCode, pointer: string, found: unknown, detail?: Bilingual): FormProblem {
  const { expected, remedy } = problemTexts[code];
  const text = (typeof found === 'string' ? found : (JSON.stringify(found) ?? 'undefined')).slice(0, 200);
  const filled = (template: Bilingual): Bilingual => ({
    ru: template.ru.replaceAll('{detail}', detail?.ru ?? ''),
    en: template.en.replaceAll('{detail}', detail?.en ?? ''),
  });
  return { code, pointer, found: text, expected: filled(expected), remedy: filled(remedy) };
}

export function same(text: string): Bilingual {
  return { ru: text, en: text };
}
