import { compileExpression, toPlain, type CompiledExpression, type NameTypes } from './index.js';

const names: NameTypes = {
  score: { kind: 'number' },
  due: { kind: 'date' },
  'Заявитель': { kind: 'object', properties: { 'Дата рождения': { kind: 'date' }, 'имя': { kind: 'string' } } },
  items: {
    kind: 'list',
    items: { kind: 'object', properties: { status: { kind: 'string', values: ['done', 'open'] }, due: { kind: 'date' }, 'сумма в рублях': { kind: 'number' } } },
  },
};

const data = {
  score: 70,
  due: '2026-11-20',
  'Заявитель': { 'Дата рождения': '1999-05-05', 'имя': 'Анна' },
  items: [{ status: 'done', due: '2026-11-01', 'сумма в рублях': 5 }, { status: 'open', due: '2026-12-01', 'сумма в рублях': 7 }],
};

/** Half past midnight of 23 November in Moscow, still the 22nd in London. */
const context = { now: '2026-11-22T21:30:00Z', zone: 'Europe/Moscow' };

function compiled(source: string, declared: NameTypes | null = names): CompiledExpression {
  const expression = compileExpression(source, declared ? { names: declared } : {});
  if (expression.kind === 'problem') throw new Error(JSON.stringify(expression.problems));
  return expression;
}

function value(source: string, declared?: NameTypes | null): unknown {
  return toPlain(compiled(source, declared).evaluate(data, context).value);
}

function problemsOf(source: string): string[] {
  const expression = compileExpression(source, { names });
  return expression.kind === 'problem' ? expression.problems.map(({ code, from, to }) => `${code} ${source.slice(from, to)}`) : [];
}

describe('a FEEL expression', () => {
  it.each([
    ['score >= 60', true],
    ['if score > 50 then "да" else "нет"', 'да'],
    ['score in (1, > 65)', true],
    ['score in [60..80)', true],
    ['score between 71 and 100', false],
    ['not(score > 5) or Заявитель.имя = "Анна"', true],
    ['count(items[status = "done"])', 1],
    ['items[item.status = "open"][1].due', '2026-12-01'],
    ['items[contains(status, "on")].due', ['2026-11-01']],
    ['items[-1].status', 'open'],
    ['sum(items.сумма в рублях)', 12],
    ['for x in items return x.сумма в рублях * 2', [10, 14]],
    ['some x in items satisfies x.status = "open"', true],
    ['every x in items satisfies x.due > due', false],
    ['for i in 0..5 return if i = 0 then 1 else i * partial[-1]', [1, 1, 2, 6, 24, 120]],
    ['sort([3, 1, 2], function(x, y) x < y)', [1, 2, 3]],
    ['{a: 1, b: a + 1}.b', 2],
    ['string length("привет")', 6],
    ['substring(string: "привет", start position: 2, length: 3)', 'рив'],
    ['due + duration("P3D")', '2026-11-23'],
    ['due - date("2026-11-01")', 'P19D'],
    ['date(2026, 1, 5).year', 2026],
    ['@"2026-01-31" + duration("P1M")', '2026-02-28'],
    ['max(items.due)', '2026-12-01'],
    ['min("б", "а")', 'а'],
    ['min(1, null)', null],
    ['reverse(items)[1].due > due', true],
    ['(if score > 1 then items[1] else items[2]).due < due', true],
    ['for x in concatenate(items, items) return x.due > today()', [false, true, false, true]],
    ['score instance of number', true],
    ['1 / 0', null],
    ['"a" + "б"', 'aб'],
    ['// замечание\n score /* баллы */ + 1', 71],
  ])('%s', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it('understands names with spaces, and texts of dates, from the declared names', () => {
    expect(value('Заявитель.Дата рождения < date("2000-01-01")')).toBe(true);
    expect(compiled('Заявитель.Дата рождения').type).toEqual({ kind: 'date' });
  });

  it('takes now and today from the given moment and zone, never from the machine', () => {
    expect(value('today()')).toBe('2026-11-23');
    expect(value('now()')).toBe('2026-11-22T21:30:00.000Z');
    expect(value('due < today()')).toBe(true);
  });

  it('lists the paths of variables that it reads, and none of its own names', () => {
    expect(compiled('for x in items return if x.due > due then Заявитель.имя else partial').variables).toEqual(['due', 'items', 'items.due', 'Заявитель.имя']);
    expect(compiled('a.b.c > 1 and a.b.c < d', null).variables).toEqual(['a.b.c', 'd']);
  });

  it('gives null and a warning for a name that the data do not have', () => {
    const answer = compiled('missing.thing + 1', null).evaluate({}, context);
    expect(answer.value).toBeNull();
    expect(answer.warnings.map(({ code, subject }) => [code, subject])).toEqual([['missingName', 'missing'], ['missingProperty', 'thing'], ['wrongType', '+']]);
  });

  it('gives null and a warning when values of different kinds are compared', () => {
    expect(compiled('score > 5').evaluate({ score: '7' }, context)).toMatchObject({ value: null, warnings: [{ code: 'notComparable' }] });
  });

  it.each([
    ['scor > 5', ['expression.unknownName scor']],
    ['items.stat', ['expression.unknownProperty stat']],
    ['cuont(items)', ['expression.unknownFunction cuont']],
    ['count(items, 1)', ['expression.wrongArguments count(items, 1)']],
    ['count(lst: items)', ['expression.wrongArguments lst']],
    ['date("2026-02-30")', ['expression.invalidLiteral date("2026-02-30")']],
    ['score = "x"', ['expression.typeMismatch "x"']],
    ['score and true', ['expression.typeMismatch score']],
    ['due + 1', ['expression.typeMismatch 1']],
    ['items[status = "dne"]', ['expression.unknownValue "dne"']],
    ['score.value', ['expression.typeMismatch value']],
    ['score > ', ['expression.syntax ']],
    ['1 2', ['expression.syntax 2']],
    ['', ['expression.empty ']],
    ['? > 5', ['expression.unsupported ?']],
    ['scor > 5 and items.stat = 1', ['expression.unknownName scor', 'expression.unknownProperty stat']],
  ])('%s is refused before it runs', (source, expected) => {
    expect(problemsOf(source)).toEqual(expected);
  });

  it('says how a date is written when a text stands in its place', () => {
    expect(compileExpression('due < "2026-11-22"', { names })).toMatchObject({ problems: [{ code: 'expression.typeMismatch', found: 'a text', expected: 'date("2026-11-22")' }] });
  });

  it('gives null and a warning for a text that is not the declared date', () => {
    expect(compiled('due > today()').evaluate({ due: 'завтра' }, context)).toMatchObject({ value: null, warnings: [{ code: 'invalidValue', subject: 'due' }] });
  });

  it('says in both languages what is wrong and what was probably meant', () => {
    expect(compileExpression('scor > 5', { names })).toMatchObject({
      problems: [{ from: 0, to: 4, found: 'scor', expected: 'score', message: { ru: 'Нет поля или переменной «scor»; похоже на «score»' } }],
    });
  });
});
