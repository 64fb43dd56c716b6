import { textIn, type LocalizedText } from '@reglament/contracts';
import type { HistoryFact } from '@reglament/engine';
import type { HistoryRecord } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';

const both = (ru: string, en: string): LocalizedText => ({ ru, en });

/** One fact in the words of the office. Who did it stands in a column of its own. */
export function historySentence(row: HistoryRecord, live: LiveDefinition): LocalizedText {
  const [ru, en] = titlesOf(live, row.node);
  switch (row.kind as HistoryFact['kind']) {
    case 'instanceStarted': return both('Дело начато', 'The case was started');
    case 'instanceCompleted': return both('Дело завершено', 'The case was completed');
    case 'instanceCancelled': return both('Дело прекращено', 'The case was cancelled');
    case 'instanceSuspended': return row.data['withParent'] === true ? both('Приостановлено вместе с основным делом', 'Suspended with the case above') : both('Дело приостановлено', 'The case was suspended');
    case 'instanceResumed': return row.data['withParent'] === true ? both('Возобновлено вместе с основным делом', 'Resumed with the case above') : both('Дело возобновлено', 'The case was resumed');
    case 'instanceModified': return both('Дело исправлено администратором', 'The case was put right by an administrator');
    case 'instanceRestored': return both('Последняя операция администратора отменена', 'The last operation of an administrator was taken back');
    case 'taskOpened': return both(`Поставлена задача «${ru}»`, `The task “${en}” was given`);
    case 'taskClaimed': return both(`Взята в работу задача «${ru}»`, `The task “${en}” was claimed`);
    case 'taskUnclaimed': return both(`Возвращена в общий список задача «${ru}»`, `The task “${en}” was put back`);
    case 'taskDelegated': return both(`Передана другому задача «${ru}»`, `The task “${en}” was delegated`);
    case 'taskCompleted': return completed(row, live, ru, en);
    case 'taskCancelled': return both(`Снята задача «${ru}»`, `The task “${en}” was withdrawn`);
    case 'approverAdded': return both('Добавлен согласующий', 'An approver was added');
    case 'approvalRound': return both(`Начат круг согласования «${ru}»`, `A round of approval “${en}” began`);
    case 'timerFired': return both(`Наступил срок на шаге «${ru}»`, `A term came at the step “${en}”`);
    case 'actionTriggered': return action(row, live);
    case 'serviceCalled':
    case 'serviceCompleted': return both(`Выполнено системой: «${ru}»`, `Done by the system: “${en}”`);
    case 'messageAwaited': return both(`Ожидается сообщение: «${ru}»`, `A message is awaited: “${en}”`);
    case 'messageReceived': return both(`Получено сообщение: «${ru}»`, `A message has come: “${en}”`);
    case 'messageSent': return both(`Отправлено сообщение: «${ru}»`, `A message was sent: “${en}”`);
    case 'compensationThrown': return both(`Отменяется сделанное: «${ru}»`, `What was done is undone: “${en}”`);
    case 'conditionMet': return both(`Условие выполнилось: «${ru}»`, `The condition began to hold: “${en}”`);
    case 'serviceFailed': return both(`Действие системы завершилось ошибкой: «${ru}»`, `Done by the system with an error: “${en}”`);
    case 'errorThrown': return both(`Возникла ошибка: «${ru}»`, `An error arose: “${en}”`);
    case 'errorCaught': return both(`Ошибка обработана на шаге «${ru}»`, `An error was caught at “${en}”`);
    case 'errorUncaught': return both('Дело завершено ошибкой, которую никто не обрабатывает', 'The case was ended by an error that nothing catches');
    case 'escalationThrown': return both(`Вынесено выше: «${ru}»`, `Escalated: “${en}”`);
    case 'escalationCaught': return both(`Принято к сведению на шаге «${ru}»`, `The escalation was taken up at “${en}”`);
    case 'signalAwaited': return both(`Ожидается сигнал: «${ru}»`, `A signal is awaited: “${en}”`);
    case 'signalThrown': return both(`Подан сигнал: «${ru}»`, `A signal was given: “${en}”`);
    case 'signalCaught': return both(`Принят сигнал: «${ru}»`, `A signal was heard: “${en}”`);
    case 'decisionMade': return both(`Принято решение по таблице: «${ru}»`, `Decided by the table: “${en}”`);
    case 'callEnded': return both(`Вызванное дело завершено: «${ru}»`, `The called case has ended: “${en}”`);
    case 'termsFrozen': return both(`Срок остановлен: «${ru}»`, `The term stands still: “${en}”`);
    case 'termsResumed': return both(`Срок снова идёт: «${ru}»`, `The term runs again: “${en}”`);
    case 'childrenStarted': return live.definition.nodes[row.node ?? '']?.type === 'callActivity' ? both(`Начато дело: «${ru}»`, `A case was begun: “${en}”`) : both(`Начато по частям: «${ru}»`, `Started in parts: “${en}”`);
    case 'childrenChanged': return both(`Изменились части: «${ru}»`, `Parts have changed: “${en}”`);
    case 'childrenCancelled': return both(`Сняты оставшиеся части: «${ru}»`, `The remaining parts were withdrawn: “${en}”`);
    case 'escalated': return both(`Просрочка: сообщено руководителю («${ru}»)`, `Overdue: the superior was told (“${en}”)`);
    case 'reminded': return both(`Отправлено напоминание: «${ru}»`, `A reminder was sent: “${en}”`);
    case 'stateChanged': return state(row, live);
    case 'nodeEntered': return both(`Начат шаг «${ru}»`, `The step “${en}” began`);
    case 'nodeLeft': return both(`Пройден шаг «${ru}»`, `The step “${en}” was passed`);
    case 'flowTaken': return both(`Выбран путь после шага «${ru}»`, `A way was chosen after “${en}”`);
    case 'timerSet': return both(`Поставлен срок: «${ru}»`, `A term was set: “${en}”`);
    case 'instanceMigrated': return both('Дело переведено на другую версию процесса', 'The case was moved to another version of the process');
    case 'migrationUndone': return both('Перевод дела на другую версию отменён', 'The move of the case to another version was undone');
    case 'timerCancelled': return both(`Снят срок: «${ru}»`, `A term was withdrawn: “${en}”`);
  }
}

