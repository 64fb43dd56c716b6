import type { ConditionOperator, Locale } from '@reglament/contracts';
import { isEmpty } from './compare-values.js';
import { isDateText, listText, valueText } from './value-text.js';

export interface ComparisonFacts {
  readonly label: string;
  readonly operator: ConditionOperator;
  /** What the data hold, and what the condition names. */
  readonly actual: unknown;
  readonly expected: unknown;
  readonly held: boolean;
  readonly locale: Locale;
  /** Titles of values, where an enumeration has them. */
  readonly show?: (value: unknown) => string | undefined;
}

/** One comparison as a sentence that states the fact: «сумма 120 больше 100», «сумма 80 не больше 100», «поле «срок» не заполнено». */
export function comparisonText(facts: ComparisonFacts): string {
  const { operator, actual, expected, locale } = facts;
  if (operator === 'isEmpty' || operator === 'isNotEmpty') return filledText(facts.label, !isEmpty(actual), locale);
  if (isEmpty(actual) && operator !== 'notEquals' && operator !== 'notIn' && !isEmpty(expected)) return filledText(facts.label, false, locale);
  return locale === 'ru' ? russian(facts) : english(facts);
}

function russian(facts: ComparisonFacts): string {
  const { label, operator, held } = facts;
  const actual = shown(facts, facts.actual);
  const expected = shown(facts, facts.expected);
  switch (operator) {
    case 'equals':
      return held ? `${label}: ${actual}, как и требуется` : `${label}: ${actual}, а требуется ${expected}`;
    case 'notEquals':
      return held ? `${label}: ${actual}, а не ${expected}` : `${label}: ${actual}, а требуется другое`;
    case 'in':
    case 'notIn':
      return `${label}: ${actual}, ${held === (operator === 'in') ? 'входит' : 'не входит'} в список: ${shownList(facts)}`;
    case 'contains':
      return `${label}: ${held ? 'есть' : 'нет'} ${expected}`;
    case 'isEmpty':
    case 'isNotEmpty':
      return filledText(label, !isEmpty(facts.actual), 'ru');
    default:
      return orderText(facts, actual, expected, isDateText(facts.expected) ? ['позже', 'раньше'] : ['больше', 'меньше'], 'не ', 'не сравнивается с');
  }
}

function english(facts: ComparisonFacts): string {
  const { label, operator, held } = facts;
  const actual = shown(facts, facts.actual);
  const expected = shown(facts, facts.expected);
  switch (operator) {
    case 'equals':
      return held ? `${label} is ${actual}, as required` : `${label} is ${actual}, but ${expected} is required`;
    case 'notEquals':
      return held ? `${label} is ${actual}, not ${expected}` : `${label} is ${actual}, but another value is required`;
    case 'in':
    case 'notIn':
      return `${label} is ${actual}, which is ${held === (operator === 'in') ? '' : 'not '}one of: ${shownList(facts)}`;
    case 'contains':
      return `${label} ${held ? 'contains' : 'does not contain'} ${expected}`;
    case 'isEmpty':
    case 'isNotEmpty':
      return filledText(label, !isEmpty(facts.actual), 'en');
    default:
      return orderText(facts, actual, expected, isDateText(facts.expected) ? ['after', 'before'] : ['greater than', 'less than'], 'not ', 'cannot be compared with');
  }
}

/** "Not less" states what "at least" means in words that fit any gender and any kind of value. */
function orderText(
  facts: ComparisonFacts, actual: string, expected: string, words: readonly [string, string], not: string, incomparable: string,
): string {
  const is = facts.locale === 'ru' ? '' : 'is ';
  if (typeof facts.actual !== typeof facts.expected) return `${facts.label} ${actual} ${incomparable} ${expected}`;
  const [greater, less] = words;
  const positive = facts.operator === 'greater' || facts.operator === 'less';
  const word = facts.operator === 'greater' || facts.operator === 'lessOrEqual' ? greater : less;
  return `${facts.label} ${actual} ${is}${facts.held === positive ? '' : not}${word} ${expected}`;
}

function filledText(label: string, filled: boolean, locale: Locale): string {
  if (locale === 'ru') return `поле «${label}» ${filled ? 'заполнено' : 'не заполнено'}`;
  return `"${label}" is ${filled ? 'filled in' : 'empty'}`;
}

function shown(facts: ComparisonFacts, value: unknown): string {
  return facts.show?.(value) ?? valueText(value, facts.locale);
}

function shownList(facts: ComparisonFacts): string {
  if (!Array.isArray(facts.expected)) return shown(facts, facts.expected);
  const { show } = facts;
  const titled = facts.expected.map((value: unknown) => show?.(value));
  return titled.every((title) => title !== undefined) && titled.length > 0 ? titled.join(', ') : listText(facts.expected, facts.locale);
}
