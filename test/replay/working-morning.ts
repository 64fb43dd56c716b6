const DAY_MS = 86_400_000;
/** 10:00 in Moscow, 14:00 in the demo municipality: at work in both. */
const MORNING_UTC_HOURS = 7;

/**
 * Milliseconds from a moment to the next weekday's morning, by which a spec's clock is put forward: a term that is counted from an evening
 * counts from the next day, so without this a spec would see another date before 18:00 than after it.
 */
export function untilWorkingMorning(now: number): number {
  const morning = new Date(now);
  morning.setUTCHours(MORNING_UTC_HOURS, 0, 0, 0);
  while (morning.getTime() < now || [0, 6].includes(morning.getUTCDay())) morning.setTime(morning.getTime() + DAY_MS);
  return morning.getTime() - now;
}
