import type { Condition } from '../condition/condition.schema.js';
import { localizedTextSchema, type LocalizedText } from '../localized-text/localized-text.schema.js';
import { formPathSchema } from './form-path.js';

/**
 * Rules see the data with hidden fields absent. A path with rows (`items[].due`) makes the rule run once per row: the row's fields
 * are in scope by name and `form` is the whole data; in other rules the fields are in scope by name and `form` as well.
 */
export type FormRule = VisibleRule | RequiredRule | ReadonlyRule | CalculatedRule | CheckRule;

/** Hidden while `when` does not hold: not judged, left out of what is submitted. */
export interface VisibleRule { readonly type: 'visible'; readonly path: string; readonly when: Condition }
/** Must be filled in while `when` holds (always where absent). */
export interface RequiredRule { readonly type: 'required'; readonly path: string; readonly when?: Condition }
/** Cannot be changed while `when` holds (always where absent); a changed value is put back. */
export interface ReadonlyRule { readonly type: 'readonly'; readonly path: string; readonly when?: Condition }
/** The field's value is what the expression gives; typed values are overwritten. */
export interface CalculatedRule { readonly type: 'calculated'; readonly path: string; readonly value: { readonly feel: string } }
/**
 * `must` has to hold; a result that is null because an operand is missing does not break it (emptiness is `required`'s business).
 * `at`: the fields that show the message, the first one gets the focus; relative to the row where `path` names rows.
 */
export interface CheckRule {
  readonly type: 'check';
  readonly key: string;
  /** Rows to run over, e.g. `items[]`; absent for the whole form. */
  readonly path?: string;
  readonly when?: Condition;
  readonly must: Condition;
  readonly message: LocalizedText;
  readonly at: string;
  readonly severity?: 'error' | 'warning';
}

const conditionRef = { $ref: '#/definitions/condition' } as const;
const rule = <P extends object>(properties: P, required: readonly string[]) => ({
  type: 'object', properties, required: ['type', ...required], additionalProperties: false,
});

export const formRuleVariants: Readonly<Record<string, object>> = {
  visible: rule({ type: { const: 'visible' }, path: formPathSchema, when: conditionRef }, ['path', 'when']),
  required: rule({ type: { const: 'required' }, path: formPathSchema, when: conditionRef }, ['path']),
  readonly: rule({ type: { const: 'readonly' }, path: formPathSchema, when: conditionRef }, ['path']),
  calculated: rule({
    type: { const: 'calculated' },
    path: formPathSchema,
    value: { type: 'object', properties: { feel: { type: 'string', minLength: 1, maxLength: 4096 } }, required: ['feel'], additionalProperties: false },
  }, ['path', 'value']),
  check: rule({
    type: { const: 'check' },
    key: { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 64 },
    path: formPathSchema,
    when: conditionRef,
    must: conditionRef,
    message: localizedTextSchema,
    at: formPathSchema,
    severity: { enum: ['error', 'warning'] },
  }, ['key', 'must', 'message', 'at']),
};
