import type { Condition } from '@reglament/contracts';
import type { Json, Scope } from '@reglament/engine';
import { compileCondition, compileExpression } from '@reglament/expressions';
import { comparisonsIn, valuesApart, type Comparison } from './literals.js';
import type { Oracle } from './oracle.js';
import { findAt, hasUnknown, type Found } from './unknown.js';

/** Answers a condition: from what is known, else by an assumption that holds until the values that it saw are written anew. */
export type Judge = (scope: Scope) => boolean;

/** Under which name an answer is remembered, as things stand; null where nothing is to be assumed. */
export interface Question { readonly pointer: string; readonly keyIn: (scope: Scope) => string | null }

export interface JudgeSetting {
  /** Everything that may be assumed: what of it can still be asked is part of a state. */
  readonly questions: Question[];
  readonly oracle: Oracle;
  readonly pointer: string;
  /** Every comparison of the definition, by its term: what values of it are told apart. */
  readonly comparisons: ReadonlyMap<string, readonly Comparison[]>;
  /** Variables that only count: of them nothing is taken for known, because the gate looks at two items where a case has hundreds. */
  readonly counters: ReadonlySet<string>;
  readonly moment: { readonly now: string; readonly zone: string };
}

export function judgeOf(condition: Condition, setting: JudgeSetting, counts: readonly string[]): Judge {
  if ('all' in condition) {
    const parts = condition.all.map((part) => judgeOf(part, setting, counts));
    return (scope) => parts.every((part) => part(scope));
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => judgeOf(part, setting, counts));
    return (scope) => parts.some((part) => part(scope));
  }
  if ('not' in condition) {
    const part = judgeOf(condition.not, setting, counts);
    return (scope) => !part(scope);
  }
  const comparison = comparisonsIn(condition)[0];
  if (comparison && !counts.includes(comparison.term)) return comparing(comparison, setting);
  return 'feel' in condition ? judging(condition.feel, setting, counts) : () => setting.oracle.choose({ pointer: setting.pointer, paths: [] }, [true, false], null) as boolean;
}

function comparing(comparison: Comparison, setting: JudgeSetting): Judge {
  const { oracle, comparisons, pointer } = setting;
  const answer = compileCondition({ variable: 'it', operator: comparison.operator, value: comparison.value });
  const test = answer.kind === 'compiled' ? answer.test : () => false;
  const values = valuesApart(comparisons.get(comparison.term) ?? [comparison]);
  const [measure, path] = termOf(comparison.term);
  const keyOf = (found: Found) => (found.kind === 'known' ? null : measure === null ? found.name : `${measure}(${found.name})`);
  setting.questions.push({ pointer, keyIn: (scope) => keyOf(lookAt(scope, path.split('.'), setting)) });
  return (scope) => {
    const found = lookAt(scope, path.split('.'), setting);
    if (found.kind === 'known') {
      const value = measure === null ? found.value : measured(measure, found.value);
      return test({ it: value }, setting.moment);
    }
    const key = keyOf(found) as string;
    const assumed = oracle.assumed(key);
    const value = assumed !== undefined ? assumed : oracle.choose({ pointer, paths: [path], opaque: measure !== null }, values, key);
    return test({ it: value }, setting.moment);
  };
}

function termOf(term: string): readonly [measure: string | null, path: string] {
  const open = term.indexOf('(');
  return open < 0 ? [null, term] : [term.slice(0, open), term.slice(open + 1, -1)];
}

function measured(measure: string, value: Json): Json {
  if (measure === 'count') return Array.isArray(value) ? value.length : null;
  return typeof value === 'string' ? value.length : null;
}

/** A FEEL text: evaluated where all that it reads is known, otherwise assumed as a whole. */
function judging(feel: string, setting: JudgeSetting, counts: readonly string[]): Judge {
  const compiled = compileExpression(feel);
  if (compiled.kind === 'problem') return () => false;
  const { oracle, pointer } = setting;
  const heads = [...new Set(compiled.variables.map((path) => path.split('.')[0] as string))];
  const free = heads.some((head) => counts.includes(head));
  // What is asked of the day may be answered otherwise tomorrow.
  const timely = /\b(?:now|today)\(/.test(feel);
  const keyIn = (scope: Scope) => {
    const found = compiled.variables.map((path) => lookAt(scope, path.split('.'), setting));
    return found.every(({ kind }) => kind === 'known') ? null : keyOf(found);
  };
  const keyOf = (found: readonly Found[]) => `${feel}|${found.map((each) => (each.kind === 'known' ? JSON.stringify(each.value) : `?${each.name}`)).join('|')}`;
  if (!free && !timely) setting.questions.push({ pointer, keyIn });
  return (scope) => {
    const found = compiled.variables.map((path) => lookAt(scope, path.split('.'), setting));
    const values = Object.fromEntries(heads.map((head) => [head, scope.get(head) ?? null]));
    if (!free && !timely && found.every(({ kind }) => kind === 'known') && !heads.some((head) => hasUnknown(values[head]))) {
      return compiled.evaluate(values, setting.moment).value === true;
    }
    if (free) return oracle.choose({ pointer, paths: [] }, [true, false], null) as boolean;
    const key = timely ? null : keyOf(found);
    const assumed = key === null ? undefined : oracle.assumed(key);
    return (assumed !== undefined ? assumed : oracle.choose({ pointer, paths: compiled.variables, opaque: true }, [true, false], key)) as boolean;
  };
}

export function lookAt(scope: Scope, path: readonly string[], { counters }: Pick<JudgeSetting, 'counters'>): Found {
  const [head = '', ...rest] = path;
  const root = scope.get(head);
  if (root !== undefined && counters.has(head)) return { kind: 'unknown', name: [`c:${head}`, ...rest].join('.') };
  return findAt(root, rest);
}

/** Whether a condition says itself what is to be where a name is empty: then an unset variable is no surprise to it. */
export function asksForEmptiness(condition: Condition, head: string): boolean {
  if ('feel' in condition) return /\bnull\b/.test(condition.feel);
  if ('all' in condition) return condition.all.some((part) => asksForEmptiness(part, head));
  if ('any' in condition) return condition.any.some((part) => asksForEmptiness(part, head));
  if ('not' in condition) return asksForEmptiness(condition.not, head);
  return condition.variable.split('.')[0] === head && (condition.operator === 'isEmpty' || condition.operator === 'isNotEmpty');
}
