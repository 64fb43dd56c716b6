import type { CheckRule, Condition, FormField, FormRule, FormSection } from '@reglament/contracts';
import type { NameTypes } from '@reglament/expressions';
import { parsePath, rowsOf, type FormPath } from '../structure/form-path.js';
import type { StructureNode } from '../structure/structure.js';
import { compileFeel, compileWhen, type FormExpression } from './form-expression.js';
import { expressionNames } from './expression-names.js';
import { compileRequirement } from './requirement.js';

/** All conditions that have to hold for a field to be shown, from its section, itself and the rules. */
export interface Visibility { readonly path: FormPath; readonly conditions: readonly ScopedExpression[] }
export interface Demand { readonly path: FormPath; readonly when: FormExpression | null }
export interface Calculation { readonly path: FormPath; readonly value: FormExpression }
export interface Check { readonly rule: CheckRule; readonly rows: FormPath | null; readonly at: FormPath; readonly when: FormExpression | null; readonly must: FormExpression }

/** `whole`: the expression reads the whole form even where the field lies in a row (a section's condition). */
export interface ScopedExpression { readonly whole: boolean; readonly expression: FormExpression }

export interface CompiledRules {
  readonly visibilities: readonly Visibility[];
  readonly required: readonly Demand[];
  readonly readonly: readonly Demand[];
  readonly calculations: readonly Calculation[];
  readonly checks: readonly Check[];
}

export function compileRules(sections: readonly FormSection[], rules: readonly FormRule[], structure: StructureNode): CompiledRules {
  const namesAt = expressionNames(structure);
  const namesOf = (path: string | undefined) => namesAt(path === undefined ? null : rowsOf(parsePath(path)));
  const visible = new Map<string, ScopedExpression[]>();
  const show = (path: string, condition: Condition, whole: boolean) => {
    visible.set(path, [...(visible.get(path) ?? []), { whole, expression: compileWhen(condition, namesOf(whole ? undefined : path)) }]);
  };
  const readonly: Demand[] = [];
  for (const section of sections) {
    eachField(section.fields, '', (field, path, inRow) => {
      if (section.visible !== undefined && !inRow) show(path, section.visible, true);
      if (field.visible !== undefined) show(path, field.visible, false);
      if (field.readOnly === true) readonly.push({ path: parsePath(path), when: null });
    });
  }
  const required: Demand[] = [];
  const calculations: Calculation[] = [];
  const checks: Check[] = [];
  for (const rule of rules) {
    switch (rule.type) {
      case 'visible': show(rule.path, rule.when, false); break;
      case 'required': required.push(demand(rule, namesOf(rule.path))); break;
      case 'readonly': readonly.push(demand(rule, namesOf(rule.path))); break;
      case 'calculated': calculations.push({ path: parsePath(rule.path), value: compileFeel(rule.value.feel, namesOf(rule.path)) }); break;
      case 'check': checks.push(check(rule, namesOf(rule.path))); break;
      default: rule satisfies never;
    }
  }
  const visibilities = [...visible].map(([path, conditions]) => ({ path: parsePath(path), conditions }));
  return { visibilities, required, readonly, calculations, checks };
}

/** Every field with its full path; fields of rows under `items[]`. */
export function eachField(
  fields: readonly FormField[], prefix: string, visit: (field: FormField, path: string, inRow: boolean) => void,
): void {
  for (const field of fields) {
    const path = prefix + field.path;
    visit(field, path, prefix !== '');
    if (field.widget === 'rows') eachField(field.fields, `${path}[].`, visit);
  }
}

function demand(rule: { readonly path: string; readonly when?: Condition }, names: NameTypes): Demand {
  return { path: parsePath(rule.path), when: rule.when === undefined ? null : compileWhen(rule.when, names) };
}

function check(rule: CheckRule, names: NameTypes): Check {
  const rows = rule.path === undefined ? null : rowsOf(parsePath(rule.path));
  const when = rule.when === undefined ? null : compileWhen(rule.when, names);
  return { rule, rows, at: parsePath(rule.at), when, must: compileRequirement(rule.must, names) };
}
