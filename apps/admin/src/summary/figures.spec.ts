import type { IndicatorSum, SummaryAnswer } from '@reglament/contracts';
import { answerText, changeText, csvRows, CSV_COLUMNS, percentText, sumText, type Words } from './figures.js';

const words: Words = (key, options = {}) => `${key.replace('summary.', '')}${Object.values(options).length > 0 ? `(${Object.values(options).join(', ')})` : ''}`;
const sum = (more: Partial<IndicatorSum>): IndicatorSum => ({
  code: 'a', name: 'Школа', type: 'ratio', base: 'школ', answered: 3, notApplicable: 0, absent: 1, numerator: null, denominator: null, percent: null, sum: null, min: null, max: null, median: null,
  counts: [], previous: null, change: null, hidden: false, ...more,
});
const answer = (more: Partial<SummaryAnswer>): SummaryAnswer => ({ who: { reference: 'organisation:1', title: 'Район' }, part: 'p', late: false, notApplicable: false, numerator: null, denominator: null, percent: null, min: null, max: null, value: null, comment: null, ...more });

describe('figures of a summary in words', () => {
  it('say what was summed, of each kind', () => {
    expect(sumText(sum({ numerator: 10, denominator: 15 }), words, 'ru')).toBe('outOf(10, 15)');
    expect(sumText(sum({ min: 3, max: 28 }), words, 'ru')).toBe('range(3, 28)');
    expect(sumText(sum({ sum: 1234.5, median: 3 }), words, 'ru')).toBe('total(1\u00a0234,5, 3)');
    expect(sumText(sum({ counts: [{ value: 'yes', count: 2 }, { value: 'сайт', count: 1 }] }), words, 'ru')).toBe('yes — 2; сайт — 1');
    expect(sumText(sum({ hidden: true, numerator: null }), words, 'ru')).toBe('hidden');
    expect(sumText(sum({ answered: 0 }), words, 'ru')).toBe('noAnswers');
  });

  it('are written as the language writes them', () => {
    expect([percentText(66.7, 'ru'), percentText(66.7, 'en'), percentText(null, 'ru')]).toEqual(['66,7\u00a0%', '66.7\u00a0%', '—']);
    expect([changeText(6.7, 'ru'), changeText(-2, 'ru'), changeText(0, 'ru')]).toEqual(['+6,7', '\u22122', '0']);
  });

  it('of one answer are what was given', () => {
    expect(answerText(answer({ numerator: 9, denominator: 10 }), words, 'ru')).toBe('outOf(9, 10)');
    expect(answerText(answer({ value: 'yes' }), words, 'ru')).toBe('yes');
    expect(answerText(answer({ notApplicable: true, value: 3 }), words, 'ru')).toBe('notApplicable');
    expect(answerText(answer({}), words, 'ru')).toBe('—');
  });

  it('keep numerator and denominator apart in the CSV', () => {
    const [row] = csvRows([sum({ numerator: 1000, denominator: 1500, percent: 66.7, previous: 60, change: 6.7 })], 'ru');
    expect(row).toHaveLength(CSV_COLUMNS.length);
    expect(Object.fromEntries(CSV_COLUMNS.map((name, i) => [name, row![i]]))).toMatchObject({ numerator: '1000', denominator: '1500', percent: '66,7', answered: '3', absent: '1', change: '6,7' });
  });
});
