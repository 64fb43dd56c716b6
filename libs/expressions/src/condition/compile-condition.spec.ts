import type { Condition } from '@reglament/contracts';
import { compileCondition, type NameTypes } from '../index.js';

const context = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Moscow' };
const order = { amount: 120, due: '2026-12-01', at: '2026-12-01T06:59:00Z', kind: 'order', title: 'О результатах мониторинга', signers: ['ivanova'], note: '  ', done: false };

function holds(condition: Condition): boolean {
  const compiled = compileCondition(condition);
  if (compiled.kind === 'problem') throw new Error(JSON.stringify(compiled.problems));
  return compiled.test({ order }, context);
}

describe('a structured condition', () => {
  it.each<[string, Condition, boolean]>([
    ['equals', { variable: 'order.kind', operator: 'equals', value: 'order' }, true],
    ['notEquals', { variable: 'order.kind', operator: 'notEquals', value: 'order' }, false],
    ['notEquals of an absent variable', { variable: 'order.none', operator: 'notEquals', value: 'order' }, true],
    ['greater', { variable: 'order.amount', operator: 'greater', value: 100 }, true],
    ['greaterOrEqual', { variable: 'order.amount', operator: 'greaterOrEqual', value: 120 }, true],
    ['less', { variable: 'order.due', operator: 'less', value: '2026-12-31' }, true],
    ['lessOrEqual', { variable: 'order.due', operator: 'lessOrEqual', value: '2026-11-30' }, false],
    ['an order between a number and a text', { variable: 'order.amount', operator: 'greater', value: '100' }, false],
    ['in', { variable: 'order.kind', operator: 'in', value: ['letter', 'order'] }, true],
    ['notIn', { variable: 'order.kind', operator: 'notIn', value: ['letter', 'order'] }, false],
    ['contains in a text, whatever the case', { variable: 'order.title', operator: 'contains', value: 'РЕЗУЛЬТАТАХ' }, true],
    ['contains in a list', { variable: 'order.signers', operator: 'contains', value: 'petrova' }, false],
    ['isEmpty of an absent variable', { variable: 'order.none.deeper', operator: 'isEmpty' }, true],
    ['isEmpty of blanks', { variable: 'order.note', operator: 'isEmpty' }, true],
    ['isNotEmpty of false', { variable: 'order.done', operator: 'isNotEmpty' }, true],
    ['less of moments in two zones', { variable: 'order.at', operator: 'less', value: '2026-12-01T10:00:00+03:00' }, true],
    ['all', { all: [{ variable: 'order.amount', operator: 'greater', value: 1 }, { variable: 'order.amount', operator: 'less', value: 1 }] }, false],
    ['any', { any: [{ variable: 'order.amount', operator: 'less', value: 1 }, { feel: 'order.amount > 1' }] }, true],
    ['not', { not: { variable: 'order.amount', operator: 'less', value: 1 } }, true],
    ['FEEL that gives null', { feel: 'order.none > 1' }, false],
  ])('%s', (_name, condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  it('names the variables that it reads', () => {
    const condition: Condition = { any: [{ not: { variable: 'order.due', operator: 'isEmpty' } }, { feel: 'order.amount > limit' }] };
    expect(compileCondition(condition)).toMatchObject({ variables: ['limit', 'order.amount', 'order.due'] });
  });

  it('hands out the warnings of its FEEL parts', () => {
    const compiled = compileCondition({ all: [{ feel: 'missing > 1' }] });
    if (compiled.kind === 'problem') throw new Error('problem');
    const warnings: unknown[] = [];
    compiled.test({}, context, warnings as []);
    expect(warnings).toMatchObject([{ code: 'missingName', subject: 'missing' }]);
  });

  it('is refused with every problem and its place when it does not fit the declared names', () => {
    const names: NameTypes = { order: { kind: 'object', properties: { amount: { kind: 'number' }, kind: { kind: 'string', values: ['order', 'letter'] } } } };
    const condition: Condition = {
      all: [
        { variable: 'order.amuont', operator: 'greater', value: 1 },
        { variable: 'order.amount', operator: 'greater', value: 'сто' },
        { any: [{ variable: 'order.kind', operator: 'in', value: ['order', 'приказ'] }, { feel: 'order.kind = 1' }] },
        { variable: '__proto__.x', operator: 'isEmpty' },
        { feel: 'order.amount + 1' },
      ],
    };
    const compiled = compileCondition(condition, { names });
    expect(compiled.kind === 'problem' && compiled.problems.map(({ code, path, expected }) => [code, path, expected])).toEqual([
      ['expression.unknownName', '/all/0/variable', 'amount'],
      ['expression.typeMismatch', '/all/1/value', 'number'],
      ['expression.unknownValue', '/all/2/any/0/value', 'order, letter'],
      ['expression.typeMismatch', '/all/2/any/1/feel', 'a text'],
      ['expression.forbiddenName', '/all/3/variable', 'a path of names'],
      ['expression.typeMismatch', '/all/4/feel', 'boolean'],
    ]);
  });
});
