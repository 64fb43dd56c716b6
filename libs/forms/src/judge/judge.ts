import { textIn, type Locale } from '@reglament/contracts';
import { messageOf, type FormErrorCode, type MessageParams } from '../messages/form-message.js';
import { isRecord } from '../schema/dialect.js';
import { isEmpty, withoutEmptyValues } from '../structure/empty-values.js';
import { placesOf } from '../structure/form-path.js';
import type { Demand } from '../rules/compiled-rule.js';
import { checkFaults } from './check-faults.js';
import type { CompiledForm } from './compile-form-with.js';
import { exceededLimit } from './data-limits.js';
import { withFixedRows } from './fixed-rows.js';
import { draftData } from './draft-data.js';
import { fieldOrder, fieldPathOf } from './field-order.js';
import { valueAt } from './json-value.js';
import { putBackReadOnly } from './read-only-fields.js';
import { withRequiredGroups } from './required-groups.js';
import { faultsOf, type Fault } from './schema-errors.js';
import { SettledData } from './settle.js';
import type { FormError, JudgeOptions, Verdict } from './verdict.js';

const MAX_ERRORS = 200;

/** What a draft may not hold either: it could not be stored, or it is not of this form. A text where a number will be is half typed. */
const REFUSED_IN_DRAFT: ReadonlySet<FormErrorCode> = new Set(['unknownField', 'propertyName', 'type', 'never', 'tooLarge']);

/**
 * The verdict on a form's data, the same in the browser and in the server, word for word: empty values become absent, rules calculate and
 * hide, the schema judges what is visible, then required fields and checks. Never throws on data, whatever it is; throws
 * `ExpressionLimitError` on an expression that runs away.
 */
export function judge(form: CompiledForm, data: unknown, options: JudgeOptions): Verdict {
  if (!isRecord(data)) return refused({ pointer: '', code: 'type', params: { type: 'object' } }, options.locale);
  const exceeded = exceededLimit(data);
  if (exceeded !== null) return refused({ pointer: '', code: 'tooLarge', params: { what: `${exceeded.limit} > ${exceeded.allowed}` } }, options.locale);

  const { settled, source, readonly } = settle(form, withFixedRows(form, withoutEmptyValues(data), options.base), options);
  const required = pointersOf(form.rules.required, settled);
  const faults = faultsOf(form.validate(withRequiredGroups(form.structure, settled.data))).filter((fault) => !settled.isHidden(fault.pointer));
  for (const pointer of required) {
    if (isEmpty(valueAt(settled.data, pointer))) faults.push({ pointer, code: 'required', params: {} });
  }
  const { errors: broken, warnings } = checkFaults(form, settled, options.locale);
  const draft = options.mode === 'draft';
  const errors = draft ? worded(form, faults.filter((fault) => blocksDraft(fault, settled.data)), options.locale)
    : [...worded(form, faults, options.locale), ...broken];
  return {
    valid: errors.length === 0,
    data: draft ? draftData(source, settled) : settled.data,
    errors: sorted(form, errors),
    warnings: draft ? [] : sorted(form, warnings),
    states: { hidden: [...settled.hidden], required, readonly },
  };
}

/** Read-only fields depend on conditions and conditions on fields, so after putting back the data settles once more. */
function settle(form: CompiledForm, given: Record<string, unknown>, options: JudgeOptions) {
  const first = new SettledData(form, given, options).settle();
  // Hidden ones too: a field that is shown only when it holds something would otherwise be gone because it was not sent.
  const back = options.base === undefined ? [] : pointersOf(form.rules.readonly, first, true);
  if (options.base === undefined || back.length === 0) return { settled: first, source: given, readonly: pointersOf(form.rules.readonly, first) };
  const source = putBackReadOnly(given, options.base, back);
  const settled = new SettledData(form, source, options).settle();
  return { settled, source, readonly: pointersOf(form.rules.readonly, settled) };
}

function pointersOf(demands: readonly Demand[], settled: SettledData, hiddenToo = false): string[] {
  const pointers = new Set<string>();
  for (const { path, when } of demands) {
    for (const place of placesOf(path, settled.data)) {
      if ((hiddenToo || !settled.isHidden(place.pointer)) && settled.holds(when, path, place.row, place.index)) pointers.add(place.pointer);
    }
  }
  return [...pointers];
}

function blocksDraft({ code, pointer, params }: Fault, data: unknown): boolean {
  if (!REFUSED_IN_DRAFT.has(code)) return false;
  const scalar = params['type'] !== 'array' && params['type'] !== 'object';
  return code !== 'type' || !scalar || typeof valueAt(data, pointer) !== 'string';
}

function worded(form: CompiledForm, faults: readonly Fault[], locale: Locale): FormError[] {
  return faults.map(({ pointer, code, params }) => {
    const own = form.fields.get(fieldPathOf(pointer))?.messages?.[code];
    return { pointer, code, params, message: own === undefined ? messageOf(code, params, locale) : textIn(own, locale) };
  });
}

/** One sentence per field and kind, in the order of the form. */
function sorted(form: CompiledForm, errors: readonly FormError[]): FormError[] {
  const seen = new Set<string>();
  const compare = fieldOrder(form.order);
  return errors
    .filter(({ pointer, code, params }) => {
      const mark = `${pointer} ${code} ${String(params['rule'] ?? '')}`;
      return !seen.has(mark) && seen.add(mark);
    })
    .sort((one, other) => compare(one.pointer, other.pointer))
    .slice(0, MAX_ERRORS);
}

function refused(fault: { pointer: string; code: Exclude<FormErrorCode, 'rule'>; params: MessageParams }, locale: Locale): Verdict {
  const error = { ...fault, message: messageOf(fault.code, fault.params, locale) };
  return { valid: false, data: {}, errors: [error], warnings: [], states: { hidden: [], required: [], readonly: [] } };
}
