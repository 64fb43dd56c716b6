import type { CheckResult, FieldError } from '@reglament/contracts';
import type { Decision } from '@reglament/access';
import type { RefusalAnswer } from './answer.js';

/** A stranger's object and one that does not exist are told in the same words (decision 20). */
export function notFound(): RefusalAnswer {
  return { status: 404, code: 'notFound', text: { ru: 'Объект не найден.', en: 'Not found.' } };
}

export function noAccess(decision: Extract<Decision, { allowed: false }>): RefusalAnswer {
  if (decision.reason === 'notVisible') return { ...notFound(), reason: 'notVisible' };
  return { status: 403, code: 'forbidden', text: decision.why, reason: 'forbidden' };
}

export function alreadyCompleted(by: { readonly title: string; readonly at: string }, atText: { readonly ru: string; readonly en: string }): RefusalAnswer {
  return {
    status: 409, code: 'taskAlreadyCompleted', completedBy: by,
    text: { ru: `Задачу уже выполнил(а) ${by.title} ${atText.ru}.`, en: `The task has been completed already by ${by.title} ${atText.en}.` },
  };
}

export function taskClosed(): RefusalAnswer {
  return { status: 409, code: 'taskNotOpen', text: { ru: 'Задача закрыта: дело пошло дальше без неё.', en: 'The task is closed: the case has gone on without it.' } };
}

export function formInvalid(errors: readonly FieldError[]): RefusalAnswer {
  return { status: 422, code: 'formInvalid', errors, text: { ru: 'Форма заполнена с ошибками.', en: 'The form has errors.' } };
}

export function checksFailed(checks: CheckResult): RefusalAnswer {
  return { status: 422, code: 'checksFailed', checks, text: { ru: 'Проверка нашла ошибки.', en: 'The check has found errors.' } };
}

export function warningsNeedReasons(checks: CheckResult): RefusalAnswer {
  return { status: 422, code: 'reasonRequired', checks, text: { ru: 'Укажите причину для каждого предупреждения.', en: 'Give a reason for each warning.' } };
}

export function keyReused(): RefusalAnswer {
  return { status: 422, code: 'idempotencyKeyReused', text: { ru: 'Ключ повторного запроса уже использован с другим содержанием.', en: 'This Idempotency-Key was used with another body.' } };
}

export function wrongPassword(): RefusalAnswer {
  return { status: 422, code: 'passwordWrong', errors: [{ pointer: '/password', code: 'passwordWrong', message: 'Неверный пароль' }], text: { ru: 'Неверный пароль: подпись не поставлена.', en: 'Wrong password: nothing was signed.' } };
}

export function stale(): RefusalAnswer {
  return { status: 409, code: 'busy', text: { ru: 'Дело сейчас меняют другие. Повторите.', en: 'Others are changing this case right now. Try again.' } };
}

export function invalidRequest(code: string, ru: string, en: string, errors?: readonly FieldError[]): RefusalAnswer {
  return { status: 422, code, text: { ru, en }, ...(errors && { errors }) };
}

export function documentChanged(): RefusalAnswer {
  return { status: 409, code: 'documentChanged', text: { ru: 'Документ изменился: откройте его заново и прочтите перед подписанием.', en: 'The document has changed: open it again and read it before you sign.' } };
}

export function tooManyAttempts(): RefusalAnswer {
  return { status: 429, code: 'tooManyAttempts', text: { ru: 'Слишком много неверных паролей. Подождите 15 минут.', en: 'Too many wrong passwords. Wait 15 minutes.' } };
}

export function notADemoBase(): RefusalAnswer {
  return { status: 403, code: 'notADemoBase', reason: 'forbidden', text: { ru: 'Показательные дела загружаются только в учебную базу: с рабочими данными они не смешиваются.', en: 'Sample cases are loaded into a demo base alone: they never mix with data of your own.' } };
}

export function forbiddenClock(): RefusalAnswer {
  return { status: 403, code: 'clockNotMovable', reason: 'forbidden', text: { ru: 'Часы сдвигаются только в учебной базе.', en: 'Only the clock of a demo base moves.' } };
}

export function fileTooLarge(limit: number): RefusalAnswer {
  const megabytes = Math.floor(limit / 1024 / 1024);
  return { status: 413, code: 'fileTooLarge', text: { ru: `Файл больше ${megabytes} МБ.`, en: `The file is larger than ${megabytes} MB.` } };
}

export function incidentResolved(): RefusalAnswer {
  return { status: 409, code: 'incidentResolved', text: { ru: 'Этот инцидент уже разобран.', en: 'This incident has been resolved already.' } };
}

export function definitionFault(): RefusalAnswer {
  return { status: 409, code: 'definitionFault', text: { ru: 'Процесс настроен с ошибкой и не может идти дальше. Администратор уже видит это; введённое сохранено в черновике.', en: 'The process is configured wrongly and cannot go on. The administrator sees it already; what you typed is kept in the draft.' } };
}
