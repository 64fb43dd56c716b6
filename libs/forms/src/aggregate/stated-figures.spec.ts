import fc from 'fast-check';
import { aggregate } from './aggregate.js';
import { wrongFigures, type KnownFigures } from './stated-figures.js';

const none = { numerator: null, denominator: null, percent: null, previous: null, change: null, min: null, max: null };
const known: KnownFigures = {
  coverage: { asked: 18, accepted: 16, late: 2, excluded: 0, percent: 88.9 },
  indicators: [
    { ...none, name: 'Школа молодого педагога в ОУ', numerator: 284, denominator: 330, percent: 86.1, previous: 82, change: 4.1 },
    { ...none, name: 'Наставничество', numerator: 46, denominator: 330, percent: 13.9 },
    { ...none, name: 'Наставничество в малых школах', numerator: 1, denominator: 4, percent: 25 },
    { ...none, name: 'Группы в сетях', min: 3, max: 28 },
  ],
};
const stated = (text: string): readonly string[] => wrongFigures(text, known).map((each) => each.stated);

describe('figures that a text states', () => {
  it('are right as they are summed, rounded, compared with the past, or told of the coverage', () => {
    for (const text of [
      'Школа молодого педагога в ОУ есть в 284 из 330 организаций (86,1 %).', 'Почти 86% школ: школа молодого педагога в оу.', 'Школа молодого педагога в ОУ: было 82 %, рост 4,1 %.',
      'Ответили 16 из 18 районов (88,9 %), 2 из 18 с опозданием.', 'Группы в сетях: от 3 до 28.', 'Показатели 86,1 % и 13,9 % дополняют друг друга.', 'В 2026 году проведено 5 сессий.',
    ]) expect([text, stated(text)]).toEqual([text, []]);
  });

  it('are wrong where the sentence names an indicator that has others', () => {
    const [wrong] = wrongFigures('Растёт «Школа молодого педагога в ОУ»: 13,9 %. Дальше о другом.', known);
    expect(wrong).toMatchObject({ stated: '13,9 %', indicator: { percent: 86.1 } });
    expect(stated('Группы в сетях: от 5 до 28')).toEqual(['от 5 до 28']);
    // The longer name is meant, not the shorter one in it.
    expect(wrongFigures('Наставничество в малых школах: 13,9 %', known)).toMatchObject([{ indicator: { percent: 25 } }]);
  });

  it('are wrong where no indicator has them', () => {
    expect(wrongFigures('В целом 46,7 % и 10 из 15.', known)).toEqual([{ stated: '10 из 15', indicator: null }, { stated: '46,7 %', indicator: null }]);
    expect(stated('Доля 86,15 %')).toEqual(['86,15 %']);
  });

  it('of any summary are known to themselves, and nothing else is', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }), (more, denominator) => {
      const numerator = Math.min(more, denominator);
      const indicators = aggregate([{ code: 'a', name: 'Сайт службы', type: 'ratio', base: null, previous: null }], [{ who: 'x', rows: [{ code: 'a', numerator, denominator }] }]);
      const own = { coverage: { asked: 1, accepted: 1, late: 0, excluded: 0, percent: 100 }, indicators };
      const percent = String(indicators[0]?.percent).replace('.', ',');
      expect(wrongFigures(`Сайт службы: ${numerator} из ${denominator} (${percent} %)`, own)).toEqual([]);
      expect(wrongFigures(`Сайт службы: ${numerator} из ${denominator + 1000}`, own)).toHaveLength(1);
    }));
  });
});
