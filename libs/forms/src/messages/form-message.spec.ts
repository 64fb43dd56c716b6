import { messageOf } from './form-message.js';

describe('messageOf', () => {
  it.each([
    [1, 'Минимум 1 символ'], [2, 'Минимум 2 символа'], [5, 'Минимум 5 символов'], [11, 'Минимум 11 символов'],
    [21, 'Минимум 21 символ'], [100, 'Минимум 100 символов'], [102, 'Минимум 102 символа'],
  ])('gives %i characters their Russian plural', (limit, message) => {
    expect(messageOf('minLength', { limit }, 'ru')).toBe(message);
  });

  it.each([[1, 'Не больше 1 символа'], [3, 'Не больше 3 символов'], [21, 'Не больше 21 символа']])('declines after «не больше %i»', (limit, message) => {
    expect(messageOf('maxLength', { limit }, 'ru')).toBe(message);
  });

  it('gives one and many their English plural', () => {
    expect(messageOf('minLength', { limit: 1 }, 'en')).toBe('At least 1 character');
    expect(messageOf('maxItems', { limit: 3 }, 'en')).toBe('At most 3 entries');
  });

  it('writes numbers as the reader’s language does', () => {
    expect(messageOf('minimum', { limit: 0.5 }, 'ru')).toBe('Не меньше 0,5');
    expect(messageOf('minimum', { limit: 0.5 }, 'en')).toBe('At least 0.5');
  });
});
