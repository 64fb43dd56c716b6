/**
 * Places at which a process may be made to die, each before or after something becomes durable (fault table F1, F2; bar B10). In the order
 * in which a case meets them.
 */
export const CRASH_POINTS = [
  'before-save', 'after-save',
  'transaction-begun', 'after-establish', 'before-commit', 'after-commit',
  'before-outbox-send', 'after-outbox-send',
  'before-handler', 'after-handler',
  'before-children-commit', 'after-children-commit', 'before-parent-told', 'after-parent-told',
  'before-timer-fire', 'after-timer-fire',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Told of every crash point that a process passes. */
export type Passed = (point: CrashPoint) => void;

export const passOn: Passed = () => undefined;

/**
 * Dies at the named point, for chaos tests: `before-commit`, or `before-commit:3` at the third time. Undefined or empty: never.
 *
 * @param die default: SIGKILL to this very process, so that nothing is finished, flushed or told.
 * @throws Error for a point that there is not.
 */
export function crashAt(text: string | undefined, die: () => void = () => { process.kill(process.pid, 'SIGKILL'); }): Passed {
  if (!text) return passOn;
  const [point, count = '1'] = text.split(':');
  let left = Number(count);
  if (!CRASH_POINTS.some((known) => known === point) || !Number.isInteger(left) || left < 1) throw new Error(`There is no crash point ${text}: one of ${CRASH_POINTS.join(', ')}`);
  return (passed) => {
    if (passed !== point) return;
    left -= 1;
    if (left === 0) die();
  };
}
