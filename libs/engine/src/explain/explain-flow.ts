import type { Condition, Locale, ProcessDefinition } from '@reglament/contracts';
import { explainCondition } from '@reglament/expressions';
import type { HistoryFact } from '../effect.js';
import { stepSentence } from './explain-task.js';
import type { Moment } from '../expressions.js';
import { pathTitle } from './path-title.js';
import { sentence, titleIn, type Sentence } from './words.js';

/** `moment`: what `now()` meant then. `valueLabel`: a value in words, of a person or an outcome; its own text where there is none. */
export interface FlowTold { readonly moment?: Moment; valueLabel?(path: string, value: unknown, locale: Locale): string | undefined }

/**
 * Answers "why this route" from a fact `flowTaken`: each condition that was tried, with what it came to then, and the way that was taken.
 *
 * @param values the variables of that time, for readers who may see them: then the conditions are told with the values that decided.
 */
export function explainFlow(definition: ProcessDefinition, fact: Pick<HistoryFact, 'kind' | 'node' | 'data'>, values?: Readonly<Record<string, unknown>>, told: FlowTold = {}): readonly Sentence[] {
  if (fact.kind !== 'flowTaken' || fact.node === null) return [];
  const flow = fact.data['flow'] as string | number | null;
  const taken = stepSentence(definition, { node: fact.node, flow });
  const node = definition.nodes[fact.node];
  if (node?.type !== 'exclusiveGateway' && node?.type !== 'inclusiveGateway') return taken ? [taken] : [];
  const verdicts = (Array.isArray(fact.data['verdicts']) ? fact.data['verdicts'] : []) as readonly boolean[];
  const tried = node.flows.filter((candidate) => candidate.default !== true).slice(0, verdicts.length);
  return [...tried.map((candidate, i) => sentence((locale) => {
    const name = titleIn(candidate.title ?? definition.nodes[candidate.to]?.title, candidate.to, locale);
    const verdict = verdictText(name, verdicts[i] === true, locale);
    if (values === undefined || candidate.when === undefined) return verdict;
    const { held, text } = explainCondition(candidate.when as Condition, values, locale, {
      label: (path) => pathTitle(definition, path, locale), valueLabel: (path, value) => told.valueLabel?.(path, value, locale), ...(told.moment && { context: told.moment }),
    });
    // Values that would have led elsewhere are not those that decided.
    return held === (verdicts[i] === true) ? `${verdict}: ${text}` : verdict;
  })), ...(taken ? [taken] : [])];
}

function verdictText(name: string, held: boolean, locale: Locale): string {
  if (locale === 'ru') return `Условие пути «${name}» ${held ? 'выполнено' : 'не выполнено'}`;
  return `The condition of the way "${name}" ${held ? 'holds' : 'does not hold'}`;
}
