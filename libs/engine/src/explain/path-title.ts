import type { Locale, ProcessDefinition } from '@reglament/contracts';
import { titleIn } from './words.js';

/** A path in words: the title of its variable, then the field of its form; `outcome.<node>` is how a step ended. */
export function pathTitle(definition: ProcessDefinition, path: string, locale: Locale): string {
  const [head = '', ...rest] = path.split('.');
  if (head === 'outcome' && rest[0] !== undefined) {
    const step = titleIn(definition.nodes[rest[0]]?.title, rest[0], locale);
    return locale === 'ru' ? `решение шага «${step}»` : `the outcome of "${step}"`;
  }
  const title = titleIn(definition.variables?.[head]?.title, head, locale);
  return rest.length === 0 ? title : `${title}: ${rest.join('.')}`;
}
