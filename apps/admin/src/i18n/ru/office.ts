export const office = {
  person: { title: 'Человек', search: 'Фамилия или имя', empty: 'Людей нет', active: 'Работает', dismissed: 'Уволен(а)', column: { name: 'Фамилия, имя, отчество', roles: 'Роли' } },
  organisation: { empty: 'Организаций нет', closed: 'закрыта', zone: 'время: %{zone}' },
  substitution: {
    absent: 'Кого замещают', substitute: 'Кто замещает', period: 'Когда', from: 'С', to: 'По', basis: 'Основание', basisHint: 'Например: приказ № 44-к от 12.11.2026', add: 'Новое замещение', edit: 'Изменить', editNamed: 'Изменить замещение: %{name}', end: 'Завершить сейчас', endedNow: 'Замещение завершено', saved: 'Замещение сохранено',
    empty: 'Замещений нет', emptyText: 'На время отпуска или болезни назначьте замещающего: задачи придут и ему.', noneHere: 'Замещений нет.', line: '%{substitute} замещает: %{absent}, %{from} – %{to}', wrongOrder: 'Окончание раньше начала', current: 'действует', planned: 'предстоит', ended: 'завершено',
  },
  audit: { search: 'Что искать', at: 'Когда', actor: 'Кто', text: 'Что сделано', empty: 'Записей нет' },
};
