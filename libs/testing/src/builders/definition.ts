import type { ProcessDefinition } from '@reglament/contracts';

/** A process definition of one task between start and end, with what the spec is about put over it. */
export function definitionOf(given: Partial<ProcessDefinition> = {}): ProcessDefinition {
  return {
    format: 1, key: 'sample', title: { ru: 'Пример', en: 'Sample' },
    nodes: {
      start: { type: 'startEvent', next: 'work' },
      work: { type: 'userTask', title: { ru: 'Работа', en: 'Work' }, performers: [{ type: 'starter' }], outcomes: { done: { title: { ru: 'Готово', en: 'Done' }, to: 'end' } } },
      end: { type: 'endEvent', result: 'done' },
    },
    ...given,
  };
}
