export const cases = {
  case: {
    title: 'Дело', search: 'Название или номер', status: 'Показать', mine: 'Начатые мной', empty: 'Дел пока нет', emptyText: 'Начните дело кнопкой «Создать» вверху страницы.', parent: 'Основное дело', line: 'Ход дела по шагам', step: 'Шаг %{number} из %{total}: %{titles}',
    column: { subject: 'Дело', state: 'Состояние', starter: 'Начал(а)', tasks: 'Задач', due: 'Ближайший срок', started: 'Начато' },
    statusOf: { active: 'В работе', suspended: 'Приостановлено', completed: 'Завершено', cancelled: 'Прекращено' },
    startedBy: 'начато %{date}, %{name}', openTasks: 'Открытые задачи', tasksBelow: 'Задачи людей — в списках ниже.', noOpenTasks: 'Сейчас задач у людей нет: работает система или ожидается срок.', ended: 'Дело окончено, открытых задач нет.',
    failure: 'Сбой', failureText: 'Дело остановилось из-за сбоя; администратор может повторить шаг.', cancel: 'Прекратить дело', cancelText: 'Дело закончится сейчас, открытые задачи будут сняты. Это видно в истории и не отменяется.', actionDone: 'Выполнено',
  },
  children: { item: 'Кто или что', counter: 'выполнено %{done} из %{total}', overdue: 'Просрочено', active: 'Ожидается', cancelled: 'Снято', done: 'Выполнено' },
  history: { sent: 'Что отправлено', hide: 'Скрыть отправленное', sentNamed: '%{what}: что отправлено', empty: 'Пока ничего не произошло', system: 'система', why: 'Почему дело пошло так', noChoices: 'Развилок на пути дела ещё не было.', noValues: 'Значений того времени в записях больше нет: условия показаны без них.' },
  comments: { empty: 'Комментариев пока нет.', label: 'Ваш комментарий', add: 'Добавить' },
  files: { choose: 'Выбрать файлы', hint: 'или перетащите их сюда; каждый до 20 МБ', empty: 'Файлов пока нет.', sending: 'Отправляется: %{name}', tooBig: 'больше 20 МБ. Уменьшите файл или разделите его на части.' },
  diagram: {
    whole: 'Процесс целиком',
    view: 'Как показать схему', map: 'Схема', list: 'Список шагов', region: 'Схема процесса; те же шаги есть списком', zoomIn: 'Крупнее', zoomOut: 'Мельче', fit: 'Показать целиком', active: 'сейчас здесь', passed: 'пройдено', untouched: 'впереди',
  },
  nodeType: {
    startEvent: 'начало', endEvent: 'окончание', userTask: 'задача человека', approvalTask: 'согласование', serviceTask: 'действие системы', documentTask: 'работа с документом', exclusiveGateway: 'выбор одного пути', inclusiveGateway: 'выбор одного или нескольких путей', eventBasedGateway: 'ожидание первого из событий', parallelGateway: 'несколько путей сразу',
    subProcess: 'вложенный процесс',
    adHocSubProcess: 'работа в любом порядке', callActivity: 'вызов другого процесса', businessRuleTask: 'решение по таблице', catchEvent: 'ожидание', throwEvent: 'событие', sendTask: 'отправка сообщения', receiveTask: 'ожидание сообщения',
  },
  definition: {
    title: 'Процесс', search: 'Название процесса', empty: 'Процессов нет', emptyText: 'Процессы появятся после установки пакета.', cardLine: 'Версия %{version}, дел в работе: %{active}', current: 'действует', fromPackage: 'из пакета', next: 'в следующий раз —', map: 'Схема, версия %{version}', versions: 'Версии', show: 'Показать', package: 'Из пакета: %{name}',
    column: { title: 'Процесс', version: 'Версия', published: 'Опубликована', by: 'Кем', active: 'Дел в работе' },
  },
  incident: {
    empty: 'Сбоев нет', emptyText: 'Если шаг системы не удастся, он появится здесь с причиной и кнопкой «Повторить».', open: 'Ждёт решения', resolved: 'Устранён', retry: 'Повторить', retryNamed: 'Повторить шаг: %{subject}', retried: 'Шаг запущен ещё раз',
    column: { at: 'Когда', case: 'Где', cause: 'Причина', attempts: 'Попыток' },
  },
};
