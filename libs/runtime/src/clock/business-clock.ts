import { localDate } from './local-date.js';

/**
 * Business time = real time + an offset that only a demo base may move, forward only (decision 7). Terms and business timers go by
 * it; sessions, leases and audit go by the database's real time and must not use this.
 */
export interface BusinessClock {
  /** Only a demo base's clock may be moved. */
  readonly movable: boolean;
  /** ISO 8601 in UTC, with milliseconds. */
  now(): string;
  /** Business date `YYYY-MM-DD` in an IANA zone. */
  localDate(timeZone: string): string;
  /** Seconds by which business time is ahead. */
  offset(): number;
  setOffset(seconds: number): void;
}

export function createBusinessClock(options: { readonly movable: boolean; readonly offset?: number; readonly realNow?: () => number }): BusinessClock {
  const realNow = options.realNow ?? Date.now;
  let offset = options.offset ?? 0;
  const now = (): string => new Date(realNow() + offset * 1000).toISOString();
  return {
    movable: options.movable,
    now,
    localDate: (timeZone) => localDate(now(), timeZone),
    offset: () => offset,
    setOffset(seconds) {
      // Another process may tell of an older move late: time never goes back.
      if (seconds > offset) offset = seconds;
    },
  };
}
