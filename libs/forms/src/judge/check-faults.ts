import { textIn, type Locale } from '@reglament/contracts';
import { placeIn, rowPlaces } from '../structure/form-path.js';
import type { Check } from '../rules/compiled-rule.js';
import type { CompiledForm } from './compile-form-with.js';
import type { SettledData } from './settle.js';
import type { FormError } from './verdict.js';

/**
 * What the check rules find. A check speaks only when its condition is plainly false: null means that something it needs is not filled in
 * yet, which is the business of `required`. A check at a hidden field is silent, nobody could mend it.
 */
export function checkFaults(form: CompiledForm, settled: SettledData, locale: Locale): { errors: FormError[]; warnings: FormError[] } {
  const errors: FormError[] = [];
  const warnings: FormError[] = [];
  for (const check of form.rules.checks) {
    const into = check.rule.severity === 'warning' ? warnings : errors;
    for (const pointer of brokenAt(check, settled)) {
      into.push({ pointer, code: 'rule', params: { rule: check.rule.key }, message: textIn(check.rule.message, locale) });
    }
  }
  return { errors, warnings };
}

function brokenAt(check: Check, settled: SettledData): string[] {
  const path = check.rows ?? [];
  const places = check.rows === null ? [{ pointer: '', row: null, index: null }] : rowPlaces(check.rows, settled.data);
  return places.flatMap(({ pointer, row, index }) => {
    if (!settled.holds(check.when, path, row, index)) return [];
    if (settled.evaluate(check.must, path, row, index) !== false) return [];
    const at = placeIn(check.at, pointer, row ?? settled.data, row, index).pointer;
    return settled.isHidden(at) ? [] : [at];
  });
}
