import fc from 'fast-check';
import { linesOnPage } from './page-lines.js';

const set = (lines: number, room: number, below = 0, fresh = false) => linesOnPage(Array.from({ length: lines }, () => 10), room, below, fresh);

describe('the lines of a paragraph at the end of a page', () => {
  it('stay together where there is room', () => {
    expect([set(1, 10), set(4, 40), set(4, 60, 20)]).toEqual([1, 4, 4]);
  });

  it('leave no single line at the bottom or at the top', () => {
    expect([set(2, 10), set(3, 20), set(3, 10), set(4, 30), set(5, 40), set(6, 30)]).toEqual([0, 0, 0, 2, 3, 3]);
  });

  it('go over to what follows by two, or all of them, where that has no room', () => {
    expect([set(6, 70, 20), set(3, 40, 20), set(1, 20, 20)]).toEqual([4, 0, 0]);
  });

  it('always end: an empty page takes at least one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 900 }), (heights, room, below) => {
      const onPage = linesOnPage(heights, room, below, true);
      expect(onPage).toBeGreaterThan(0);
      expect(onPage).toBeLessThanOrEqual(heights.length);
      const left = heights.length - linesOnPage(heights, room, below, false);
      expect(left === 0 || left >= 2 || heights.length === 1).toBe(true);
    }));
  });
});
