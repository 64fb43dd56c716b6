/** The demo municipality's zone: dates in its journals and terms are local there. */
const ZONE = 'Asia/Krasnoyarsk';
const DAY_MS = 86_400_000;

/** A moment as people of the office write its date: 25.11.2026. */
export const dateText = (moment: Date, plusDays = 0): string =>
  new Intl.DateTimeFormat('ru-RU', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(moment.getTime() + plusDays * DAY_MS));

/** The same for the browser's own date box: 2026-11-25. */
export const isoDate = (moment: Date, plusDays = 0): string => dateText(moment, plusDays).split('.').toReversed().join('-');
