import { contentHash, type LocalizedText, type ProcessDefinition } from '@reglament/contracts';

const LONGEST_KEY = 64;

/** Key of the process that gives a form out. Two forms never share one, however long their keys are. */
export function handOutKey(form: string): string {
  const key = `fill-${form}`;
  return key.length <= LONGEST_KEY ? key : `fill-${contentHash(form).replace(/[^a-f0-9]/gu, '').slice(0, 40)}`;
}

export interface HandOut { readonly form: string; readonly title: LocalizedText; readonly description?: LocalizedText; readonly workingDays: number | null }

/**
 * The process that asks everybody of a list to fill a form in, each apart from the others: an ordinary definition, so terms, reminders,
 * substitutes, mail, history and erasure are those of every case. Nobody starts it by hand: it has no performers at its start.
 */
export function handOutDefinition({ form, title, description, workingDays }: HandOut): ProcessDefinition {
  return {
    format: 1, key: handOutKey(form), title,
    description: description ?? { ru: 'Форма, данная на заполнение: каждый отвечает сам за себя', en: 'A form handed out: everybody answers for themselves' },
    variables: {
      recipients: { type: 'list', title: { ru: 'Кому дано', en: 'Given to' } },
      recipient: { type: 'party', title: { ru: 'Кто отвечает', en: 'Who answers' } },
      answer: { type: 'object', title: { ru: 'Ответ', en: 'Answer' } },
    },
    subject: { value: typeof title === 'string' ? title : title.ru },
    states: {
      asked: { title: { ru: 'Заполняется', en: 'Being filled in' }, tone: 'waiting' },
      answered: { title: { ru: 'Все ответили', en: 'Everybody has answered' }, tone: 'success' },
    },
    cancel: { performers: [{ type: 'starter' }] },
    nodes: {
      start: { type: 'startEvent', next: 'answer' },
      answer: {
        type: 'userTask', title, state: 'asked', performers: [{ type: 'reference', variable: 'recipient' }], form, variable: 'answer',
        forEach: { items: { variable: 'recipients' }, as: 'recipient', mode: 'parallel', apart: true },
        ...(workingDays !== null && { due: { workingDays }, remind: [{ before: { workingDays: 1 } }, { before: { workingDays: 0 } }] }),
        outcomes: { sent: { title: { ru: 'Отправить', en: 'Send' }, to: 'end', tone: 'primary' } },
      },
      end: { type: 'endEvent', title: { ru: 'Все ответили', en: 'Everybody has answered' }, state: 'answered', result: 'answered' },
    },
  };
}
