import type { LocalizedText } from '@reglament/contracts';
import type { RefusalAnswer } from './answer.js';

type Code = 'dateBeforeLast' | 'dateInFuture' | 'reasonRequired' | 'noSuchNumber' | 'noLetterLeft' | 'numberTaken' | 'noLetters' | 'noJournal' | 'registeredAlready';

interface Wording { readonly status: 409 | 422; readonly pointer: string | null; readonly text: (detail: string) => LocalizedText }

const WORDINGS: Readonly<Record<Code, Wording>> = {
  dateBeforeLast: { status: 422, pointer: '/data/dateReason', text: (last) => ({ ru: `Дата раньше последней в журнале (${last}): укажите причину.`, en: `The date is before the journal's last (${last}): give the reason.` }) },
  dateInFuture: { status: 422, pointer: '/data/date', text: () => ({ ru: 'Дата регистрации ещё не наступила.', en: 'The date of registration has not come yet.' }) },
  reasonRequired: { status: 422, pointer: '/data/suffixReason', text: () => ({ ru: 'Укажите причину регистрации с литерой.', en: 'Give the reason of the letter.' }) },
  noSuchNumber: { status: 422, pointer: '/data/suffixOf', text: () => ({ ru: 'Такого номера в журнале нет.', en: 'There is no such number in the journal.' }) },
  noLetterLeft: { status: 422, pointer: '/data/suffixOf', text: () => ({ ru: 'Свободных литер у этого номера не осталось.', en: 'No letter is left for this number.' }) },
  numberTaken: { status: 409, pointer: '/data/suffix', text: (number) => ({ ru: `Номер ${number} занят.`, en: `Number ${number} is taken.` }) },
  noLetters: { status: 422, pointer: '/data/suffixed', text: () => ({ ru: 'Этот журнал не допускает литер.', en: 'This journal allows no letters.' }) },
  noJournal: { status: 422, pointer: null, text: (journal) => ({ ru: `Журнал «${journal}» не найден: обратитесь к администратору.`, en: `Journal "${journal}" is not found: ask the administrator.` }) },
  registeredAlready: { status: 409, pointer: null, text: (number) => ({ ru: `Документ уже зарегистрирован под № ${number}.`, en: `The document has been registered already as No. ${number}.` }) },
};

/** Why a document could not be registered, at the field where there is one. */
export function registrationRefusal(code: Code, detail = ''): RefusalAnswer {
  const { status, pointer, text } = WORDINGS[code];
  const words = text(detail) as { readonly ru: string; readonly en: string };
  return { status, code, text: words, ...(pointer !== null && { errors: [{ pointer, code, message: words.ru }] }) };
}
