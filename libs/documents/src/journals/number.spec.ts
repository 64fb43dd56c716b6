import fc from 'fast-check';
import { journalPeriod, journalYear } from './journal-period.js';
import { compareNumbers, numberSortKey } from './number-order.js';
import { formatNumber, parseNumber, type NumberParts } from './number.js';
import { nextSuffix, suffixLetters } from './suffix-letters.js';

describe('numbers by a mask', () => {
  it.each<[string, string, NumberParts]>([
    ['110а', '{seq}{suffix}', { seq: 110, suffix: 'а' }],
    ['110', '{seq}{suffix}', { seq: 110 }],
    ['24-3', '{seq}{-idx}', { seq: 24, texts: { idx: '3' } }],
    ['78-Д', '{seq}{-idx}', { seq: 78, texts: { idx: 'Д' } }],
    ['259-од', '{seq}{suffix}-од', { seq: 259 }],
    ['259б-од', '{seq}{suffix}-од', { seq: 259, suffix: 'б' }],
    ['56-ОД', '{seq}{suffix}-ОД', { seq: 56 }],
    ['43/1', '{seq}{/idx}', { seq: 43, texts: { idx: '1' } }],
    ['22/294', '{idx}/{seq}', { seq: 294, texts: { idx: '22' } }],
    ['279/01-03', '{seq}{/idx}', { seq: 279, texts: { idx: '01-03' } }],
    ['1264-р', '{seq}-р', { seq: 1264 }],
    ['64-па', '{seq}{-idx}', { seq: 64, texts: { idx: 'па' } }],
    ['Р-145', '{prefix}-{seq}', { seq: 145, texts: { prefix: 'Р' } }],
    ['АЗ-1128/08', '{prefix}-{seq}{/idx}', { seq: 1128, texts: { prefix: 'АЗ', idx: '08' } }],
    ['575', '{seq}', { seq: 575 }],
    ['012-ОД-000345/6-1', '{group}-{kind}-{seq:6}/{year:1}{-repeat}', { seq: 345, year: 6, texts: { group: '012', kind: 'ОД', repeat: '1' } }],
  ])('prints and reads %s by %s', (text, mask, parts) => {
    expect(formatNumber(mask, parts)).toBe(text);
    expect(parseNumber(mask, text)).toEqual(parts);
  });

  it('reads back what it prints, or refuses to print it', () => {
    const word = fc.stringMatching(/^[А-Яа-яA-Z0-9][А-Яа-яA-Z0-9./-]{0,6}$/);
    const part = fc.constantFrom('{suffix}', '{year}', '{year:2}', '{prefix}', '{/idx}', '{-kind}', '{.group}', '-', '/', 'од', '№');
    const parts = fc.record(
      { seq: fc.nat(999_999_999), suffix: fc.constantFrom(...suffixLetters), year: fc.integer({ min: 1990, max: 2100 }), texts: fc.record({ prefix: word, idx: word, kind: word, group: word }, { requiredKeys: ['prefix'] }) },
      { requiredKeys: ['seq', 'year', 'texts'] },
    );
    let printed = 0;
    fc.assert(
      fc.property(fc.uniqueArray(part, { maxLength: 3, selector: (p) => p.replace(/:\d/, '') }), fc.uniqueArray(part, { maxLength: 3, selector: (p) => p.replace(/:\d/, '') }), parts, (before, after, given) => {
        const mask = `${before.join('')}{seq}${after.filter((p) => !before.includes(p) && !(p.startsWith('{year') && before.some((b) => b.startsWith('{year')))).join('')}`;
        let text: string;
        try {
          text = formatNumber(mask, given);
        } catch (refusal) {
          expect(refusal).toMatchObject({ code: 'document.number-part-invalid' });
          return;
        }
        printed += 1;
        const back = parseNumber(mask, text);
        expect(back?.seq).toBe(given.seq);
        if (mask.includes('{suffix}')) expect(back?.suffix).toBe(given.suffix);
        for (const name of ['prefix', 'idx', 'kind', 'group'] as const) if (mask.includes(`${name}}`)) expect(back?.texts?.[name]).toBe(given.texts[name]);
        expect(back && formatNumber(mask, back)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
    expect(printed).toBeGreaterThan(500);
  });

  it.each([
    ['no running number', '{prefix}'], ['two running numbers', '{seq}{seq}'], ['an unknown brace', '{seq'], ['a width for a text', '{seq}{/idx:2}'],
    ['a part twice', '{seq}{/idx}{-idx}'], ['a year of three digits', '{seq}{year:3}'],
  ])('refuses a mask with %s', (_name, mask) => {
    expect(() => formatNumber(mask, { seq: 1, texts: { prefix: 'А', idx: '1' } })).toThrow('document.mask-invalid');
  });

  it('refuses letters that are not in the list, and a number that reads two ways', () => {
    for (const letter of 'ёзйочъыь') expect(() => formatNumber('{seq}{suffix}', { seq: 1, suffix: letter })).toThrow('document.number-part-invalid');
    expect(() => formatNumber('{prefix}{seq}', { seq: 5, texts: { prefix: 'Р1' } })).toThrow('reads back unambiguously');
  });

  it('gives the next free letter', () => {
    expect(nextSuffix([])).toBe('а');
    expect(nextSuffix(['а', 'б'])).toBe('в');
    expect(nextSuffix('абвгдеж')).toBe('и');
    expect(nextSuffix(suffixLetters)).toBeUndefined();
  });
});

describe('the order of numbers', () => {
  it('puts a letter between two numbers', () => {
    const sorted = ['9', '110', '110-1', '110а', '110б', '111', '1000', 'Р-9', 'Р-145'];
    expect([...sorted].reverse().sort(compareNumbers)).toEqual(sorted);
  });

  it('is the order of the keys, total and consistent', () => {
    const number = fc.stringMatching(/^[0-9А-Яа-яё№/ .-]{1,12}$/);
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(compareNumbers(a, b)) + Math.sign(compareNumbers(b, a))).toBe(0);
        if (numberSortKey(a) !== numberSortKey(b)) expect(compareNumbers(a, b) < 0).toBe(Buffer.compare(Buffer.from(numberSortKey(a)), Buffer.from(numberSortKey(b))) < 0);
        if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) expect(compareNumbers(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('orders plain numbers as numbers', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), (a, b) => Math.sign(compareNumbers(String(a), String(b))) === Math.sign(a - b)));
  });
});

describe('the period of a journal', () => {
  const january = { reset: { type: 'yearly', month: 1, day: 1 } } as const;
  const september = { reset: { type: 'yearly', month: 9, day: 1 } } as const;

  it.each([
    [january, '2026-12-31', '2026-01-01', 2026], [january, '2027-01-01', '2027-01-01', 2027],
    [september, '2026-08-31', '2025-09-01', 2025], [september, '2026-09-01', '2026-09-01', 2026],
    [{ reset: { type: 'never' } } as const, '2026-09-01', 'all', 2026],
    [{ reset: { type: 'yearly', month: 2, day: 29 } } as const, '2026-02-28', '2026-02-28', 2026],
  ])('is found for %j on %s', (journal, date, period, year) => {
    expect(journalPeriod(journal, date)).toBe(period);
    expect(journalYear(journal, date)).toBe(year);
  });
});
