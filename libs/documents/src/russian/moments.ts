import { formatDate } from './dates.js';

/**
 * A moment as people read it, in the offset in which it is written: `2026-11-22T14:05:00+07:00` gives «22.11.2026 14:05 (UTC+7)».
 *
 * @throws RangeError when it is not an ISO 8601 moment with an offset.
 */
export function formatMoment(moment: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2}))$/u.exec(moment);
  if (match?.[1] === undefined) throw new RangeError(`Not a moment with an offset: ${moment}`);
  const minutes = match[5] === undefined || match[5] === '00' ? '' : `:${match[5]}`;
  const offset = match[4] === undefined ? '' : `${match[3]}${Number(match[4])}${minutes}`;
  return `${formatDate(match[1], 'digits')} ${match[2]} (UTC${offset === '+0' ? '' : offset})`;
}
