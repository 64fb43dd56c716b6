import * as fc from 'fast-check';
import { CursorBook } from './cursors.js';

describe('CursorBook', () => {
  it('begins an unknown list at its first page', () => {
    expect(new CursorBook().nearest('tasks', 7)).toEqual({ page: 1, cursor: null });
  });

  it('starts from the nearest known page at or before the one asked for', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 60 }), { minLength: 1 }), fc.integer({ min: 1, max: 80 }), (known, asked) => {
      const book = new CursorBook();
      for (const page of known) book.remember('list', page, `cursor-${page}`);
      const best = Math.max(1, ...known.filter((page) => page <= asked));
      expect(book.nearest('list', asked)).toEqual({ page: best, cursor: best === 1 ? null : `cursor-${best}` });
    }));
  });

  it('forgets the list that was not used for longest, and only that one', () => {
    const book = new CursorBook(2);
    book.remember('a', 2, 'a2');
    book.remember('b', 2, 'b2');
    book.remember('a', 3, 'a3');
    book.remember('c', 2, 'c2');
    expect(book.nearest('b', 2).cursor).toBeNull();
    expect(book.nearest('a', 3).cursor).toBe('a3');
  });
});