function titlesOf(live: LiveDefinition, node: string | null): readonly [string, string] {
  const title = node === null ? undefined : live.definition.nodes[node]?.title;
  return title ? [textIn(title, 'ru'), textIn(title, 'en')] : ['', ''];
}

function completed(row: HistoryRecord, live: LiveDefinition, ru: string, en: string): LocalizedText {
  const node = row.node === null ? undefined : live.definition.nodes[row.node];
  const outcomes = node && 'outcomes' in node ? (node.outcomes as Readonly<Record<string, { title: LocalizedText }>> | undefined) : undefined;
  const outcome = outcomes?.[String(row.data['outcome'])];
  if (!outcome) return both(`Выполнена задача «${ru}»`, `The task “${en}” was completed`);
  return both(`«${ru}»: ${textIn(outcome.title, 'ru')}`, `“${en}”: ${textIn(outcome.title, 'en')}`);
}

function action(row: HistoryRecord, live: LiveDefinition): LocalizedText {
  const key = String(row.data['action']);
  const node = row.node === null ? undefined : live.definition.nodes[row.node];
  const event = node && 'on' in node ? node.on?.find((each) => each.type === 'action' && each.key === key) : undefined;
  const title = event?.type === 'action' ? event.title : titleOfPart(live, key);
  if (title === undefined) return both('Выполнено действие', 'An action was taken');
  return both(`Действие «${textIn(title, 'ru')}»`, `Action “${textIn(title, 'en')}”`);
}

/** An action that is no event on a step begins one: a part of an ad-hoc sub-process, or an event sub-process in the words of its event. */
function titleOfPart(live: LiveDefinition, key: string): LocalizedText | undefined {
  const node = Object.hasOwn(live.definition.nodes, key) ? live.definition.nodes[key] : undefined;
  const event = node && 'event' in node ? node.event : undefined;
  return event?.type === 'action' ? event.title : node?.title;
}

function state(row: HistoryRecord, live: LiveDefinition): LocalizedText {
  const key = String(row.data['to'] ?? '');
  const title = live.definition.states?.[key]?.title ?? key;
  return both(`Состояние: «${textIn(title, 'ru')}»`, `State: “${textIn(title, 'en')}”`);
}
