import type { ConditionOperator } from '@reglament/contracts';
import { isContext } from '../runtime/scope.js';

/**
 * Operators of structured conditions over JSON values. Dates and times are ISO 8601 texts there: moments that name their zone are
 * compared in time, all other texts as text, which for dates is the same. Values of different kinds are unequal and unordered; unlike in FEEL the answer is always true or false.
 */
export function holds(operator: ConditionOperator, left: unknown, right: unknown): boolean {
  switch (operator) {
    case 'equals':
      return sameValue(left, right);
    case 'notEquals':
      return !sameValue(left, right);
    case 'greater':
      return order(left, right, (difference) => difference > 0);
    case 'greaterOrEqual':
      return order(left, right, (difference) => difference >= 0);
    case 'less':
      return order(left, right, (difference) => difference < 0);
    case 'lessOrEqual':
      return order(left, right, (difference) => difference <= 0);
    case 'in':
      return Array.isArray(right) && right.some((item) => sameValue(left, item));
    case 'notIn':
      return !(Array.isArray(right) && right.some((item) => sameValue(left, item)));
    case 'contains':
      return contains(left, right);
    case 'isEmpty':
      return isEmpty(left);
    case 'isNotEmpty':
      return !isEmpty(left);
  }
}

/** What a form leaves when nothing was entered: absent, null, an empty text, list or record. `false` and 0 are entered. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isContext(value) && Object.keys(value).length === 0;
}

/** Deep equality of JSON values; an absent value equals null. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === undefined || left === null || right === undefined || right === null) return (left ?? null) === (right ?? null);
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, i) => sameValue(item, right[i]));
  }
  if (!isContext(left) || !isContext(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}

function order(left: unknown, right: unknown, test: (difference: number) => boolean): boolean {
  if (typeof left === 'number' && typeof right === 'number') return test(left - right);
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  if (ZONED_MOMENT.test(left) && ZONED_MOMENT.test(right)) return test(Date.parse(left) - Date.parse(right));
  return test(left < right ? -1 : left > right ? 1 : 0);
}

/** The same moment is written differently in each zone. */
const ZONED_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/;

/** A text holds the part, whatever the case of letters; a list holds the item. */
function contains(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) return left.some((item) => sameValue(item, right));
  return typeof left === 'string' && typeof right === 'string' && left.toLowerCase().includes(right.toLowerCase());
}
