import type { Condition, ConditionOperator, FormDefinition, FormField } from '@reglament/contracts';
import { questionsOf } from './edit-form.js';
import { kindOf, type QuestionKind } from './question-kinds.js';
import { schemaAt } from './schema-place.js';

export interface SimpleCondition { readonly variable: string; readonly operator: ConditionOperator; readonly value?: unknown }

export function simpleOf(condition: Condition | undefined): SimpleCondition | null {
  return condition && 'variable' in condition ? condition : null;
}

const FILLED: readonly ConditionOperator[] = ['isNotEmpty', 'isEmpty'];
const BY_KIND: Readonly<Partial<Record<QuestionKind, readonly ConditionOperator[]>>> = {
  choice: ['equals', 'notEquals', ...FILLED], select: ['equals', 'notEquals', ...FILLED], choices: ['contains', ...FILLED],
  scale: ['equals', 'notEquals', 'greaterOrEqual', 'lessOrEqual'], number: ['equals', 'greater', 'greaterOrEqual', 'less', 'lessOrEqual', ...FILLED],
  yesNo: ['equals'], consent: ['equals'], text: ['equals', ...FILLED], textarea: FILLED, date: FILLED, file: FILLED, files: FILLED, person: FILLED, organisation: FILLED, document: FILLED,
};

/** What can be asked of a question in a condition; none where it is not a question of the palette or holds no answer. */
export function operatorsFor(form: FormDefinition, field: FormField): readonly ConditionOperator[] {
  const kind = kindOf(field, schemaAt(form, field.path));
  return kind === null || field.path.includes('.') ? [] : BY_KIND[kind] ?? [];
}

/** Questions on which another one may depend: all others that have an answer to look at. */
export function conditionQuestions(form: FormDefinition, path: string): readonly FormField[] {
  return questionsOf(form).filter((field) => field.path !== path && operatorsFor(form, field).length > 0);
}

export const takesValue = (operator: ConditionOperator): boolean => operator !== 'isEmpty' && operator !== 'isNotEmpty';

/** A condition on a question that has just been chosen, whole where the question suggests a value itself. */
export function firstCondition(form: FormDefinition, field: FormField): SimpleCondition {
  const operator = operatorsFor(form, field)[0] ?? 'isNotEmpty';
  const options = 'options' in field ? field.options : undefined;
  const value = field.widget === 'checkbox' ? true : options?.[0]?.value;
  return { variable: field.path, operator, ...(takesValue(operator) && value !== undefined && { value }) };
}
