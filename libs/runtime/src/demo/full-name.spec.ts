import { partsOfName } from './full-name.js';

describe('a full name', () => {
  it.each([
    ['Соколова Вера Ильинична', { surname: 'Соколова', givenName: 'Вера', patronymic: 'Ильинична', gender: 'female' }],
    ['  Вьюгин   Лев Кузьмич ', { surname: 'Вьюгин', givenName: 'Лев', patronymic: 'Кузьмич', gender: 'male' }],
    ['Алиева Лейла Рашид кызы', { surname: 'Алиева', givenName: 'Лейла', patronymic: 'Рашид кызы', gender: 'female' }],
    ['Яснов Пётр', { surname: 'Яснов', givenName: 'Пётр', patronymic: null, gender: null }],
  ])('%s is surname, first name and patronymic', (text, parts) => {
    expect(partsOfName(text)).toEqual(parts);
  });

  it('of one word is not whole', () => {
    expect(partsOfName('Соколова')).toBeNull();
  });
});
