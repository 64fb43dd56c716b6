import type { DecisionTable } from '@reglament/contracts';
import fc from 'fast-check';
import { compileDecisionTable, type CompiledDecisionTable } from './compile-decision-table.js';

const context = { now: '2026-11-22T09:00:00Z' };
const column = (key: string, type: 'string' | 'number' | 'boolean' | 'date' = 'number', values?: string[]) => ({ key, title: key, type, ...(values && { values }) });

function tableOf(given: Partial<DecisionTable>): DecisionTable {
  return { format: 1, key: 'test', title: 'Test', hitPolicy: 'U', inputs: [column('share')], outputs: [column('verdict', 'string')], rules: [{ when: {}, then: { verdict: '"any"' } }], ...given };
}

function compiled(given: Partial<DecisionTable>): CompiledDecisionTable {
  const answer = compileDecisionTable(tableOf(given));
  if (answer.kind === 'problem') throw new Error(JSON.stringify(answer.problems));
  return answer;
}

function problemsOf(given: Partial<DecisionTable>) {
  const answer = compileDecisionTable(tableOf(given));
  return answer.kind === 'problem' ? answer.problems.map(({ pointer, problem }) => [pointer, problem.code, problem.found]) : [];
}

const grades: Partial<DecisionTable> = {
  outputs: [column('verdict', 'string', ['good', 'fair', 'bad'])],
  rules: [
    { when: { share: '>= 80' }, then: { verdict: '"good"' } },
    { when: { share: '[50..80)' }, then: { verdict: '"fair"' } },
    { when: { share: '< 50' }, then: { verdict: '"bad"' } },
  ],
};

