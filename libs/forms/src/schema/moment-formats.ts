const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|([+-])(\d{2}):(\d{2}))$/iu;
const DURATION = /^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/u;

/** RFC 3339 `full-date`, with the days that the month has. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  if (year === '') return false;
  const last = Number(month) === 2 ? 28 + Number(isLeap(Number(year))) : [4, 6, 9, 11].includes(Number(month)) ? 30 : 31;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
}

/** RFC 3339 `full-time`: seconds and an offset; second 60 only where it is 23:59 in UTC. */
export function isTime(text: string): boolean {
  const [, hour = '', minute = '', second = '', sign, offsetHour = '0', offsetMinute = '0'] = TIME.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return false;
  if (Number(second) < 60) return true;
  const offset = (sign === '-' ? 1 : -1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const inUtc = (Number(hour) * 60 + Number(minute) + offset + 2 * 1440) % 1440;
  return Number(second) === 60 && inUtc === 1439;
}

/** RFC 3339 `date-time`. */
export function isDateTime(text: string): boolean {
  return isDate(text.slice(0, 10)) && /^t$/iu.test(text.charAt(10)) && isTime(text.slice(11));
}

/** RFC 3339 appendix A: no unit is left out between two others. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
