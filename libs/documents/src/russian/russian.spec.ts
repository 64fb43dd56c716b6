import fc from 'fast-check';
import { grammaticalCases } from './cases.js';
import { findDates, formatDate, formatLastDay, joinDate, parseRussianDate } from './dates.js';
import { declineName, declinedSurnameFirst, genderOf, surnameFormsOf } from './decline-name.js';
import { actedPosition } from './acting.js';
import { declinePosition } from './decline-position.js';
import { initialsFirst, initialsOf, surnameFirst } from './initials.js';
import { findNames } from './names-in-text.js';
import { countOf } from './plurals.js';
import { matchesPattern, wordsOf } from './words.js';

describe('dates', () => {
  it('are printed in the three customary forms', () => {
    expect(formatDate('2021-06-25', 'digits')).toBe('25.06.2021');
    expect(formatDate('2021-06-05', 'words')).toBe('5 июня 2021 г.');
    expect(formatDate('2021-06-05', 'quoted')).toBe('«05» июня 2021 г.');
    expect(formatLastDay('2026-08-31')).toBe('по 31 августа 2026 г. включительно');
  });

  it('are read back from every form in which they are printed', () => {
    const date = fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map(([y, m, d]) => joinDate(y, m, d)).filter((d) => d !== undefined);
    fc.assert(fc.property(date, fc.constantFrom('digits' as const, 'words' as const, 'quoted' as const), (day, style) => parseRussianDate(formatDate(day, style)) === day));
  });

  it.each(['31.02.2026', '«10» сентя 2020 г.', '29.02.2025', '1.13.2026', '12.2026', '25.06.20211', ''])('does not take %s for a date', (text) => {
    expect(parseRussianDate(text)).toBeUndefined();
  });

  it('are found inside a text', () => {
    expect(findDates('приказом от 1 сентября 2026 года № 5 и письмом от 02.09.2026').map((d) => d.date)).toEqual(['2026-09-01', '2026-09-02']);
  });
});

describe('names', () => {
  it('are printed with initials before and after', () => {
    const person = { surname: 'Иванова', initials: initialsOf({ name: 'Анна', patronymic: 'Борисовна' }) };
    expect([initialsFirst(person), surnameFirst(person)]).toEqual(['А. Б. Иванова', 'Иванова А. Б.']);
    expect(initialsOf({ name: 'анна-мария' })).toBe('А.-М.');
  });

  it('are found in text in either order', () => {
    expect(findNames('Ивановой А.Б., директору, и П. П. Петрову').map((n) => [n.surname, n.initials])).toEqual([['Ивановой', 'А. Б.'], ['Петрову', 'П. П.']]);
    expect(findNames('Начальник О. Ю. Озерова')[0]?.surname).toBe('Озерова');
    expect(findNames('г. Заречный, т.е. город')).toEqual([]);
  });

  it.each([
    ['Ветлугина', 'Анна', 'Михайловна', 'Ветлугиной Анне Михайловне'],
    ['Седых', 'Полина', 'Игоревна', 'Седых Полине Игоревне'],
    ['Коваленко', 'Пётр', 'Ильич', 'Коваленко Петру Ильичу'],
    ['Петрова-Водкина', 'Анна', 'Львовна', 'Петровой-Водкиной Анне Львовне'],
    ['Шмидт', 'Эрнст', 'Юльевич', 'Шмидту Эрнсту Юльевичу'],
    ['Шмидт', 'Анна', 'Юльевна', 'Шмидт Анне Юльевне'],
    ['Толстой', 'Лев', 'Николаевич', 'Толстому Льву Николаевичу'],
    ['Живаго', 'Юрий', 'Андреевич', 'Живаго Юрию Андреевичу'],
  ])('%s %s %s is put into the dative', (surname, name, patronymic, dative) => {
    const declined = declineName({ surname, name, patronymic }, 'dative');
    expect(`${declined.surname} ${declined.name} ${declined.patronymic}`).toBe(dative);
  });

  it('takes the confirmed form before any rule', () => {
    const person = { surname: 'Заяц', name: 'Илья', patronymic: 'Игоревич', surnameForms: { dative: 'Зайцу' }, initials: 'И.И.' };
    expect(declinedSurnameFirst(person, 'dative')).toBe('Зайцу И. И.');
    expect(surnameFormsOf(person)).toContain('Зайцу');
  });

  it('leaves the nominative alone and never loses a part', () => {
    const word = fc.stringMatching(/^[А-Я][а-я]{2,12}$/);
    fc.assert(fc.property(word, word, word, fc.constantFrom(...grammaticalCases), (surname, name, patronymic, to) => {
      const declined = declineName({ surname, name, patronymic }, to);
      expect([declined.surname, declined.name, declined.patronymic].every((part) => part.length > 0)).toBe(true);
      expect(declineName({ surname, name, patronymic }, 'nominative')).toEqual({ surname, name, patronymic });
    }));
  });

  it('knows the gender by the patronymic', () => {
    expect([genderOf({ patronymic: 'Львовна' }), genderOf({ patronymic: 'Кузьмич' }), genderOf({})]).toEqual(['female', 'male', undefined]);
  });
});