describe('a decision table', () => {
  it.each([[100, 'good', 0], [80, 'good', 0], [79.9, 'fair', 1], [50, 'fair', 1], [49, 'bad', 2]])('with a unique hit decides %p as %p', (share, verdict, hit) => {
    expect(compiled(grades).decide({ share }, context)).toEqual({ kind: 'decided', outputs: { verdict }, hits: [hit] });
  });

  it('with a unique hit tells which rules contradict one another instead of choosing', () => {
    const { decide } = compiled({ rules: [{ when: { share: '> 1' }, then: { verdict: '"a"' } }, { when: { share: '> 2' }, then: { verdict: '"b"' } }] });
    expect(decide({ share: 3 }, context)).toEqual({ kind: 'ambiguous', hits: [0, 1] });
    expect(decide({ share: 2 }, context)).toMatchObject({ kind: 'decided', outputs: { verdict: 'a' } });
  });

  it('with the first hit stops at the first rule that holds', () => {
    const { decide } = compiled({ hitPolicy: 'F', rules: [{ when: { share: '> 1' }, then: { verdict: '"a"' } }, { when: {}, then: { verdict: '"b"' } }] });
    expect(decide({ share: 3 }, context)).toEqual({ kind: 'decided', outputs: { verdict: 'a' }, hits: [0] });
    expect(decide({ share: 0 }, context)).toEqual({ kind: 'decided', outputs: { verdict: 'b' }, hits: [1] });
  });

  it('that collects gives every answer in the order of its rules', () => {
    const { decide } = compiled({ hitPolicy: 'C', rules: [{ when: { share: '> 1' }, then: { verdict: '"a"' } }, { when: { share: '> 5' }, then: { verdict: '"b"' } }, { when: { share: '> 2' }, then: { verdict: '"c"' } }] });
    expect(decide({ share: 3 }, context)).toMatchObject({ outputs: { verdict: ['a', 'c'] }, hits: [0, 2] });
    expect(decide({ share: 0 }, context)).toMatchObject({ outputs: { verdict: [] }, hits: [] });
  });

  it('that may say the same by any rule is ambiguous only where answers differ', () => {
    const { decide } = compiled({ hitPolicy: 'A', rules: [{ when: { share: '> 1' }, then: { verdict: '"a"' } }, { when: { share: '> 2' }, then: { verdict: '"a"' } }, { when: { share: '> 3' }, then: { verdict: '"b"' } }] });
    expect(decide({ share: 3 }, context)).toEqual({ kind: 'decided', outputs: { verdict: 'a' }, hits: [0, 1] });
    expect(decide({ share: 4 }, context)).toEqual({ kind: 'ambiguous', hits: [0, 1, 2] });
    expect(decide({ share: 0 }, context)).toMatchObject({ kind: 'decided', outputs: { verdict: null } });
  });

  it('by priority gives the answer that stands first among the values, whatever the order of the rules', () => {
    const rules = [{ when: { share: '> 1' }, then: { verdict: '"low"' } }, { when: { share: '> 2' }, then: { verdict: '"high"' } }, { when: { share: '> 2' }, then: { verdict: '"middle"' } }];
    const outputs = [column('verdict', 'string', ['high', 'middle', 'low'])];
    fc.assert(fc.property(fc.shuffledSubarray(rules, { minLength: 3 }), (shuffled) => {
      expect(compiled({ hitPolicy: 'P', outputs, rules: shuffled }).decide({ share: 3 }, context)).toMatchObject({ outputs: { verdict: 'high' }, hits: [0, 1, 2] });
    }));
    expect(compiled({ hitPolicy: 'P', outputs, rules }).decide({ share: 2 }, context)).toMatchObject({ outputs: { verdict: 'low' } });
    expect(problemsOf({ hitPolicy: 'P', rules })).toEqual([['/outputs/0', 'expression.unsupported', 'no "values"']]);
  });

  it('in rule order gives every answer in the order of its rules', () => {
    const { decide } = compiled({ hitPolicy: 'R', rules: [{ when: { share: '> 1' }, then: { verdict: '"b"' } }, { when: { share: '> 2' }, then: { verdict: '"a"' } }] });
    expect(decide({ share: 3 }, context)).toMatchObject({ outputs: { verdict: ['b', 'a'] }, hits: [0, 1] });
  });

  it.each([['sum', 70, 0], ['max', 50, null], ['min', 20, null], ['count', 2, 0]] as const)('that collects by %s', (aggregation, some, none) => {
    const { decide } = compiled({
      hitPolicy: 'C', aggregation, inputs: [column('same', 'boolean'), column('free')], outputs: [column('score')],
      rules: [{ when: { same: 'true' }, then: { score: '50' } }, { when: { free: '> 0' }, then: { score: '20' } }],
    });
    expect(decide({ same: true, free: 1 }, context)).toMatchObject({ outputs: { score: some } });
    expect(decide({ same: false, free: 0 }, context)).toMatchObject({ outputs: { score: none } });
  });

  it('understands lists, negation, dates, ranges, anything, and answers that are calculated', () => {
    const { decide } = compiled({
      hitPolicy: 'F', inputs: [column('kind', 'string', ['a', 'b', 'c']), column('day', 'date'), column('n')], outputs: [column('double')],
      rules: [
        { when: { kind: '"a", "b"', day: '>= date("2026-09-01")' }, then: { double: 'n * 2' } },
        { when: { kind: 'not("c")', day: '-' }, then: { double: '0' } },
      ],
      otherwise: { double: '-1' },
    });
    expect(decide({ kind: 'b', day: '2026-10-01', n: 21 }, context)).toMatchObject({ outputs: { double: 42 } });
    expect(decide({ kind: 'a', day: '2026-08-31', n: 21 }, context)).toMatchObject({ outputs: { double: 0 }, hits: [1] });
    expect(decide({ kind: 'c', day: '2026-10-01', n: 21 }, context)).toMatchObject({ outputs: { double: -1 }, hits: [] });
  });

  it('without an answer gives nothing, and never guesses where an input is missing', () => {
    expect(compiled(grades).decide({}, context)).toEqual({ kind: 'decided', outputs: { verdict: null }, hits: [] });
    expect(compiled(grades).decide({ share: 'many' }, context)).toMatchObject({ outputs: { verdict: null } });
  });

  it('tells all that is wrong in it at once, each with its place', () => {
    expect(problemsOf({
      hitPolicy: 'U', aggregation: 'sum', inputs: [column('share'), column('share')], outputs: [column('verdict', 'string', ['good'])],
      rules: [{ when: { share: '> ', other: '1' }, then: { verdict: '"bad"', more: '1' } }, { when: { share: '"text"' }, then: { verdict: '5' } }],
    })).toEqual([
      ['/rules/0/when/share', 'expression.syntax', expect.anything()],
      ['/rules/0/when/other', 'expression.unknownName', 'other'],
      ['/rules/0/then/verdict', 'expression.unknownValue', 'bad'],
      ['/rules/0/then/more', 'expression.unknownName', 'more'],
      ['/rules/1/when/share', 'expression.typeMismatch', expect.anything()],
      ['/rules/1/then/verdict', 'expression.typeMismatch', 'number'],
      ['/inputs/1/key', 'expression.unknownName', 'share'],
      ['/aggregation', 'expression.unsupported', 'U, 1 outputs'],
      ['/aggregation', 'expression.typeMismatch', 'string'],
    ]);
  });

  it('points at the place in the cell, not in what was made of it', () => {
    const answer = compileDecisionTable(tableOf({ rules: [{ when: { share: 'not(> 5, nobody)' }, then: { verdict: '"a"' } }] }));
    expect(answer).toMatchObject({ kind: 'problem', problems: [{ problem: { code: 'expression.unknownName', from: 9, to: 15 } }] });
  });

  it('with a unique hit decides every number by exactly one of ranges that meet', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (share) => {
      const decision = compiled(grades).decide({ share }, context);
      expect(decision).toMatchObject({ kind: 'decided', outputs: { verdict: share >= 80 ? 'good' : share >= 50 ? 'fair' : 'bad' } });
    }));
  });
});
