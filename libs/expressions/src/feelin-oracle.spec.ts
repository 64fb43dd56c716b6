import { evaluate } from 'feelin';
import fc from 'fast-check';
import { compileExpression, ExpressionLimitError, toPlain, type NameTypes } from './index.js';

/**
 * feelin is the oracle: a compiled expression gives what feelin gives for the same text and data. Left out is where we follow the standard
 * and feelin does not (each has a test of its own below).
 */
const names: NameTypes = {
  n: { kind: 'number' }, m: { kind: 'number' }, s: { kind: 'string' }, b: { kind: 'boolean' }, nothing: { kind: 'any' },
  'имя клиента': { kind: 'string' },
  nums: { kind: 'list', items: { kind: 'number' } },
  'заявка': { kind: 'object', properties: { 'сумма договора': { kind: 'number' }, kind: { kind: 'string' } } },
  items: { kind: 'list', items: { kind: 'object', properties: { amount: { kind: 'number' }, 'вид работ': { kind: 'string' } } } },
};

const smallInt = fc.integer({ min: -5, max: 12 });
const word = fc.constantFrom('', 'a', 'ab', 'b', 'приказ', 'При');
const scopes = fc.record({
  n: fc.option(smallInt, { freq: 6 }), m: fc.oneof(smallInt, fc.constantFrom(0.5, -1.25, 100)), s: fc.option(word, { freq: 6 }), b: fc.option(fc.boolean(), { freq: 6 }), nothing: fc.constant(null),
  'имя клиента': word,
  nums: fc.array(smallInt, { maxLength: 4 }),
  'заявка': fc.record({ 'сумма договора': smallInt, kind: word }),
  items: fc.array(fc.record({ amount: smallInt, 'вид работ': word }), { maxLength: 4 }),
});

const date = fc.integer({ min: 0, max: 1200 }).map((day) => `date("${new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10)}")`);
const span = fc.constantFrom('duration("P1D")', 'duration("P10D")', 'duration("PT36H")', 'duration("P1M")', '@"P2M"');
const ordering = fc.constantFrom('<', '<=', '>', '>=');
const equality = fc.constantFrom('=', '!=');

const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((texts) => texts.join(' '));

