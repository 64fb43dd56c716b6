import { crashAt, CRASH_POINTS, type CrashPoint } from './crash-point.js';

function diedAfter(text: string | undefined, passed: readonly CrashPoint[]): number | null {
  let died: number | null = null;
  let count = 0;
  const pass = crashAt(text, () => { died ??= count; });
  for (const point of passed) {
    count += 1;
    pass(point);
  }
  return died;
}

describe('a crash point', () => {
  it('ends the process at the first passing, or at the one that is counted', () => {
    const way: CrashPoint[] = ['before-save', 'after-save', 'before-save', 'after-save'];
    expect(diedAfter('after-save', way)).toBe(2);
    expect(diedAfter('after-save:2', way)).toBe(4);
    expect(diedAfter('after-save:3', way)).toBeNull();
  });

  it('that is not asked for never does', () => {
    expect(diedAfter(undefined, CRASH_POINTS)).toBeNull();
    expect(diedAfter('', CRASH_POINTS)).toBeNull();
  });

  it.each(['somewhere', 'after-save:0', 'after-save:x'])('%s is refused when the process starts', (text) => {
    expect(() => crashAt(text)).toThrow('There is no crash point');
  });
});
