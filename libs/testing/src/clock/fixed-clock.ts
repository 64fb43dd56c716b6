export interface FixedClock {
  /** Milliseconds since 1970, in the place of `Date.now`. */
  readonly now: () => number;
  /** ISO 8601 in UTC, in the place of a business clock's `now`. */
  readonly iso: () => string;
  /** Moves it, forward or back; nothing else does. */
  advance(milliseconds: number): void;
}

/** A clock that stands until it is moved, so that no spec sleeps. @param at ISO 8601; default a Monday morning in Moscow. */
export function fixedClock(at = '2026-11-23T06:00:00.000Z'): FixedClock {
  let now = Date.parse(at);
  if (Number.isNaN(now)) throw new RangeError(`Not a moment: ${at}`);
  return { now: () => now, iso: () => new Date(now).toISOString(), advance: (milliseconds) => { now += milliseconds; } };
}
