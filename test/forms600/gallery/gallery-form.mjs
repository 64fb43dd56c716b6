const clause = {
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 80 },
    type: { enum: ['note', 'task', 'control'] },
    text: { type: 'string', maxLength: 20000 },
    executor: { type: 'string', format: 'party' },
    due: { type: 'string', format: 'date' },
    dueMode: { enum: ['date', 'constant', 'until-cancelled', 'periodic'] },
    period: { type: 'string', maxLength: 20 },
    resultKind: { type: 'string', maxLength: 200 },
    controller: { type: 'string', format: 'party' },
    numberAsTyped: { type: 'string', maxLength: 40 },
    clauses: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/clause' } },
  },
  required: ['id', 'type', 'text'],
};

const file = { type: 'object', properties: { id: { type: 'string', format: 'file' }, name: { type: 'string', maxLength: 255 }, size: { type: 'integer' } }, required: ['id', 'name'] };

/**
 * One form with every widget of format 1, rules of every type, rows and a tree.
 *
 * @returns {import('@reglament/contracts').FormDefinition}
 */
export function galleryForm() {
  return {
    format: 1, key: 'gallery', title: { ru: 'Все виды полей', en: 'Every kind of field' },
    schema: {
      type: 'object',
      $defs: { clause },
      properties: {
        title: { type: 'string', minLength: 5, maxLength: 200 },
        about: { type: 'string', maxLength: 100 },
        numerator: { type: 'integer', minimum: 0 },
        denominator: { type: 'integer', minimum: 1 },
        share: { type: 'number' },
        kind: { enum: ['order', 'letter'] },
        urgency: { enum: ['usual', 'urgent'], default: 'usual' },
        reason: { type: 'string', maxLength: 500 },
        topics: { type: 'array', maxItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } },
        agreed: { const: true },
        date: { type: 'string', format: 'date' },
        signer: { type: 'string', format: 'party' },
        readers: { type: 'array', maxItems: 20, items: { type: 'string', format: 'party' } },
        basis: { type: 'string', format: 'document' },
        scan: file,
        evidence: { type: 'array', maxItems: 5, items: file },
        items: {
          type: 'array', maxItems: 10,
          items: { type: 'object', properties: { id: { type: 'string' }, what: { type: 'string', maxLength: 200 }, amount: { type: 'number' }, price: { type: 'number' }, sum: { type: 'number' } }, required: ['what'] },
        },
        total: { type: 'number' },
        notes: { type: 'array', maxItems: 10, items: { type: 'object', properties: { text: { type: 'string', maxLength: 500 }, who: { type: 'string', format: 'party' } }, required: ['text'] } },
        clauses: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/clause' } },
      },
      required: ['title', 'kind', 'agreed', 'date', 'clauses'],
    },
    ui: {
      sections: [
        {
          key: 'plain', title: { ru: 'Простые поля', en: 'Plain fields' },
          fields: [
            { path: 'hint', widget: 'info', tone: 'info', text: { ru: 'Поля со звёздочкой обязательны', en: 'Fields with a star are required' } },
            { path: 'title', widget: 'text', label: { ru: 'Заголовок', en: 'Title' }, width: 8, help: { ru: 'Начинается с «О» или «Об»', en: 'What it is about' } },
            { path: 'kind', widget: 'select', label: { ru: 'Вид', en: 'Kind' }, width: 4, options: [{ value: 'order', label: { ru: 'Приказ', en: 'Order' } }, { value: 'letter', label: { ru: 'Письмо', en: 'Letter' } }] },
            { path: 'about', widget: 'textarea', label: { ru: 'О чём', en: 'About' } },
            { path: 'numerator', widget: 'number', label: { ru: 'Числитель', en: 'Numerator' }, width: 4 },
            { path: 'denominator', widget: 'number', label: { ru: 'Знаменатель', en: 'Denominator' }, width: 4, unit: { ru: 'школ', en: 'schools' } },
            { path: 'share', widget: 'calculated', shows: 'percent', label: { ru: 'Доля', en: 'Share' }, width: 4 },
            { path: 'urgency', widget: 'radio', label: { ru: 'Срочность', en: 'Urgency' }, width: 6, options: [{ value: 'usual', label: { ru: 'Обычная', en: 'Usual' } }, { value: 'urgent', label: { ru: 'Срочно', en: 'Urgent' }, description: { ru: 'Нужна причина', en: 'Needs a reason' } }] },
            { path: 'topics', widget: 'multiselect', label: { ru: 'Темы', en: 'Topics' }, width: 6, options: [{ value: 'a', label: 'А' }, { value: 'b', label: 'Б' }, { value: 'c', label: 'В' }] },
            { path: 'reason', widget: 'text', label: { ru: 'Причина срочности', en: 'Reason of urgency' } },
            { path: 'date', widget: 'date', label: { ru: 'Дата', en: 'Date' }, width: 4 },
            { path: 'agreed', widget: 'checkbox', label: { ru: 'Согласен с порядком', en: 'I agree to the rules' }, width: 8 },
          ],
        },
        {
          key: 'references', title: { ru: 'Люди, документы, файлы', en: 'People, documents, files' },
          fields: [
            { path: 'signer', widget: 'party', label: { ru: 'Подписывает', en: 'Signer' }, width: 6, partyTypes: ['person'] },
            { path: 'basis', widget: 'document', label: { ru: 'Основание', en: 'Basis' }, width: 6 },
            { path: 'readers', widget: 'parties', label: { ru: 'Ознакомить', en: 'Readers' }, width: 6 },
            { path: 'scan', widget: 'file', label: { ru: 'Скан', en: 'Scan' }, width: 6 },
            { path: 'evidence', widget: 'files', label: { ru: 'Подтверждения', en: 'Evidence' }, maxBytes: 100 },
          ],
        },
        {
          key: 'rows', title: { ru: 'Таблица', en: 'Table' },
          fields: [
            {
              path: 'items', widget: 'rows', layout: 'table', label: { ru: 'Расходы', en: 'Expenses' }, addLabel: { ru: 'Добавить расход', en: 'Add an expense' }, rowTitle: 'what',
              fields: [
                { path: 'what', widget: 'text', label: { ru: 'Что', en: 'What' }, width: 6 },
                { path: 'amount', widget: 'number', label: { ru: 'Количество', en: 'Amount' }, width: 2 },
                { path: 'price', widget: 'number', label: { ru: 'Цена', en: 'Price' }, width: 2 },
                { path: 'sum', widget: 'calculated', label: { ru: 'Сумма', en: 'Sum' }, width: 2 },
              ],
            },
            {
              path: 'notes', widget: 'rows', label: { ru: 'Замечания', en: 'Remarks' }, rowTitle: 'who',
              fields: [{ path: 'text', widget: 'textarea', label: { ru: 'Замечание', en: 'Remark' } }, { path: 'who', widget: 'party', label: { ru: 'Чьё', en: 'Whose' } }],
            },
            { path: 'total', widget: 'calculated', label: { ru: 'Всего', en: 'Total' } },
          ],
        },
        {
          key: 'clauses', title: { ru: 'Пункты', en: 'Clauses' },
          fields: [{
            path: 'clauses', widget: 'clauseTree', label: { ru: 'Пункты документа', en: 'Clauses' }, maxDepth: 3, pasteImport: true, executorTypes: ['person', 'organisation'],
            clauseTypes: [
              { value: 'note', label: { ru: 'Отметить', en: 'Note' } },
              { value: 'task', label: { ru: 'Поручение', en: 'Task' }, asks: ['executor', 'due', 'result', 'controller'] },
              { value: 'control', label: { ru: 'Контроль', en: 'Control' }, asks: ['controller'] },
            ],
          }],
        },
      ],
    },
    rules: [
      { type: 'visible', path: 'reason', when: { variable: 'urgency', operator: 'equals', value: 'urgent' } },
      { type: 'required', path: 'reason' },
      { type: 'check', key: 'share', must: { feel: 'numerator <= denominator' }, message: { ru: 'Числитель больше знаменателя', en: 'The numerator is larger than the denominator' }, at: 'numerator' },
      { type: 'calculated', path: 'share', value: { feel: 'if denominator > 0 then numerator / denominator else null' } },
      { type: 'calculated', path: 'items[].sum', value: { feel: 'amount * price' } },
      { type: 'calculated', path: 'total', value: { feel: 'sum(items.sum)' } },
      { type: 'required', path: 'clauses[**].executor', when: { variable: 'type', operator: 'equals', value: 'task' } },
      { type: 'required', path: 'clauses[**].due', when: { feel: 'type = "task" and dueMode = null' } },
    ],
  };
}
