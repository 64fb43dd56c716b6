import type { LocalizedText, Problem } from '@reglament/contracts';

/** A refusal on its way to the client. Thrown by guards and pipes; use cases return refusals, and `answer.ts` turns them into this. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: LocalizedText,
    readonly detail: LocalizedText,
    readonly extra: Partial<Pick<Problem, 'errors' | 'completedBy' | 'checks'>> = {},
    /** Access refused: goes to the audit, never to the client (decision 20). */
    readonly denied: 'notVisible' | 'forbidden' | null = null,
  ) {
    super(code);
  }
}

export const notSignedIn = (): ProblemException =>
  new ProblemException(401, 'notSignedIn', { ru: 'Нужно войти', en: 'Sign in first' }, { ru: 'Сеанс окончен или не начат. Войдите снова: введённое сохранено.', en: 'The session has ended or has not begun. Sign in again: what was typed is kept.' });

export const notFound = (): ProblemException =>
  new ProblemException(404, 'notFound', { ru: 'Не найдено', en: 'Not found' }, { ru: 'Такой записи нет или она вам не видна.', en: 'There is no such record, or you may not see it.' });

export const forbidden = (detail?: LocalizedText): ProblemException =>
  new ProblemException(403, 'forbidden', { ru: 'Недостаточно прав', en: 'Not allowed' }, detail ?? { ru: 'Для этого действия у вас нет прав.', en: 'You have no right to do this.' }, {}, 'forbidden');

export const badCsrf = (): ProblemException =>
  new ProblemException(403, 'badCsrfToken', { ru: 'Запрос не подтверждён', en: 'Unconfirmed request' }, { ru: 'Обновите страницу и повторите.', en: 'Reload the page and try again.' });
