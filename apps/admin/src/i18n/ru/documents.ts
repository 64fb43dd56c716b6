export const documents = {
  document: {
    title: 'Документ', search: 'Заголовок или номер', empty: 'Документов пока нет', emptyText: 'Документы появляются из дел: начните дело кнопкой «Создать».', journal: 'Журнал', year: 'Год', fileOnly: 'Документ изготовлен по шаблону Word: откройте его файл.', says: 'Что в документе',
    column: { number: 'Номер', date: 'Дата', title: 'Заголовок', signer: 'Подписал', state: 'Состояние' },
    pending: 'Файлы готовятся', failed: 'Файлы сделать не удалось; администратор увидит сбой', versions: 'Версии', version: 'Версия %{version}', compare: 'Сравнить с версией %{version}', registration: 'Регистрация', filing: 'Дело', caseIndex: 'Дело №', notFiled: 'ещё не подшит', retention: 'Срок хранения', retainUntil: 'Хранить до', permanently: 'постоянно', years: '%{smart_count} год |||| %{smart_count} года |||| %{smart_count} лет', registeredBy: 'Зарегистрировал(а)', suffixReason: 'Почему с литерой',
    notRegistered: 'Ещё не зарегистрирован', signatures: 'Подписи', notSigned: 'Ещё не подписан', signatureValid: 'Подпись верна', signatureBroken: 'Подпись не соответствует содержанию', code: 'код', relations: 'Связанные документы', about: 'О документе', author: 'Составил(а)', versionNow: 'Версия',
    updated: 'Изменён', case: 'Дело', openCase: 'Открыть дело',
  },
  relation: { amends: 'Вносит изменения в', amendedBy: 'Изменён документом', repeals: 'Отменяет', repealedBy: 'Утратил силу по документу' },
  diff: { none: 'Текст не изменился.', added: 'добавлено', removed: 'удалено', changed: 'изменено', moved: 'перемещено', addedWords: 'добавлено:', removedWords: 'удалено:' },
  sheet: {
    attachment: 'Приложение', approved: 'УТВЕРЖДЕНО', toDocument: 'к документу № %{number}', approvedStamp: 'УТВЕРЖДАЮ', agreedStamp: 'СОГЛАСОВАНО', noNumber: '______', inReplyTo: 'На № %{number} от %{date}', simpleSignature: 'Подписано простой электронной подписью',
    qualifiedSignature: 'ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ', paperSignature: 'Подписано на бумаге', visas: 'Визы', distribution: 'Рассылка', filed: 'В дело № %{index}', visa: { 'pending': 'ожидает', 'agreed': 'согласовано', 'agreed-with-remarks': 'согласовано с замечаниями', 'not-agreed': 'не согласовано' },
  },
  journal: {
    title: 'Журнал', search: 'Название журнала', none: 'Журналов нет', noneText: 'Журналы появляются вместе с пакетом, который их описывает.', nextNumber: 'следующий номер: %{number}', export: 'Выгрузить CSV', empty: 'За этот год записей нет', emptyText: 'Номер появляется в журнале в момент регистрации.',
    void: 'Аннулирован', reserved: 'Зарезервирован', statusOf: { registered: 'зарегистрирован', void: 'аннулирован', reserved: 'зарезервирован' },
    column: { title: 'Журнал', count: 'Записей', last: 'Последний №', next: 'Следующий №', number: '№', date: 'Дата', heading: 'Заголовок', signer: 'Подписал', executor: 'Исполнитель', recipients: 'Кому', control: 'Контроль', case: 'Дело №', status: 'Состояние', note: 'Примечание' },
  },
};
