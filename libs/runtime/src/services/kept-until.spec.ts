import { keptUntil } from './kept-until.js';

describe('the term of storage', () => {
  it('runs from 1 January of the year after the filing', () => {
    expect(keptUntil({ type: 'years', years: 5 }, '2026-01-01')).toBe('2031-12-31');
    expect(keptUntil({ type: 'years', years: 5 }, '2026-12-31')).toBe('2031-12-31');
    expect(keptUntil({ type: 'years', years: 75 }, '2027-02-05')).toBe('2102-12-31');
  });

  it('of what is kept permanently, or without a word, has no end', () => {
    expect(keptUntil({ type: 'permanent', article: 'ст. 19а' }, '2026-11-22')).toBeNull();
    expect(keptUntil(null, '2026-11-22')).toBeNull();
  });
});
