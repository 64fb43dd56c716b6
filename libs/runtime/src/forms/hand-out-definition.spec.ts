import { problemsOf } from '@reglament/engine';
import { handOutDefinition, handOutKey } from './hand-out-definition.js';

const known = { forms: new Map([['review', 'h']]), handlers: new Set<string>(), checks: new Set<string>() };

describe('the process that gives a form out', () => {
  it.each([null, 5])('is a sound definition with a term of %s working days', (workingDays) => {
    expect(problemsOf(handOutDefinition({ form: 'review', title: { ru: 'Отзыв' }, workingDays }), known, 'x').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has a key for every form, also where the form’s own is as long as keys get', () => {
    const long = 'a'.repeat(64);
    expect(handOutKey('review')).toBe('fill-review');
    expect(handOutKey(long)).toMatch(/^fill-[a-f0-9]{40}$/u);
    expect(handOutKey(long)).not.toBe(handOutKey(`${'a'.repeat(63)}b`));
  });
});
