/**
 * A process that passes through everything that a crash could tear: tasks, a handler in the completion's own commit, a number of a
 * journal, children that join, a timer, a handler from the queue.
 */
export const loadDefinition = {
  format: 1, key: 'chaos-load', title: 'Нагрузка',
  variables: { document: { type: 'object', title: 'Документ' }, part: { type: 'number', title: 'Часть' } },
  nodes: {
    begin: { type: 'startEvent', performers: [{ type: 'role', role: 'methodist' }], next: 'write' },
    write: work('compose'),
    compose: {
      type: 'documentTask', title: 'Версия', operation: 'compose', document: 'document', kind: { value: 'order-main' },
      input: { title: { value: 'О нагрузке' }, preamble: { value: 'приказываю:' } }, next: 'register',
    },
    register: {
      type: 'documentTask', title: 'Номер', operation: 'register', document: 'document', performers: [{ type: 'role', role: 'methodist' }],
      outcomes: { done: { title: 'Готово', to: 'render' } },
    },
    render: { type: 'documentTask', title: 'Файлы', operation: 'render', document: 'document', next: 'parts' },
    parts: { type: 'subProcess', title: 'Части', next: 'last', forEach: { items: { value: [1, 2, 3] }, as: 'part', mode: 'parallel' } },
    'part-begin': { type: 'startEvent', in: 'parts', next: 'one-part' },
    'one-part': { ...work('part-end'), in: 'parts', remind: [{ every: { duration: 'PT2S' } }] },
    'part-end': { type: 'endEvent', in: 'parts', result: 'done' },
    last: work('end'),
    end: { type: 'endEvent', result: 'done' },
  },
};

function work(to) {
  return { type: 'userTask', title: 'Работа', performers: [{ type: 'role', role: 'methodist' }], outcomes: { done: { title: 'Готово', to } } };
}
