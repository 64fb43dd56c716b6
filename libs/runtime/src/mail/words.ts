import { textIn, type Locale, type LocalizedText } from '@reglament/contracts';

interface Words { readonly subject: LocalizedText; readonly text: LocalizedText }

/** Nothing of the case: neither its subject nor a name may stand in a mail, which other people's servers keep. */
const KINDS: Readonly<Record<string, Words>> = {
  taskAssigned: { subject: { ru: 'Новая задача', en: 'New task' }, text: { ru: 'Вам назначена задача.', en: 'You have a new task.' } },
  reminder: { subject: { ru: 'Напоминание о сроке', en: 'Reminder of a term' }, text: { ru: 'Приближается срок вашей задачи.', en: 'A task of yours is due soon.' } },
  overdue: { subject: { ru: 'Срок прошёл', en: 'Overdue' }, text: { ru: 'Срок вашей задачи прошёл.', en: 'A task of yours is overdue.' } },
  escalated: { subject: { ru: 'Просрочено у сотрудника', en: 'Overdue: for the superior' }, text: { ru: 'Задача, за которой вы следите, просрочена.', en: 'A task that you look after is overdue.' } },
  returned: { subject: { ru: 'Возвращено на доработку', en: 'Returned' }, text: { ru: 'Вам возвращено на доработку.', en: 'Something has been returned to you.' } },
  approved: { subject: { ru: 'Согласовано', en: 'Approved' }, text: { ru: 'Согласование прошло успешно.', en: 'The approval has succeeded.' } },
  rejected: { subject: { ru: 'Отклонено', en: 'Rejected' }, text: { ru: 'Принято отрицательное решение.', en: 'It has been rejected.' } },
  cancelled: { subject: { ru: 'Прекращено', en: 'Cancelled' }, text: { ru: 'Дело прекращено.', en: 'A case has been cancelled.' } },
  completed: { subject: { ru: 'Завершено', en: 'Completed' }, text: { ru: 'Дело завершено.', en: 'A case has been completed.' } },
  invitation: { subject: { ru: 'Вас просят заполнить форму', en: 'You are asked to fill in a form' }, text: { ru: 'Вас просят заполнить форму. Ссылка личная: она заменяет пароль, не пересылайте её.', en: 'You are asked to fill in a form. The link is personal: it stands for a password, do not pass it on.' } },
  notice: { subject: { ru: 'Новое сообщение', en: 'New message' }, text: { ru: 'Для вас есть сообщение.', en: 'There is a message for you.' } },
};

const PRODUCT = { ru: 'Регламент', en: 'Reglament' } as const;
const OPEN = { ru: 'Открыть:', en: 'Open:' } as const;
const WHY = {
  ru: 'Письмо отправлено автоматически: отвечать на него не нужно.',
  en: 'This mail was sent automatically: there is no need to answer it.',
} as const;

/** What a mail of this kind is called where it is listed. */
export function mailTitle(kind: string, locale: Locale): string {
  return textIn((KINDS[kind] ?? KINDS['notice'])!.subject, locale);
}

/** @param link where it leads: to the panel, or to the one task of a personal link. */
export function mailWords(kind: string, locale: Locale, link: string): { readonly subject: string; readonly text: string } {
  const words = (KINDS[kind] ?? KINDS['notice'])!;
  return { subject: `${PRODUCT[locale]}: ${textIn(words.subject, locale)}`, text: `${textIn(words.text, locale)}\n\n${OPEN[locale]} ${link}\n\n— \n${WHY[locale]}\n` };
}

/** The page of the panel that a notification is about. */
export function panelPath({ instance, task }: { readonly instance: string | null; readonly task: string | null }): string {
  return task !== null ? `/tasks/${inAddress(task)}` : instance !== null ? `/process-instances/${inAddress(instance)}` : '/';
}

/** As the panel writes ids in its addresses: a dot would look like a file to the server. */
function inAddress(id: string): string {
  return encodeURIComponent(id).replaceAll('.', '~');
}
