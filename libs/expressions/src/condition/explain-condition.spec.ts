import type { Condition } from '@reglament/contracts';
import fc from 'fast-check';
import { compileCondition, explainCondition } from '../index.js';

const context = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Moscow' };
const labels: Record<string, string> = { amount: 'сумма', due: 'срок', kind: 'вид документа', signers: 'подписанты', note: 'примечание' };
const data = { amount: 120, due: '2026-12-01', kind: 'order', signers: ['ivanova'], note: '' };

function why(condition: Condition, locale: 'ru' | 'en' = 'ru'): [boolean, string] {
  const label = (path: string): string | undefined => (locale === 'ru' ? labels[path] : undefined);
  const valueLabel = (path: string, value: unknown): string | undefined => (path === 'kind' && value === 'order' && locale === 'ru' ? '«приказ»' : undefined);
  const { held, text } = explainCondition(condition, data, locale, { context, label, valueLabel });
  return [held, text];
}

describe('the answer to "Why?"', () => {
  it.each<[Condition, boolean, string]>([
    [{ variable: 'amount', operator: 'greater', value: 100 }, true, 'сумма 120 больше 100'],
    [{ variable: 'amount', operator: 'greater', value: 1500.5 }, false, 'сумма 120 не больше 1 500,5'],
    [{ variable: 'amount', operator: 'lessOrEqual', value: 100 }, false, 'сумма 120 больше 100'],
    [{ variable: 'amount', operator: 'greaterOrEqual', value: 100 }, true, 'сумма 120 не меньше 100'],
    [{ variable: 'amount', operator: 'less', value: 'сто' }, false, 'сумма 120 не сравнивается с «сто»'],
    [{ variable: 'due', operator: 'less', value: '2026-12-31' }, true, 'срок 01.12.2026 раньше 31.12.2026'],
    [{ variable: 'due', operator: 'greater', value: '2026-12-31' }, false, 'срок 01.12.2026 не позже 31.12.2026'],
    [{ variable: 'kind', operator: 'equals', value: 'order' }, true, 'вид документа: «приказ», как и требуется'],
    [{ variable: 'kind', operator: 'equals', value: 'letter' }, false, 'вид документа: «приказ», а требуется «letter»'],
    [{ variable: 'kind', operator: 'notEquals', value: 'order' }, false, 'вид документа: «приказ», а требуется другое'],
    [{ variable: 'kind', operator: 'in', value: ['letter', 'note'] }, false, 'вид документа: «приказ», не входит в список: «letter», «note»'],
    [{ variable: 'kind', operator: 'notIn', value: ['letter'] }, true, 'вид документа: «приказ», не входит в список: «letter»'],
    [{ variable: 'signers', operator: 'contains', value: 'ivanova' }, true, 'подписанты: есть «ivanova»'],
    [{ variable: 'note', operator: 'isEmpty' }, true, 'поле «примечание» не заполнено'],
    [{ variable: 'note', operator: 'equals', value: 'x' }, false, 'поле «примечание» не заполнено'],
    [{ feel: 'amount > limit' }, false, 'выражение «amount > limit» не дало ответа (сумма: 120; limit: пусто)'],
    [{ feel: 'amount > 100' }, true, 'выражение «amount > 100» выполнено (сумма: 120)'],
  ])('%j', (condition, held, text) => {
    const [answer, found] = why(condition);
    expect([answer, found.replace(/\u00a0/g, ' ')]).toEqual([held, text]);
  });

  it('names only what decided', () => {
    const small: Condition = { variable: 'amount', operator: 'less', value: 100 };
    const order: Condition = { variable: 'kind', operator: 'equals', value: 'order' };
    const late: Condition = { variable: 'due', operator: 'greater', value: '2027-01-01' };
    expect(why({ all: [order, small, late] })).toEqual([false, 'сумма 120 не меньше 100; и срок 01.12.2026 не позже 01.01.2027']);
    expect(why({ any: [small, order] })).toEqual([true, 'вид документа: «приказ», как и требуется']);
    expect(why({ not: small })).toEqual([true, 'сумма 120 не меньше 100']);
  });

  it('speaks English too', () => {
    expect(why({ variable: 'amount', operator: 'greater', value: 1500 }, 'en')).toEqual([false, 'amount 120 is not greater than 1,500']);
    expect(why({ variable: 'note', operator: 'isNotEmpty' }, 'en')).toEqual([false, '"note" is empty']);
    expect(why({ variable: 'kind', operator: 'in', value: ['order', 'letter'] }, 'en')).toEqual([true, 'kind is "order", which is one of: "order", "letter"']);
  });

  it('never contradicts the condition itself', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'ab', '2026-01-01'), fc.boolean(), fc.constant(null), fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }));
    const comparison = fc.oneof(
      fc.record({ variable: fc.constantFrom('a', 'b.c', 'd'), operator: fc.constantFrom('equals', 'notEquals', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual', 'contains'), value }),
      fc.record({ variable: fc.constantFrom('a', 'b.c'), operator: fc.constantFrom('in', 'notIn'), value: fc.array(value, { maxLength: 3 }) }),
      fc.record({ variable: fc.constantFrom('a', 'b.c'), operator: fc.constantFrom('isEmpty', 'isNotEmpty') }),
      fc.record({ feel: fc.constantFrom('a > 1', 'b.c = "a" or a = 1', 'd') }),
    ) as fc.Arbitrary<Condition>;
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3 }, comparison,
        fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('condition') }),
      ),
    }));
    fc.assert(fc.property(condition, value, value, (tree, a, c) => {
      const compiled = compileCondition(tree);
      if (compiled.kind === 'problem') throw new Error(JSON.stringify(compiled.problems));
      const scope = { a, b: { c } };
      const explanation = explainCondition(tree, scope, 'ru', { context });
      expect(explanation.held).toBe(compiled.test(scope, context));
      expect(explanation.text).not.toBe('');
    }), { numRuns: 300 });
  });
});
