import * as fc from 'fast-check';
import { termWords } from './term.js';

const now = new Date('2026-11-22T10:00:00');
const inDays = (days: number): string => new Date(2026, 10, 22 + days, 18).toISOString();

describe('termWords', () => {
  it('says today on the last day, whatever the working-day count', () => {
    expect(termWords({ dueAt: inDays(0), overdue: false, dueInWorkingDays: 0 }, now).key).toBe('today');
  });

  it('counts overdue working days as the server did', () => {
    expect(termWords({ dueAt: inDays(-4), overdue: true, dueInWorkingDays: -2 }, now)).toEqual({ key: 'overdueWorking', count: 2, tone: 'stopped' });
  });

  it('says calendar days where the server counted no working days', () => {
    expect(termWords({ dueAt: inDays(5), overdue: false }, now)).toEqual({ key: 'left', count: 5, tone: 'neutral' });
    expect(termWords({ dueAt: inDays(-5), overdue: true }, now)).toEqual({ key: 'overdue', count: 5, tone: 'stopped' });
  });

  it('says that a term missed within its last day is overdue today', () => {
    expect(termWords({ dueAt: new Date(2026, 10, 22, 9).toISOString(), overdue: true }, now).key).toBe('overdueToday');
  });

  it('never shows a negative count', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), fc.option(fc.integer({ min: -300, max: 300 })), (days, overdue, dueInWorkingDays) => {
      expect(termWords({ dueAt: inDays(days), overdue, dueInWorkingDays }, now).count).toBeGreaterThanOrEqual(0);
    }));
  });
});
