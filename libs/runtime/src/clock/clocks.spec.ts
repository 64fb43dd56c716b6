import { createBusinessClock } from './business-clock.js';
import { createDatabaseClock } from './database-clock.js';
import { localDate, momentInWords, momentWithOffset } from './local-date.js';

describe('business time', () => {
  it('is real time plus the offset, and never goes back', () => {
    const clock = createBusinessClock({ movable: true, realNow: () => Date.parse('2026-11-22T10:00:00.000Z') });
    clock.setOffset(3600);
    expect(clock.now()).toBe('2026-11-22T11:00:00.000Z');
    clock.setOffset(60); // told late by another process
    expect(clock.now()).toBe('2026-11-22T11:00:00.000Z');
  });

  it('follows the database, whatever the wall clock of the process says', () => {
    const wall = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('1999-01-01T00:00:00.000Z'));
    const clock = createDatabaseClock('2026-11-22T10:00:00.000Z', performance.now());
    expect(Math.abs(clock.now() - Date.parse('2026-11-22T10:00:00.000Z'))).toBeLessThan(1000);
    wall.mockRestore();
  });
});

describe('moments in a zone', () => {
  it.each([['2026-11-22T18:30:00.000Z', 'Asia/Krasnoyarsk', '2026-11-23'], ['2026-11-22T18:30:00.000Z', 'Europe/Kaliningrad', '2026-11-22']])('%s in %s is the %s', (moment, zone, date) => {
    expect(localDate(moment, zone)).toBe(date);
  });

  it('carry the offset of the zone', () => {
    expect(momentWithOffset('2026-11-22T18:30:00.000Z', 'Asia/Krasnoyarsk')).toBe('2026-11-23T01:30:00+07:00');
    expect(momentWithOffset('2026-11-22T18:30:00.000Z', 'UTC')).toBe('2026-11-22T18:30:00+00:00');
  });

  it('read as people write them', () => {
    expect(momentInWords('2026-11-22T18:30:00.000Z', 'Europe/Moscow')).toEqual({ ru: '22.11.2026 в 21:30', en: '22 Nov 2026 at 21:30' });
  });
});
