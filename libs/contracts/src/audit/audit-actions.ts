import type { LocalizedText } from '../localized-text/localized-text.schema.js';

/** Every action that the audit records, as people read it: the log and its filter say the same. */
export const AUDIT_ACTIONS: Readonly<Record<string, LocalizedText>> = {
  'access.denied': { ru: 'Отказ в доступе', en: 'Access refused' },
  'session.opened': { ru: 'Вход', en: 'Sign-in' },
  'session.closed': { ru: 'Выход', en: 'Sign-out' },
  'person.added': { ru: 'Добавлен человек', en: 'Person added' },
  'account.opened': { ru: 'Открыта учётная запись', en: 'Account opened' },
  'account.blocked': { ru: 'Заблокирована учётная запись', en: 'Account blocked' },
  'account.unblocked': { ru: 'Разблокирована учётная запись', en: 'Account unblocked' },
  'password.reset': { ru: 'Выдан новый пароль', en: 'New password given' },
  'role.given': { ru: 'Дана роль', en: 'Role given' },
  'role.taken': { ru: 'Снята роль', en: 'Role taken away' },
  'organisation.added': { ru: 'Добавлена организация', en: 'Organisation added' },
  'substitution.added': { ru: 'Добавлено замещение', en: 'Substitution added' },
  'substitution.changed': { ru: 'Изменено замещение', en: 'Substitution changed' },
  'substitution.cancelled': { ru: 'Прекращено замещение', en: 'Substitution ended' },
  'records.exported': { ru: 'Выгружен реестр', en: 'Registry exported' },
  'form.published': { ru: 'Опубликована форма', en: 'Form published' },
  'form.handedOut': { ru: 'Форма дана на заполнение', en: 'Form handed out' },
  'form.exported': { ru: 'Выгружены ответы формы', en: 'Answers of a form exported' },
  'incident.retried': { ru: 'Сбойный шаг повторён', en: 'Failed step retried' },
  'invitation.renewed': { ru: 'Личная ссылка сделана заново', en: 'Personal link made anew' },
  'mail.retried': { ru: 'Письмо отправлено повторно', en: 'Mail sent again' },
  'person.email': { ru: 'Изменён адрес почты', en: 'E-mail address changed' },
  'sampleCases.loaded': { ru: 'Загружены показательные дела', en: 'Sample cases loaded' },
  'clock.moved': { ru: 'Сдвинуто время (тест)', en: 'Clock moved (test)' },
};
