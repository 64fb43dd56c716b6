import { wordsOf } from './words.js';

/** Beginnings of the words with which names of positions in Russian offices start. */
const positionStems = [
  'начальник', 'директор', 'руководител', 'заведующ', 'председател', 'глав', 'заместител', 'зам', 'ректор', 'проректор', 'секретар', 'методист',
  'специалист', 'ведущ', 'старш', 'младш', 'инспектор', 'консультант', 'советник', 'референт', 'учител', 'педагог', 'воспитател', 'преподавател',
  'министр', 'управляющ', 'координатор', 'бухгалтер', 'экономист', 'юрист', 'юрисконсульт', 'делопроизводител', 'врио', 'исполняющ', 'куратор', 'администратор',
] as const;

/** Whether a word begins a position: «Начальник», «директору», «Ведущий». */
export function isPositionWord(word: string): boolean {
  const [first] = wordsOf(word);
  return first !== undefined && positionStems.some((stem) => first.startsWith(stem) && first.length <= stem.length + 6);
}

/** Whether a line begins with a position, «И. о.» and «Врио» included. */
export function startsWithPosition(line: string): boolean {
  return /^И\s?\.\s?о\s?\./iu.test(line.trim()) || isPositionWord(line.trim().split(/\s+/)[0] ?? '');
}

/** Endings of the dative, in which an order addresses its executors («директорам», «заведующему»). */
export function isDativePosition(word: string): boolean {
  return isPositionWord(word) && /(?:у|ю|ам|ям|ему|ому|ым|им)$/u.test(wordsOf(word)[0] ?? '');
}
