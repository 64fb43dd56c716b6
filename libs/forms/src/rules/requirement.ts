import type { Condition } from '@reglament/contracts';
import type { NameTypes } from '@reglament/expressions';
import { isEmpty } from '../structure/empty-values.js';
import { compileFeel, compileWhen, type FormExpression, type Moment } from './form-expression.js';

type Answer = boolean | null;
type Test = (scope: Readonly<Record<string, unknown>>, moment: Moment) => Answer;

/**
 * A condition that must hold, with a third answer: null where an operand is not filled in, as FEEL has it. `less than` over an empty
 * field is not broken, it cannot be told yet. Structured conditions follow the same logic (Kleene's), so both ways of writing agree.
 */
export function compileRequirement(condition: Condition, names: NameTypes): FormExpression {
  const whole = compileWhen(condition, names);
  return { ...whole, evaluate: testOf(condition, names) };
}

function testOf(condition: Condition, names: NameTypes): Test {
  if ('feel' in condition) {
    const expression = compileFeel(condition.feel, names);
    return (scope, moment) => {
      const value = expression.evaluate(scope, moment);
      return typeof value === 'boolean' ? value : null;
    };
  }
  if ('all' in condition) return together(condition.all.map((part) => testOf(part, names)), false);
  if ('any' in condition) return together(condition.any.map((part) => testOf(part, names)), true);
  if ('not' in condition) {
    const test = testOf(condition.not, names);
    return (scope, moment) => {
      const answer = test(scope, moment);
      return answer === null ? null : !answer;
    };
  }
  const comparison = compileWhen(condition, names);
  if (condition.operator === 'isEmpty' || condition.operator === 'isNotEmpty') return (scope, moment) => comparison.evaluate(scope, moment) === true;
  return (scope, moment) => (isEmpty(readPath(scope, condition.variable)) ? null : comparison.evaluate(scope, moment) === true);
}

/** One `decisive` answer decides; else one unknown leaves it unknown. */
function together(tests: readonly Test[], decisive: boolean): Test {
  return (scope, moment) => {
    let answer: Answer = !decisive;
    for (const test of tests) {
      const one = test(scope, moment);
      if (one === decisive) return decisive;
      if (one === null) answer = null;
    }
    return answer;
  };
}

function readPath(scope: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    return (at as Record<string, unknown>)[name];
  }, scope);
}
