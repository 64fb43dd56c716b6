import { createDefinitionCache, recordScenario } from '@reglament/runtime';
import { CommandRefusal, type Command } from '../command.js';
import { withStore } from '../open-store.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const record: Command = {
  name: 'record',
  usage: 'record CASE',
  summary: {
    ru: 'прошедшее дело как сценарий пакета, без персональных данных (в стандартный вывод)',
    en: 'a case that has run as a scenario of a package, without personal data (to the standard output)',
  },
  run: ({ args: [id = ''], env, print }) => withStore(env, async (store) => {
    if (!ID.test(id)) throw new CommandRefusal('Укажите номер дела (id из его адреса).', 'Name the id of a case.');
    const made = await recordScenario(store, createDefinitionCache(store), id);
    switch (made.kind) {
      case 'recorded':
        print(JSON.stringify(made.scenario, null, 2));
        return 0;
      case 'notFound': throw new CommandRefusal(`Нет дела ${id}, которое можно записать.`, `There is no case ${id} that could be recorded.`);
      case 'differs':
        throw new CommandRefusal(
          `Без введённых данных дело идёт иначе: ${made.problems.map(({ step, found }) => `шаг ${step ?? 'последний'}: ${found}`).join('; ')}.`,
          `Without what was typed the case goes another way: ${made.problems.map(({ step, found }) => `step ${step ?? 'last'}: ${found}`).join('; ')}.`,
        );
    }
  }),
};
