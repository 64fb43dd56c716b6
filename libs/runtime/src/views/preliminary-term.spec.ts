import { isPreliminary } from './preliminary-term.js';

const why = (...codes: string[]) => ({ due: { term: { workingDays: 3 }, warnings: codes.map((code) => ({ code, subject: '2027' })) } });

describe('a term is preliminary', () => {
  it('where it runs into a year whose calendar is preliminary or missing', () => {
    expect(isPreliminary(why('calendar.preliminaryYear'))).toBe(true);
    expect(isPreliminary(why('calendar.nonWorkingDay', 'calendar.yearMissing'))).toBe(true);
  });

  it('not for any other warning, and not where there is no term', () => {
    expect(isPreliminary(why())).toBe(false);
    expect(isPreliminary(why('calendar.nonWorkingDay'))).toBe(false);
    expect(isPreliminary({ due: null })).toBe(false);
    expect(isPreliminary(null)).toBe(false);
  });
});
