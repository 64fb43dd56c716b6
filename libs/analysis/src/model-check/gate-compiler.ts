import type { Condition, Mapping, ProcessDefinition, ValueExpression } from '@reglament/contracts';
import { createCompiler, type CompiledCondition, type CompiledValue, type Compiler, type Json, type Scope } from '@reglament/engine';
import { compileExpression, type NameTypes } from '@reglament/expressions';
import { asksForEmptiness, judgeOf, lookAt, type JudgeSetting, type Question } from './judge.js';
import { comparisonsIn, type Comparison } from './literals.js';
import type { Oracle } from './oracle.js';
import { hasUnknown, unknown } from './unknown.js';

export const MOMENT = { now: '2026-11-05T07:00:00.000Z', zone: 'UTC' };

/** How much an expression needs what it reads: a performer that nobody named stops the case, an empty field of a message does not. */
export type Need = 'must' | 'condition' | 'may';

/** Names beside the variables that counters of children have in one condition alone. */
const COUNTS = ['total', 'active', 'completed', 'cancelled', 'results'];

/**
 * A compiler for the engine whose expressions ask the oracle. The engine runs the definition as it always does, so that no kind of node has
 * a second meaning here; only what data would decide is decided by a choice.
 */
export function createGateCompiler(definition: ProcessDefinition, oracle: Oracle, questions: Question[]): Compiler {
  const inner = createCompiler();
  const setting = { oracle, questions, comparisons: comparisonsOf(definition), counters: countersOf(definition), moment: MOMENT };

  const value = (expression: ValueExpression, pointer: string, locals?: object): CompiledValue => {
    const from = inner.readings.length;
    const real = inner.value(expression, pointer, locals as NameTypes | undefined);
    const paths = inner.readings.slice(from).map(({ path }) => path);
    const all = 'feel' in expression ? pathsIn(expression.feel) : [];
    const optional = 'feel' in expression && /\bnull\b/.test(expression.feel);
    const use = useAt(pointer);
    const see = (scope: Scope) => {
      for (const path of paths) if (!optional) oracle.see({ pointer, path, isSet: scope.get(headOf(path)) !== undefined });
    };
    return { reads: real.reads, evaluate: (scope) => { see(scope); return use === null ? evaluate(expression, real, all, scope, setting) : use(oracle, pointer, expression); } };
  };

  const condition = (given: unknown, pointer: string, locals?: object): CompiledCondition => {
    const from = inner.readings.length;
    const real = inner.condition(given, pointer, locals as NameTypes | undefined);
    const paths = inner.readings.slice(from).map(({ path }) => path);
    const counts = locals === undefined ? [] : COUNTS.filter((name) => Object.hasOwn(locals, name));
    const judge = judgeOf(given as Condition, { ...setting, pointer }, counts);
    return {
      reads: real.reads,
      holds: (scope) => {
        for (const path of paths) {
          if (!asksForEmptiness(given as Condition, headOf(path))) oracle.see({ pointer, path, isSet: scope.get(headOf(path)) !== undefined });
        }
        return judge(scope);
      },
    };
  };

  return {
    readings: inner.readings, faults: inner.faults, value, condition,
    mapping: (mapping: Mapping | undefined, pointer, locals) => Object.entries(mapping ?? {}).map(([name, expression]) => [name, value(expression, `${pointer}/${name}`, locals)] as const),
    path: (path, pointer) => value({ variable: path }, pointer),
  };
}

type Use = (oracle: Oracle, pointer: string, expression: ValueExpression) => Json;

const PERSON = 'person:00000000-0000-4000-8000-0000000000aa';

/** What the engine does with a value tells what kind it must be: an unknown one of that kind stands there. Null: it is only handed on. */
function useAt(pointer: string): Use | null {
  const parts = pointer.split('/');
  const last = parts.at(-1) ?? '';
  if (last === 'items' && parts.includes('forEach')) return itemsAt;
  if (parts[1] !== 'nodes') return () => null;
  if (parts.some((part) => part === 'input' || part === 'output' || part === 'prefill' || part === 'data')) return null;
  if (last === 'approvers') return () => [PERSON];
  if (last === 'organisation') return () => 'organisation:elsewhere';
  if (last === 'correlation') return () => 'key';
  if (last === 'date') return () => '2026-12-01';
  if (last === 'variable' || last === 'starter') return () => PERSON;
  return () => null;
}

/** A list that is known is what it is; of an unknown one none, one and two items are looked at. */
function itemsAt(oracle: Oracle, pointer: string, expression: ValueExpression): Json {
  if ('value' in expression && (Array.isArray(expression.value) || typeof expression.value === 'number')) return expression.value as Json;
  const count = oracle.choose({ pointer, paths: [] }, [1, 2, 0], null) as number;
  return Array.from({ length: count }, () => unknown(oracle.fresh()));
}

function evaluate(expression: ValueExpression, real: CompiledValue, paths: readonly string[], scope: Scope, setting: Omit<JudgeSetting, 'pointer'>): Json {
  if ('value' in expression) return expression.value as Json;
  if ('variable' in expression) {
    const found = lookAt(scope, expression.variable.split('.'), setting);
    return found.kind === 'known' ? bounded(found.value, setting.oracle) : unknown(found.name);
  }
  if (paths.some((path) => lookAt(scope, path.split('.'), setting).kind === 'unknown' || hasUnknown(scope.get(headOf(path))))) return unknown(setting.oracle.fresh());
  return bounded(real.evaluate(scope, MOMENT), setting.oracle);
}

/** What is computed anew in every round of a loop would make no two rounds alike: a number this far off is any number. */
const FAR = 8;

function bounded(value: Json, oracle: Oracle): Json {
  return typeof value === 'number' && Math.abs(value) > FAR ? unknown(oracle.fresh()) : value;
}

export function needAt(pointer: string): Need {
  const last = pointer.split('/').at(-1) ?? '';
  if (/\/(when|until|while|condition|keepVisasWhen)$/.test(pointer) || /\/(when|until|while|condition|keepVisasWhen)\//.test(pointer)) return 'condition';
  if (/\/(input|output|prefill|data)\//.test(pointer)) return 'may';
  return ['approvers', 'correlation', 'starter', 'variable', 'organisation'].includes(last) && !/\/(subject|businessKey)/.test(pointer) ? 'must' : 'may';
}

function comparisonsOf(definition: ProcessDefinition): ReadonlyMap<string, readonly Comparison[]> {
  const found = new Map<string, Comparison[]>();
  for (const comparison of conditionsIn(definition.nodes).flatMap(comparisonsIn)) found.set(comparison.term, [...found.get(comparison.term) ?? [], comparison]);
  return found;
}

/** Every object in the nodes that stands where a condition does, whatever the kind of node. */
function conditionsIn(part: unknown): readonly Condition[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]: [string, unknown]) =>
    (CONDITION_KEYS.has(key) && typeof inner === 'object' && inner !== null ? [inner as Condition] : conditionsIn(inner)));
}

const CONDITION_KEYS = new Set(['when', 'until', 'while', 'condition', 'keepVisasWhen']);

function countersOf(definition: ProcessDefinition): ReadonlySet<string> {
  return new Set(Object.values(definition.nodes).flatMap((node) => ('forEach' in node && node.forEach?.counters !== undefined ? [node.forEach.counters] : [])));
}

/** Everything that a FEEL text reads, what only it sees included. */
function pathsIn(feel: string): readonly string[] {
  const compiled = compileExpression(feel);
  return compiled.kind === 'compiled' ? compiled.variables : [];
}

function headOf(path: string): string {
  return path.split('.')[0] as string;
}
