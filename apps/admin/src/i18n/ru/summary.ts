export const summary = {
  summary: {
    map: 'Кто сдал', answered: 'Сдано %{done} из %{total}', show: 'Показать', everybody: 'Всех', overdue: '%{state}, просрочено',
    stateOf: { accepted: 'Принята', late: 'Принята с опозданием', excluded: 'Исключена', working: 'Ожидается', absent: 'Не сдала' },
    table: 'Свод', none: 'Показатели появятся, когда ответы сведут.', version: 'Версия', versionOf: '№ %{version}, %{at}', reason: 'Почему сведено заново: %{reason}', older: 'Это прежняя версия: есть более новая.',
    coverage: 'Ответов %{done} из %{total}, с опозданием %{late}', export: 'Скачать CSV', openAnswers: 'Ответы: %{name}, %{figure}', altogether: 'По всем ответам: %{figure}', ofBase: 'от: %{base}',
    outOf: '%{numerator} из %{denominator}', range: 'от %{min} до %{max}', total: 'всего %{sum}, медиана %{median}', texts: 'текстов: %{smart_count}', hidden: 'Мало ответов, не показывается', noAnswers: 'Нет ответов', notApplicable: 'Не относится', yes: 'да', no: 'нет',
    column: { name: 'Показатель', figure: 'Сумма', percent: 'Доля', change: 'Изменение', answered: 'Ответов', absent: 'Нет ответа', who: 'Организация', answer: 'Ответ' },
    csv: {
      code: 'Код', name: 'Показатель', base: 'Знаменатель — это', numerator: 'Числитель', denominator: 'Знаменатель', percent: 'Доля, %', sum: 'Всего', min: 'Минимум', max: 'Максимум', median: 'Медиана', counts: 'Сколько как ответили',
      answered: 'Ответов', notApplicable: 'Не относится', absent: 'Нет ответа', previous: 'Прошлое значение', change: 'Изменение',
    },
  },
};
