import { formKeyOf } from './form-key.js';

describe('formKeyOf', () => {
  it.each([['Отзыв', 'otzyv'], ['Отзыв о паре', 'otzyv-o-pare'], ['№ 5: Щёлково!', 'shchyolkovo'], ['Course 2027', 'course-2027'], ['???', 'form'], ['  ', 'form']])('makes %s into %s', (title, key) => {
    expect(formKeyOf(title, new Set())).toBe(key);
  });

  it('gives a taken key a number', () => {
    expect(formKeyOf('Отзыв', new Set(['otzyv', 'otzyv-2']))).toBe('otzyv-3');
  });

  it('stays a key however long the title is', () => {
    expect(formKeyOf('щ'.repeat(200), new Set())).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u);
    expect(formKeyOf('щ '.repeat(200), new Set()).length).toBeLessThanOrEqual(40);
  });
});
