import type { Calculation, Visibility } from '../rules/compiled-rule.js';
import type { FormExpression } from '../rules/form-expression.js';
import { isEmpty, setOwn } from '../structure/empty-values.js';
import { hasRows, nodeAt, own, placesOf, rowsOf, type FormPath, type Place } from '../structure/form-path.js';
import type { CompiledForm } from './compile-form-with.js';
import { cloneJson, equalJson, valueAt } from './json-value.js';
import { scopeOf, type Scope } from './scope.js';
import type { JudgeOptions } from './verdict.js';

/** Calculated and visible rules may feed each other; a chain longer than this is a ring, and stays as it then is. */
const MAX_ROUNDS = 20;

/** The data with calculated values in and hidden values out, and the eyes with which rules look at it. */
export class SettledData {
  readonly hidden = new Set<string>();
  readonly data: Record<string, unknown>;
  private rootScope: Scope | null = null;

  constructor(private readonly form: CompiledForm, private readonly source: Record<string, unknown>, private readonly options: JudgeOptions) {
    this.data = cloneJson(source);
  }

  /**
   * Runs visible and calculated rules until nothing changes. After the first round a rule runs again only when a field that it reads, or
   * the list it runs over, has changed.
   */
  settle(): this {
    let dirty: ReadonlySet<string> | null = null;
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const changed = new Set<string>();
      for (const visibility of this.form.rules.visibilities) {
        if (touches(visibility.path, visibility.conditions.map(({ expression }) => expression), dirty)) this.show(visibility, changed);
      }
      for (const calculation of this.form.rules.calculations) {
        if (touches(calculation.path, [calculation.value], dirty)) this.calculate(calculation, changed);
      }
      if (changed.size === 0) break;
      dirty = changed;
    }
    return this;
  }

  isHidden(pointer: string): boolean {
    if (this.hidden.size === 0) return false;
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      if (this.hidden.has(pointer.slice(0, end))) return true;
    }
    return false;
  }

  holds(expression: FormExpression | null, path: FormPath, row: Record<string, unknown> | null, index: number | null): boolean {
    return expression === null || this.evaluate(expression, path, row, index) === true;
  }

  /** `path`: of the field or the rows that the rule speaks of; it says which names a row has. */
  evaluate(expression: FormExpression, path: FormPath, row: Record<string, unknown> | null, index: number | null): unknown {
    return expression.evaluate(this.scope(path, row, index), this.options);
  }

  private scope(path: FormPath, row: Record<string, unknown> | null, index: number | null): Scope {
    const { facts = {} } = this.options;
    if (row === null) return (this.rootScope ??= scopeOf(this.form.structure, this.data, this.data, facts, null));
    const rows = rowsOf(path);
    return scopeOf(rows === null ? null : nodeAt(this.form.structure, rows), row, this.data, facts, index);
  }

  private show({ path, conditions }: Visibility, changed: Set<string>): void {
    for (const place of placesOf(path, this.data)) {
      const visible = conditions.every(({ whole, expression }) =>
        whole ? this.holds(expression, path, null, null) : this.holds(expression, path, place.row, place.index));
      if (visible !== this.hidden.has(place.pointer)) continue;
      if (visible) this.hidden.delete(place.pointer);
      else this.hidden.add(place.pointer);
      this.put(place, visible ? cloneJson(valueAt(this.source, place.pointer)) : undefined, path, changed);
    }
  }

  private calculate({ path, value }: Calculation, changed: Set<string>): void {
    for (const place of placesOf(path, this.data)) {
      if (this.isHidden(place.pointer)) continue;
      const result = this.evaluate(value, path, place.row, place.index);
      this.put(place, isEmpty(result) ? undefined : result, path, changed);
    }
  }

  private put({ holder, name }: Place, value: unknown, path: FormPath, changed: Set<string>): void {
    const root = path[0]?.name ?? '';
    if (holder === undefined) {
      if (value === undefined || hasRows(path)) return;
      setDeep(this.data, path, value);
    } else {
      if (equalJson(own(holder, name), value)) return;
      if (value === undefined) delete holder[name];
      else setOwn(holder, name, value);
    }
    // One name at a time: a scope of 600 names made anew for every change was most of a verdict's time.
    if (this.rootScope !== null) setOwn(this.rootScope, root, own(this.data, root) ?? null);
    changed.add(root);
  }
}

function touches(path: FormPath, expressions: readonly FormExpression[], dirty: ReadonlySet<string> | null): boolean {
  if (dirty === null || dirty.has(path[0]?.name ?? '')) return true;
  return expressions.some(({ reads }) => reads === null || [...dirty].some((name) => reads.has(name)));
}

/** Writes a value whose groups are not there yet: a calculated field in an untouched group. */
function setDeep(data: Record<string, unknown>, path: FormPath, value: unknown): void {
  let at = data;
  for (const { name } of path.slice(0, -1)) {
    const next = own(at, name);
    const inner = typeof next === 'object' && next !== null && !Array.isArray(next) ? (next as Record<string, unknown>) : {};
    if (inner !== next) setOwn(at, name, inner);
    at = inner;
  }
  setOwn(at, path.at(-1)?.name ?? '', value);
}
