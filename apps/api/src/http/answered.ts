import type { Answer } from '@reglament/runtime';
import { ProblemException } from './problem-exception.js';

/** The value of an answer; an expected refusal becomes problem+json. Controllers do nothing else with answers. */
export function answered<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  const { status, code, text, errors, completedBy, checks, reason } = answer.refusal;
  throw new ProblemException(status, code, TITLES[status] ?? text, text, {
    ...(errors && { errors }), ...(completedBy && { completedBy }), ...(checks && { checks }),
  }, reason ?? null);
}

const TITLES: Readonly<Record<number, { readonly ru: string; readonly en: string }>> = {
  403: { ru: 'Недостаточно прав', en: 'Not allowed' },
  404: { ru: 'Не найдено', en: 'Not found' },
  409: { ru: 'Уже изменено', en: 'Changed already' },
  412: { ru: 'Есть более новая версия', en: 'There is a newer version' },
  422: { ru: 'Исправьте ошибки', en: 'Mend the errors' },
};
