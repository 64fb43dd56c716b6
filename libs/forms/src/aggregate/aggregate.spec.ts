import fc from 'fast-check';
import { aggregate, percentOf } from './aggregate.js';
import { ROW_FIELDS, type Answer, type Indicator, type Measure } from './answer.js';
import { addTallies, tallyAnswers } from './tally.js';

const indicator = (code: string, type: Measure, previous: number | null = null): Indicator => ({ code, name: `Indicator ${code}`, type, base: null, previous });
const answer = (who: string, ...rows: Record<string, unknown>[]): Answer => ({ who, rows });
const ratio = (who: string, numerator: number, denominator: number): Answer => answer(who, { code: 'a', numerator, denominator });

const all: readonly Indicator[] = (['ratio', 'int', 'range', 'bool', 'choice', 'text'] as const).map((type) => indicator(type, type));
const rowOf = (type: Measure) => fc.record({
  code: fc.constant(type), notApplicable: fc.boolean(), numerator: fc.nat(500), denominator: fc.nat(500), min: fc.nat(50), max: fc.nat(50),
  number: fc.nat(100), flag: fc.oneof(fc.boolean(), fc.constantFrom('yes', 'no')), choice: fc.constantFrom('site', 'group', '', '__proto__'), text: fc.constantFrom('', 'Good'),
});
const answers = fc.array(fc.record({ who: fc.uuid(), rows: fc.tuple(...all.map(({ type }) => rowOf(type))) }), { maxLength: 30 });

describe('a summary of answers', () => {
  it('divides the sum of numerators by the sum of denominators, and takes no mean of percentages', () => {
    const [only] = aggregate([indicator('a', 'ratio')], [ratio('x', 9, 10), ratio('y', 1, 2), ratio('z', 0, 3)]);
    expect(only).toMatchObject({ numerator: 10, denominator: 15, percent: 66.7, answered: 3 });
  });

  it('of two groups together is the sum of the two', () => {
    fc.assert(fc.property(answers, answers, (one, other) => {
      const [left, right, both] = [one, other, [...one, ...other]].map((given) => tallyAnswers(all, given, ROW_FIELDS));
      for (const { code } of all) expect(addTallies(left!.get(code)!, right!.get(code)!)).toEqual(both!.get(code));
    }));
  });

  it('does not depend on the order of the answers', () => {
    fc.assert(fc.property(answers, (given) => { expect(aggregate(all, [...given].reverse())).toEqual(aggregate(all, given)); }));
  });

  it('counts everybody who was asked once: answered, not applicable or absent', () => {
    fc.assert(fc.property(answers, fc.nat(20), (given, more) => {
      const asked = given.length + more;
      for (const { answered, notApplicable, absent } of aggregate(all, given, { asked })) expect(answered + notApplicable + absent).toBe(asked);
    }));
  });

  it('tells no figure of a group that is too small, and all figures of one that is not', () => {
    fc.assert(fc.property(answers, fc.integer({ min: 1, max: 8 }), (given, hideBelow) => {
      for (const told of aggregate(all, given, { hideBelow })) {
        expect(told.hidden).toBe(told.answered > 0 && told.answered < hideBelow);
        if (told.hidden) expect([told.numerator, told.percent, told.sum, told.max, told.counts.length]).toEqual([null, null, null, null, 0]);
      }
    }));
  });

  it('gives the smallest, the largest and the middle of ranges', () => {
    const range = (who: string, min: number, max: number) => answer(who, { code: 'a', min, max });
    expect(aggregate([indicator('a', 'range')], [range('x', 5, 28), range('y', 3, 9), range('z', 4, 12)])[0]).toMatchObject({ min: 3, max: 28, median: 12 });
  });

  it('counts yes and no, with the share of yes, and each word of a choice', () => {
    const said = (who: string, value: unknown) => answer(who, { code: 'a', flag: value });
    expect(aggregate([indicator('a', 'bool')], [said('x', true), said('y', false), said('z', 'yes')])[0]).toMatchObject({ counts: [{ value: 'yes', count: 2 }, { value: 'no', count: 1 }], numerator: 2, denominator: 3, percent: 66.7 });
  });

  it('compares with the value before', () => {
    expect(aggregate([indicator('a', 'ratio', 60)], [ratio('x', 2, 3)])[0]?.change).toBe(6.7);
    expect(aggregate([indicator('a', 'int', 12)], [answer('x', { code: 'a', number: 10 })])[0]?.change).toBe(-2);
  });

  it('leaves out a base of nothing and rows of questions that were not asked', () => {
    expect(aggregate([indicator('a', 'ratio')], [ratio('x', 0, 0), answer('y', { code: 'old', numerator: 1, denominator: 1 })], { asked: 3 })[0])
      .toMatchObject({ answered: 0, absent: 3, percent: null });
  });

  it('rounds halves of a tenth up, whatever the binary form', () => {
    expect([percentOf(284, 330), percentOf(46, 330), percentOf(1333, 2000), percentOf(1, 3), percentOf(0, 7), percentOf(3, 0)]).toEqual([86.1, 13.9, 66.7, 33.3, 0, null]);
  });
});
