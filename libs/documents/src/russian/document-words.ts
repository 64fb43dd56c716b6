import { wordsOf } from './words.js';

/** Beginnings of the words for documents on which others are based. */
const stems = [
  'приказ', 'распоряжени', 'постановлени', 'решени', 'протокол', 'закон', 'указ', 'положени', 'поряд', 'план', 'программ', 'концепци', 'стратеги', 'письм',
  'договор', 'соглашени', 'устав', 'регламент', 'график', 'справк', 'акт', 'заявлени', 'представлени', 'записк', 'заявк', 'методик', 'рекомендаци', 'предписани', 'поручени', 'кодекс', 'проект',
] as const;

/** Whether a phrase is about a document («планом работы отдела») and not about a thing done («анализа полученных данных»). */
export function namesDocument(phrase: string): boolean {
  return wordsOf(phrase).slice(0, 4).some((word) => stems.some((stem) => word.startsWith(stem)));
}
