import type { Condition, Locale } from '@reglament/contracts';
import { compileExpression, type EvaluationContext } from '../compile-expression.js';
import type { NameTypes } from '../name-types.js';
import { toPlain } from '../to-plain.js';
import { holds } from './compare-values.js';
import { comparisonText } from './comparison-text.js';
import { valueText } from './value-text.js';
import { readerOf } from './variable-path.js';

/** Why a condition holds or does not: `text` states the facts that decided, `parts` every part of it in its own order. */
export interface Explanation {
  readonly held: boolean;
  readonly text: string;
  readonly parts: readonly Explanation[];
}

export interface ExplainOptions {
  readonly context?: EvaluationContext;
  readonly names?: NameTypes;
  /** Title of a variable; its path where there is none. */
  readonly label?: (path: string) => string | undefined;
  /** Title of a value of a variable, for enumerations and references. */
  readonly valueLabel?: (path: string, value: unknown) => string | undefined;
}

type Scope = Readonly<Record<string, unknown>>;

interface Question {
  readonly scope: Scope;
  readonly locale: Locale;
  readonly options: ExplainOptions;
}

/**
 * Answers "Why?" about a condition over the given data, in plain words. Shows values of the data: only for people who may see them,
 * never for logs or history. Expects a condition that `compileCondition` accepts; a part that it would refuse does not hold.
 */
export function explainCondition(condition: Condition, scope: Scope, locale: Locale, options: ExplainOptions = {}): Explanation {
  return explain(condition, { scope, locale, options });
}

function explain(condition: Condition, question: Question): Explanation {
  if ('feel' in condition) return explainFeel(condition.feel, question);
  if ('all' in condition) return explainAll(condition.all.map((part) => explain(part, question)), question.locale);
  if ('any' in condition) return explainAny(condition.any.map((part) => explain(part, question)), question.locale);
  if ('not' in condition) {
    const inner = explain(condition.not, question);
    // The text states facts, which are the same whichever of them is wished for.
    return { held: !inner.held, text: inner.text, parts: [inner] };
  }
  const { variable, operator, value } = condition;
  const { scope, locale, options } = question;
  const actual = readerOf(variable)?.(scope);
  const held = holds(operator, actual, value);
  const { valueLabel } = options;
  const show = valueLabel ? (shown: unknown) => valueLabel(variable, shown) : undefined;
  const text = comparisonText({ label: labelOf(variable, options), operator, actual, expected: value, held, locale, ...(show ? { show } : {}) });
  return { held, text, parts: [] };
}

/** What decided an "all" that fails is what fails. */
function explainAll(parts: readonly Explanation[], locale: Locale): Explanation {
  const held = parts.every((part) => part.held);
  return { held, text: joined(held ? parts : parts.filter((part) => !part.held), locale), parts };
}

function explainAny(parts: readonly Explanation[], locale: Locale): Explanation {
  const held = parts.some((part) => part.held);
  return { held, text: joined(held ? parts.filter((part) => part.held) : parts, locale), parts };
}

function joined(parts: readonly Explanation[], locale: Locale): string {
  const texts = [...new Set(parts.map((part) => part.text))];
  const last = texts.pop();
  if (last === undefined) return locale === 'ru' ? 'условий нет' : 'there are no conditions';
  return texts.length === 0 ? last : `${texts.join('; ')}${locale === 'ru' ? '; и ' : '; and '}${last}`;
}

function explainFeel(source: string, { scope, locale, options }: Question): Explanation {
  const expression = compileExpression(source, options.names ? { names: options.names } : {});
  if (expression.kind === 'problem') {
    const problems = expression.problems.map((problem) => problem.message[locale]).join('; ');
    return { held: false, text: locale === 'ru' ? `выражение «${source}» с ошибкой: ${problems}` : `the expression "${source}" is broken: ${problems}`, parts: [] };
  }
  const answer = expression.evaluate(scope, options.context ?? { now: '' });
  const facts = expression.variables.map((path) => {
    const value = toPlain(readerOf(path)?.(scope));
    return `${labelOf(path, options)}: ${options.valueLabel?.(path, value) ?? valueText(value, locale)}`;
  });
  const because = facts.length === 0 ? '' : ` (${facts.join('; ')})`;
  const held = answer.value === true;
  return { held, text: `${verdictText(source, answer.value, locale)}${because}`, parts: [] };
}

function verdictText(source: string, value: unknown, locale: Locale): string {
  const known = typeof value === 'boolean';
  if (locale === 'ru') return `выражение «${source}» ${known ? (value ? 'выполнено' : 'не выполнено') : 'не дало ответа'}`;
  return `the expression "${source}" ${known ? (value ? 'holds' : 'does not hold') : 'gives no answer'}`;
}

function labelOf(path: string, options: ExplainOptions): string {
  return options.label?.(path) ?? path;
}
