import { ExpressionLimitError, type ExpressionWarning } from '../expression-problem.js';
import { FORBIDDEN_NAMES, LIMITS } from '../limits.js';
import { normalizeContextKey } from 'lezer-feel';

/** Names that are visible at one place: those of an iteration or filter, then those around it. */
export interface Scope {
  readonly values: Readonly<Record<string, unknown>>;
  readonly parent: Scope | undefined;
}

/** One evaluation. */
export interface Run {
  /** The given moment, ISO 8601, and the IANA zone in which `today()` is taken. */
  readonly now: string;
  readonly zone: string;
  stepsLeft: number;
  warnings: ExpressionWarning[] | undefined;
}

/** A part of an expression, ready to run. */
export type Code = (scope: Scope, run: Run) => unknown;

export type Context = Readonly<Record<string, unknown>>;

export function isContext(value: unknown): value is Context {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether the name is one that a simple own key spells exactly; others are compared with spaces collapsed. */
const SIMPLE_NAME = /^[\p{L}\p{N}_$?]+$/u;

/** Value of an own entry; undefined when there is none, or when it is something that JSON cannot hold. */
export function entryOf(context: Context, name: string): unknown {
  if (Object.prototype.hasOwnProperty.call(context, name)) {
    const value = context[name];
    return typeof value === 'function' || FORBIDDEN_NAMES.has(name) ? undefined : value;
  }
  if (SIMPLE_NAME.test(name)) return undefined;
  const wanted = normalizeContextKey(name);
  for (const key of Object.keys(context)) {
    if (normalizeContextKey(key) === wanted) return typeof context[key] === 'function' ? undefined : context[key];
  }
  return undefined;
}

export function warn(run: Run, warning: ExpressionWarning): null {
  // A loop may fail ten thousand times for one reason; the first hundred say it all.
  if (run.warnings === undefined) run.warnings = [warning];
  else if (run.warnings.length < 100) run.warnings.push(warning);
  return null;
}

/** @throws ExpressionLimitError when the evaluation has used up its steps. */
export function charge(run: Run, steps: number): void {
  run.stepsLeft -= steps;
  if (run.stepsLeft < 0) throw new ExpressionLimitError('steps', LIMITS.steps);
}

/** @throws ExpressionLimitError when a text or list has grown beyond what any answer needs. */
export function bounded<T>(value: T): T {
  if (typeof value === 'string' && value.length > LIMITS.textLength) throw new ExpressionLimitError('textLength', LIMITS.textLength);
  if (Array.isArray(value) && value.length > LIMITS.listLength) throw new ExpressionLimitError('listLength', LIMITS.listLength);
  return value;
}

/** Comparing lists and records costs as much as they hold, at all depths; other values are compared at once, or nearly. */
export function chargeForSize(run: Run, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const size = sizeOf(value);
  if (size > 8) charge(run, size >> 3);
}

function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  const entries: readonly unknown[] = Array.isArray(value) ? value : isContext(value) ? Object.values(value) : [];
  for (const entry of entries) size += sizeOf(entry);
  return size;
}
