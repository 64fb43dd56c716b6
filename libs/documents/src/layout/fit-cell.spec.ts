import { fitCell } from './fit-cell.js';
import { linesOf, textWidthPt } from './text-width.js';

describe('a text in a narrow cell', () => {
  it('keeps what has room', () => {
    expect(fitCell('12\u00a0октября 2021\u00a0г.', 80, 12)).toBe('12\u00a0октября 2021\u00a0г.');
  });

  it('parts a date before the year, never the year from its «г.»', () => {
    expect(fitCell('12\u00a0октября\u00a02021\u00a0г.', 60, 12)).toBe('12 октября 2021\u00a0г.');
  });

  it('parts a surname from the initials, never the initials', () => {
    expect(fitCell('Бурмистрова\u2011Задонская\u00a0Л.\u00a0П.', 140, 12)).toBe('Бурмистрова\u2011Задонская Л.\u00a0П.');
    expect(fitCell('Л.\u00a0П.\u00a0Бурмистрова\u2011Задонская', 140, 12)).toBe('Л.\u00a0П. Бурмистрова\u2011Задонская');
  });

  it('breaks a double name at its hyphen only where nothing else helps', () => {
    expect(fitCell('Бурмистрова\u2011Задонская\u00a0Л.\u00a0П.', 80, 12)).toBe('Бурмистрова-Задонская Л.\u00a0П.');
  });
});

describe('the width of a text', () => {
  it('counts lines from above', () => {
    expect(linesOf('слово слово слово', textWidthPt('слово слово', 14) + 1, 14)).toBe(2);
    expect(linesOf('сл'.repeat(50), 50, 14)).toBeGreaterThan(10);
    expect(linesOf('', 50, 14)).toBe(1);
  });
});
