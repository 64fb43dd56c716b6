import { textLint } from './text-lint.js';
import type { CheckPorts } from './check.js';

const settings = {
  content: 'note', figures: 'summary',
  texts: [{ path: 'good', title: 'Что хорошо' }, { path: 'bad', title: 'Что плохо' }, { path: 'points[].text', title: 'Выводы' }],
  filled: [{ rows: 'points', field: 'text', named: 'about', message: { ru: 'Нет вывода: «{name}»', en: 'No conclusion on “{name}”' } }],
  blocks: [{ variable: 'summary.indicators', message: { ru: 'Нет таблицы показателей', en: 'There is no table' } }],
};
const summary = {
  coverage: { asked: 3, accepted: 3, late: 0, excluded: 0, percent: 100 },
  indicators: [{ name: 'Сайт службы', numerator: 10, denominator: 15, percent: 66.7, previous: null, change: null, min: null, max: null }],
};
const lint = async (note: object, variables: object = { summary }) => {
  const { findings } = await textLint.run(settings, { variables: { ...variables, note } as never, instance: 'i', organisation: 'o', today: '2026-11-22', locale: 'ru' }, {} as CheckPorts);
  return findings.map(({ code, severity, pointer, message }) => `${severity} ${code} ${pointer} ${message}`);
};

describe('the lint of texts', () => {
  it('finds nothing in a note whose figures are those of the summary', async () => {
    expect(await lint({ good: 'Сайт службы есть у 66,7 %.', bad: 'Мало групп.', points: [{ about: 'Сайт', text: 'Поддержать районы без сайта' }] })).toEqual([]);
  });

  it('names each fault at its field: what blocks, and what wants a reason', async () => {
    const twice = 'Районы проводят выездные сессии для молодых педагогов каждый год.';
    expect(await lint({ good: `${twice} Сайт службы есть у 46,7 %.\n${twice}`, bad: `Проведено ___ сессий. Охват 12 %.\n${twice}`, points: [{ about: 'Сайт', text: ' ' }] })).toEqual([
      'error row-empty /points/0/text Нет вывода: «Сайт»', 'error unresolved-placeholder /bad Не заполнено: ___',
      'error duplicate-paragraph /bad Повтор текста: «Что плохо» повторяет «Что хорошо»',
      'error figure-wrong /good «Сайт службы»: в тексте 46,7 %, по своду 66,7 % (10 из 15)', 'warning figure-unknown /bad Такого числа нет в своде: 12 %',
    ]);
  });

  it('blocks where the table is missing, and judges no figures without a summary', async () => {
    expect(await lint({ good: 'Сайт службы есть у 46,7 %.', points: [] }, {})).toEqual(['error block-empty  Нет таблицы показателей']);
  });
});