describe('positions', () => {
  it.each([
    ['директор', 'dative', 'директору'], ['ведущий специалист отдела', 'dative', 'ведущему специалисту отдела'],
    ['начальник отдела образования', 'genitive', 'начальника отдела образования'], ['заместитель директора по учебной работе', 'instrumental', 'заместителем директора по учебной работе'],
    ['заведующая детским садом', 'dative', 'заведующей детским садом'], ['заведующий отделом', 'accusative', 'заведующего отделом'],
    ['старший методист', 'genitive', 'старшего методиста'], ['учитель-логопед', 'dative', 'учителю-логопеду'], ['главный бухгалтер', 'instrumental', 'главным бухгалтером'],
    ['секретарь', 'dative', 'секретарю'], ['глава администрации', 'genitive', 'главы администрации'], ['младший воспитатель', 'prepositional', 'младшем воспитателе'],
    ['управляющий делами', 'dative', 'управляющему делами'],
  ] as const)('%s in the %s', (position, to, expected) => {
    expect(declinePosition(position, to)).toBe(expected);
  });

  it('takes the confirmed form before any rule', () => {
    expect(declinePosition('и. о. директора', 'dative', { dative: 'исполняющему обязанности директора' })).toBe('исполняющему обязанности директора');
  });

  it.each([['Начальник отдела образования', 'начальника отдела образования'], ['Ведущий специалист', 'ведущего специалиста'], ['ИО заведующего', 'ИО заведующего']])('after «И. о.» %s is %s', (position, expected) => {
    expect(actedPosition(position)).toBe(expected);
  });

  it('stands after «И. о.» in the form that the office confirmed', () => {
    expect(actedPosition('Врио директора', { genitive: 'Временно исполняющего обязанности директора' })).toBe('временно исполняющего обязанности директора');
  });
});

describe('plurals and patterns', () => {
  it.each([[0, 'поручений'], [1, 'поручение'], [2, 'поручения'], [5, 'поручений'], [11, 'поручений'], [14, 'поручений'], [21, 'поручение'], [22, 'поручения'], [111, 'поручений'], [101, 'поручение']])('%i %s', (n, word) => {
    expect(countOf(n, ['поручение', 'поручения', 'поручений'])).toBe(`${n} ${word}`);
  });

  it.each([
    ['^контроль за исполнением', 'Контроль за исполнением приказа', true], ['^считать', 'Не считать', false], ['утвержд*', 'План утверждён', true],
    ['*ить', 'Директору обеспечить явку', true], ['*ить', 'ить', false], ['необходимо', 'В целях развития необходимо:', true], ['', 'текст', false],
  ])('pattern «%s» on «%s» gives %s', (pattern, text, expected) => {
    expect(matchesPattern(wordsOf(text), pattern)).toBe(expected);
  });
});
