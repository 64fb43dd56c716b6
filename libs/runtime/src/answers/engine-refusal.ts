import type { Refusal } from '@reglament/engine';
import type { LocalizedText } from '@reglament/contracts';
import type { RefusalAnswer } from './answer.js';

/** What the engine refused, in words and with the status that HTTP has for it. */
export function engineRefusal(refusal: Refusal): RefusalAnswer {
  const answer = (status: RefusalAnswer['status'], ru: string, en: string): RefusalAnswer => ({ status, code: refusal.code, text: { ru, en } satisfies LocalizedText });
  switch (refusal.code) {
    case 'taskNotOpen': return answer(409, 'Задача закрыта.', 'The task is closed.');
    case 'unknownOutcome': return answer(422, `Такого решения нет. Возможны: ${refusal.allowed.join(', ')}.`, `There is no such outcome. Possible: ${refusal.allowed.join(', ')}.`);
    case 'unknownReturnTo': return answer(422, 'На этот шаг вернуть нельзя.', 'This outcome does not lead back to that step.');
    case 'remarkRequired': return answer(422, 'Напишите замечание: без него это решение не принимается.', 'Write a remark: this outcome needs one.');
    case 'formRequired': return answer(422, 'Заполните форму.', 'Fill in the form.');
    case 'fourEyes': return answer(403, 'Вы уже действовали в этом деле: проверяет другой человек.', 'You have acted in this case already: somebody else has to check it.');
    case 'alreadyClaimed': return answer(409, 'Задачу уже взял в работу другой исполнитель.', 'Another performer has claimed the task.');
    case 'notClaimed': return answer(409, 'Задача ни за кем не закреплена.', 'Nobody has claimed the task.');
    case 'approverExists': return answer(409, 'Этот согласующий уже есть.', 'This approver is there already.');
    case 'mayNotAdd': return answer(409, 'Здесь нельзя добавить согласующего.', 'No approver may be added here.');
    case 'errorNotCaught': return answer(409, 'Ошибку действия системы в процессе никто не обрабатывает.', 'Nothing in the process catches the error of the service.');
    case 'activityNotOpen': return answer(409, 'Этот шаг уже пройден.', 'This step has been passed already.');
    case 'unknownAction': return answer(404, 'Такого действия нет.', 'There is no such action.');
    case 'conditionNotMet': return answer(409, 'Сейчас это действие невозможно.', 'This action is not possible now.');
    case 'timerNotOpen': return answer(409, 'Таймер уже снят.', 'The timer is gone already.');
    case 'subscriptionNotOpen': return answer(409, 'Этого сообщения больше не ждут.', 'This message is no longer awaited.');
    case 'suspended': return answer(409, 'Дело приостановлено: сроки стоят, работа не принимается.', 'The case is suspended: its terms stand still and no work is taken.');
    case 'suspendedAlready': return answer(409, 'Дело уже приостановлено.', 'The case is suspended already.');
    case 'notSuspended': return answer(409, 'Дело не приостановлено.', 'The case is not suspended.');
    case 'suspendedWithParent': return answer(409, 'Приостановлено дело, частью которого оно является: возобновите его.', 'The case that it is a part of is suspended: resume that one.');
    case 'tokenNotOpen': return answer(409, 'Здесь уже ничего не ждёт.', 'Nothing waits here any more.');
    case 'unknownNode': return answer(422, `Такого шага в процессе нет: ${refusal.node}.`, `The process has no such step: ${refusal.node}.`);
    case 'mayNotStart': return answer(422, 'С этого шага начать нельзя: он начинается сам.', 'Nothing may be started here by hand: this step begins by itself.');
    case 'scopeNotOpen': return answer(422, 'Подпроцесс, к которому относится шаг, сейчас не открыт.', 'The sub-process of this step is not open now.');
    case 'nothingLeft': return answer(422, refusal.node === null ? 'После таких изменений в деле ничего не останется: начните другой шаг или прекратите дело.' : 'После таких изменений подпроцесс опустеет: начните в нём другой шаг или отмените его целиком.',
      refusal.node === null ? 'Nothing would be left in the case: start another step, or cancel the case.' : 'The sub-process would be empty: start another step in it, or cancel it as a whole.');
    case 'unknownVariable': return answer(422, `Таких данных в деле нет: ${refusal.variable}.`, `The case has no such data: ${refusal.variable}.`);
    case 'wrongType': return answer(422, `Значение «${refusal.variable}» другого вида: ожидается ${refusal.expected}.`, `The value of "${refusal.variable}" is of another kind: ${refusal.expected} is expected.`);
    case 'instanceEnded': return answer(409, 'Дело уже завершено.', 'The case has ended already.');
    case 'noPerformer': return answer(422, 'Для следующего шага нет исполнителя: проверьте роли организации.', 'The next step has no performer: check the roles of the organisation.');
    case 'noCalendarYear': return answer(422, `В производственном календаре нет ${refusal.year} года: срок не посчитать.`, `The working calendar has no year ${refusal.year}: the due date cannot be counted.`);
    case 'budgetExceeded': return answer(409, 'Определение процесса зациклилось или создаёт слишком много частей.', 'The definition runs in a circle or makes too many parts.');
  }
}
