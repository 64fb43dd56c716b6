/**
 * Real time as the database has it, kept going by this process's monotonic clock: a wall clock that is wrong, or is moved under a running
 * worker, makes no timer early or late. Several processes agree on it.
 */
export interface DatabaseClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** `databaseTime`: what the database said; `asked`: `performance.now()` when it was asked. */
  calibrate(databaseTime: string, asked: number): void;
}

export function createDatabaseClock(databaseTime: string, asked: number): DatabaseClock {
  let zero = 0;
  const clock: DatabaseClock = {
    now: () => zero + performance.now(),
    calibrate(time, from) {
      const answered = performance.now();
      // The answer was made somewhere between asking and hearing it.
      zero = Date.parse(time) - (from + answered) / 2;
    },
  };
  clock.calibrate(databaseTime, asked);
  return clock;
}