const { expression } = fc.letrec<Record<'number' | 'text' | 'yes' | 'sure' | 'list' | 'day' | 'expression', string>>((tie) => {
  const number = tie('number');
  const text = tie('text');
  const yes = tie('yes');
  const list = tie('list');
  const day = tie('day');
  return {
    number: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'feel' },
      smallInt.map(String), fc.constantFrom('n', 'm', 'null', 'nothing', 'заявка.сумма договора', '1.5'),
      join('(', number, fc.constantFrom('+', '-', '*', '/'), number, ')'), join('(- (', number, '))'),
      join('count(', list, ')'), join('sum(', list, ')'), join('max(', list, ')'), join('min(', number, ',', number, ')'),
      join('(if', yes, 'then', number, 'else', number, ')'), join('string length(', text, ')'), join(list, '[', fc.constantFrom('1', '-1', '3', 'm'), ']'),
      join('abs(', number, ')'), join('floor(', number, ')'), join('modulo(', number, ', 3)'), join('decimal(', number, ', 1)'), join('(', day, ').year'), join('((', number, ') ** 2)'),
    ),
    text: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'feel' },
      word.map((value) => JSON.stringify(value)), fc.constantFrom('s', 'null', 'имя клиента', 'заявка.kind', 'items[1].вид работ'),
      join('(', text, '+', text, ')'), join('upper case(', text, ')'), join('substring(', text, ', 1, 2)'), join('(if', yes, 'then', text, 'else', text, ')'),
      join('string(', number, ')'), join('substring before(', text, ', "a")'), join('string join(items.вид работ, ",")'), join('replace(', text, ', "a", "b")'),
    ),
    /** true, false or null. */
    yes: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'feel' },
      fc.constantFrom('true', 'false', 'null', 'b'), join('(', number, ordering, number, ')'), join('(', text, ordering, text, ')'), join('(', day, ordering, day, ')'),
      join('(', number, equality, number, ')'), join('(', text, equality, text, ')'), join('(', list, equality, list, ')'), join('(', day, equality, day, ')'),
      join('(', yes, 'and', yes, ')'), join('(', yes, 'or', yes, ')'), join('not(', yes, ')'),
      fc.tuple(number, smallInt, fc.nat({ max: 5 })).map(([value, low, size]) => `(${value} between ${low} and ${low + size})`),
      join('(', number, 'in', fc.constantFrom('[1..5]', '(0..n]', '[n..m]', '(1, 3, > 7)', '[1, 2, 3]', 'nums', '< 4'), ')'), join('(', text, 'in ("a", "приказ")', ')'), join('(', day, 'in [', day, '..', day, '])'),
      join('contains(', text, ', "a")'), join('starts with(', text, ',', text, ')'), join('list contains(', list, ',', number, ')'), join('matches(', text, ', "^п?a")'),
      join('(', number, 'instance of number)'), join('(', text, 'instance of string)'), tie('sure'),
    ),
    /** true or false. */
    sure: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'feel' },
      join('(some x in nums satisfies x', ordering, 'm)'), join('(every x in items satisfies x.amount', ordering, 'm)'), join('(some x in nums, y in items satisfies x = y.amount)'),
      join('(every x in 1..3 satisfies count(nums) > x)'),
    ),
    list: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'feel' },
      fc.array(smallInt, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`), fc.constantFrom('nums', 'items.amount', '[n, m]'),
      join('nums[item', ordering, 'm]'), join('items[amount', ordering, 'm].amount'), join('items[вид работ = "приказ"].amount'), join('(for x in nums return (', number, ') * x)'), join('(for i in 1..3, j in nums return i + j)'),
      join('append(', list, ',', number, ')'), join('concatenate(', list, ',', list, ')'), join('reverse(', list, ')'), join('distinct values(', list, ')'), join('[{a: 1, b: a + m}][b > 2].b'),
      join('sublist(', list, ', 1, 2)'), join('sort(nums, function(x, y) x > y)'), join('index of(', list, ',', number, ')'),
    ),
    day: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'feel' },
      date, join('(', day, fc.constantFrom('+', '-'), span, ')'), join('(if', yes, 'then', day, 'else', day, ')'), fc.constant('null'),
    ),
    expression: fc.oneof(number, text, yes, list, day, join('(', day, '-', day, ')'), join('{один:', number, ', два: один, "в г":', text, '}'), join('string(', list, ')')),
  };
});

function ours(source: string, scope: Record<string, unknown>): unknown {
  const compiled = compileExpression(source, { names });
  if (compiled.kind === 'problem') throw new Error(`${source}: ${compiled.problems.map(({ code, message }) => `${code} ${message.en}`).join('; ')}`);
  return toPlain(compiled.evaluate(scope, { now: '2026-11-22T09:00:00Z' }).value);
}

describe('compiled FEEL', () => {
  it('gives what feelin gives, for any expression and data', () => {
    let compared = 0;
    fc.assert(fc.property(expression, scopes, (source, scope) => {
      let expected: unknown;
      try {
        expected = toPlain(evaluate(source, scope).value);
      } catch {
        // feelin throws where it has no answer, such as a range between a date and null; then ours must only not throw.
        ours(source, scope);
        return;
      }
      compared++;
      expect(ours(source, scope)).toEqual(expected);
    }), { numRuns: 2000 });
    expect(compared).toBeGreaterThan(1600);
  });
});

describe('any text and any data', () => {
  const anything = fc.oneof(fc.string({ maxLength: 30 }), fc.array(fc.constantFrom(
    'n', 's', 'nums', 'items', 'x', '.', 'a', '(', ')', '[', ']', '{', '}', ':', ',', '"', '+', '-', '*', '/', '**', '=', '!=', '<', '>=', '..', 'in', 'and', 'or', 'not(', 'if', 'then', 'else',
    'for', 'return', 'some', 'every', 'satisfies', 'between', 'instance of', 'function', 'date(', 'duration(', '@', 'count(', 'sum(', 'get value(', 'null', 'true', '1', '-2.5', '"2026-01-01"', '?', 'имя',
  ), { maxLength: 14 }).map((words) => words.join(' ')));

  it('is either compiled or refused with a place in the text, never a crash', () => {
    fc.assert(fc.property(anything, fc.boolean(), (source, declared) => {
      const compiled = compileExpression(source, declared ? { names } : {});
      if (compiled.kind === 'compiled') return;
      expect(compiled.problems.length).toBeGreaterThan(0);
      for (const { from, to, message } of compiled.problems) {
        expect(from >= 0 && from <= to && to <= source.length).toBe(true);
        expect(message.ru).not.toBe('');
      }
    }), { numRuns: 2000 });
  });

  it('gives a JSON value or ends at a limit, whatever the data hold', () => {
    const wild = fc.dictionary(fc.constantFrom('n', 'm', 's', 'b', 'nums', 'items', 'заявка', 'имя клиента', 'amount'), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(fc.property(fc.oneof(expression, anything), wild, (source, scope) => {
      const compiled = compileExpression(source);
      if (compiled.kind === 'problem') return;
      try {
        const value = toPlain(compiled.evaluate(scope, { now: '2026-11-22T09:00:00Z' }).value);
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      } catch (error) {
        if (!(error instanceof ExpressionLimitError)) throw error;
      }
    }), { numRuns: 2000 });
  });
});

describe('where the standard and feelin differ, we follow the standard', () => {
  const scope = { n: 5, s: '7', nums: [1, 2], items: [{ amount: 3, 'вид работ': 'приказ' }] };

  it.each([
    ['a filter by a function is asked of every element', 'items[contains(вид работ, "каз")].amount', [3]],
    ['a filter keeps elements that are false or null', '[false, null, true][item != true]', [false, null]],
    ['a number with an exponent keeps it', '1e2', 100],
    ['bounds of "between" are not turned round', 'n between 10 and 1', false],
    ['a quantifier over unknowns is unknown', 'some x in [null, 1] satisfies x > 5', null],
    ['an element of a tested list counts', 'n in ([4, 5], 6)', true],
    ['a range may go down to zero', 'for i in 2..0 return i', [2, 1, 0]],
  ])('%s', (_name, source, expected) => {
    expect(ours(source, scope)).toEqual(expected);
  });

  it('a text is not compared with a number', () => {
    const compiled = compileExpression('s > 5');
    expect(compiled.kind === 'compiled' && compiled.evaluate(scope, { now: '' }).value).toBeNull();
  });
});
