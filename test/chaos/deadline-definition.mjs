/**
 * Asks as many respondents at once, all with the same term of two working days: on its last day they are reminded, a working day later the
 * methodists are told, another day later the answer is not waited for any more.
 *
 * @param {number} parts
 */
export function deadlineDefinition(parts) {
  return {
    format: 1, key: 'chaos-deadline', title: 'Последний час',
    variables: { part: { type: 'number', title: 'Часть' } },
    nodes: {
      begin: { type: 'startEvent', performers: [{ type: 'role', role: 'methodist' }], next: 'parts' },
      parts: { type: 'subProcess', title: 'Ответы', next: 'end', forEach: { items: { value: Array.from({ length: parts }, (_, i) => i + 1) }, as: 'part', mode: 'parallel' } },
      'part-begin': { type: 'startEvent', in: 'parts', next: 'answer' },
      answer: {
        type: 'userTask', title: 'Ответ', in: 'parts', performers: [{ type: 'role', role: 'methodist' }], due: { workingDays: 2 },
        remind: [{ before: { workingDays: 0 } }], escalate: [{ after: { workingDays: 1 }, to: [{ type: 'role', role: 'methodist' }] }],
        on: [{ type: 'timer', key: 'over', after: { workingDays: 4 }, interrupting: true, to: 'absent' }],
        outcomes: { done: { title: 'Готово', to: 'answered' } },
      },
      answered: { type: 'endEvent', in: 'parts', result: 'answered' },
      absent: { type: 'endEvent', in: 'parts', result: 'absent' },
      end: { type: 'endEvent', result: 'done' },
    },
  };
}
