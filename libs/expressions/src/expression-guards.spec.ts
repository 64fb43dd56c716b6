import { compileExpression, ExpressionLimitError, LIMITS } from './index.js';

const context = { now: '2026-11-22T09:00:00Z' };

function run(source: string, scope: Record<string, unknown> = {}): unknown {
  const expression = compileExpression(source);
  if (expression.kind === 'problem') throw new Error(expression.problems.map(({ code }) => code).join());
  return expression.evaluate(scope, context).value;
}

describe('what a hostile expression meets', () => {
  it.each([
    ['a text that is too long', ' '.repeat(LIMITS.sourceLength) + '1', 'expression.tooLong'],
    ['brackets nested too deep', '('.repeat(33) + '1' + ')'.repeat(33), 'expression.tooDeep'],
    ['a range of a million', 'for a in 1..1000000 return a', 'expression.rangeTooLong'],
    ['a name of the object model', 'a.constructor', 'expression.forbiddenName'],
    ['a prototype as a key', '{__proto__: 1}', 'expression.forbiddenName'],
    ['a function as an answer', 'function(x) x', 'expression.unsupported'],
  ])('%s is refused', (_name, source, code) => {
    expect(compileExpression(source)).toMatchObject({ kind: 'problem', problems: [{ code }] });
  });

  it('a long chain of operators is not deep', () => {
    expect(run(Array.from({ length: 500 }, () => '1').join(' + '))).toBe(500);
  });

  it('a range, a filter or nested loops over too much data end with an error', () => {
    const list = Array.from({ length: 200 }, (_, i) => i);
    for (const source of ['for a in 1..n return a', 'for a in n..1 return a', 'some a in list, b in list satisfies a + b < 0', 'for a in list, b in list return 1',
      'for a in 1..9000 return {x: [list]} = {x: [list]}', 'for a in 1..9000 return a in list']) {
      expect(() => run(source, { n: 1_000_000, list })).toThrow(ExpressionLimitError);
    }
    expect(() => run('list[item > 1]', { list: Array.from({ length: 10_001 }, () => 1) })).toThrow(ExpressionLimitError);
  });

  it('a loop as long as the limit runs to its end', () => {
    expect(run('for a in 1..10000 return a')).toHaveLength(10_000);
  });

  it('a range with a broken end stops where it should', () => {
    expect(run('for a in 1..n return a', { n: 3.5 })).toEqual([1, 2, 3]);
    expect(run('for a in 3..n return a', { n: 1 })).toEqual([3, 2, 1]);
    expect(run('for a in 1..n return a', { n: Infinity })).toBeNull();
  });

  it('a text or list that doubles itself ends with an error', () => {
    expect(() => run('for i in 1..100 return if i = 1 then "aa" else partial[-1] + partial[-1]')).toThrow(ExpressionLimitError);
    expect(() => run('for i in 1..100 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])')).toThrow(ExpressionLimitError);
  });

  it('an exponential regular expression answers at once', () => {
    const hostile = 'a'.repeat(50) + '!';
    expect(run('matches(text, "(a+)+$")', { text: hostile })).toBe(false);
    expect(run('replace(text, "(a+)+$", "b")', { text: hostile })).toBe(hostile);
    expect(run('split(text, "(a+)+$")', { text: hostile })).toEqual([hostile]);
    expect(run('matches("a", "(?=a)")')).toBeNull();
  });

  it('a large pattern over a long text is charged for its work', () => {
    const text = 'b' + 'a'.repeat(99_000);
    expect(() => run('matches(text, "(a{1,500}){2}b")', { text })).toThrow(ExpressionLimitError);
    expect(() => run('for i in 1..1000 return matches(text, "(a|b)+c[a-z]{2}")', { text: text.slice(0, 5_000) })).toThrow(ExpressionLimitError);
    expect(run('matches(text, "^ba+$")', { text })).toBe(true);
  });

  it('a type that does not exist is refused', () => {
    expect(compileExpression('a instance of nonsense<')).toMatchObject({ kind: 'problem' });
  });

  it('nothing of the object model is reached through data', () => {
    const scope = JSON.parse('{"a": {"__proto__": {"x": 1}, "b": 2}}') as Record<string, unknown>;
    for (const source of ['a.x', 'toString', 'hasOwnProperty', 'a.toString', 'list.length', 'get value(a, "__proto__")', 'get value(a, "constructor")',
      'context put(a, "__proto__", {x: 1}).x', 'context([{key: "__proto__", value: {x: 1}}]).x']) {
      expect(run(source, { ...scope, list: [1] })).toEqual(source === 'list.length' ? [null] : null);
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('functions in the data are not seen, called or returned', () => {
    const scope = { f: () => 'called', a: { g: () => 'called' } };
    expect(run('f', scope)).toBeNull();
    expect(run('a.g', scope)).toBeNull();
    expect(compileExpression('f()')).toMatchObject({ kind: 'problem', problems: [{ code: 'expression.unknownFunction' }] });
  });

  it('does not change the data that it reads', () => {
    const scope = Object.freeze({ list: Object.freeze([Object.freeze({ a: 2 }), Object.freeze({ a: 1 })]) });
    expect(run('sort(list, function(x, y) x.a < y.a).a', scope)).toEqual([1, 2]);
    expect(run('append(list.a, 3)', scope)).toEqual([2, 1, 3]);
  });
});
