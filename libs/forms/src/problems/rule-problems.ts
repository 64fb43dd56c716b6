import type { Condition, FormDefinition, FormField, FormRule } from '@reglament/contracts';
import type { ExpressionProblem, NameTypes } from '@reglament/expressions';
import { expressionNames } from '../rules/expression-names.js';
import { tryCondition, tryFeel } from '../rules/form-expression.js';
import { nodeAt, parsePath, pathText, rowsOf, type FormPath } from '../structure/form-path.js';
import type { StructureNode } from '../structure/structure.js';
import { formProblem, same, type FormProblem } from './form-problem.js';
import { namesOf } from './ui-problems.js';

/** Where rules and conditions name what the form does not have, or say what FEEL does not understand. */
export function ruleProblems(definition: FormDefinition, structure: StructureNode): FormProblem[] {
  const check = new RuleCheck(structure);
  definition.ui.sections.forEach((section, index) => {
    const where = `/ui/sections/${index}`;
    if (section.visible !== undefined) check.condition(section.visible, null, `${where}/visible`);
    check.fields(section.fields, '', `${where}/fields`);
  });
  (definition.rules ?? []).forEach((rule, index) => check.rule(rule, `/rules/${index}`));
  return check.problems;
}

class RuleCheck {
  readonly problems: FormProblem[] = [];
  private readonly namesAt: (rows: FormPath | null) => NameTypes;
  private readonly checkKeys = new Set<string>();
  private readonly calculated = new Set<string>();

  constructor(private readonly structure: StructureNode) {
    this.namesAt = expressionNames(structure);
  }

  fields(fields: readonly FormField[], prefix: string, where: string): void {
    fields.forEach((field, index) => {
      const path = prefix + field.path;
      if (field.visible !== undefined) this.condition(field.visible, rowsOf(parsePath(path)), `${where}/${index}/visible`);
      if (field.widget === 'rows') this.fields(field.fields, `${path}[].`, `${where}/${index}/fields`);
    });
  }

  rule(rule: FormRule, where: string): void {
    if (rule.type === 'check') return this.checkRule(rule, where);
    const path = parsePath(rule.path);
    if (!this.path(path, `${where}/path`)) return undefined;
    if (path.at(-1)?.each !== 'no') {
      this.problems.push(formProblem('rule.rowsPath', `${where}/path`, rule.path, { ru: 'путь, который кончается полем', en: 'a path that ends in a field' }));
      return undefined;
    }
    if (rule.type !== 'calculated') {
      if (rule.when !== undefined) this.condition(rule.when, rowsOf(path), `${where}/when`);
      return undefined;
    }
    if (this.calculated.has(rule.path)) this.problems.push(formProblem('rule.duplicateCalculation', `${where}/path`, rule.path));
    this.calculated.add(rule.path);
    return this.calculation(rule.value.feel, path, `${where}/value/feel`);
  }

  condition(condition: Condition, rows: FormPath | null, where: string): void {
    const outcome = tryCondition(condition, this.namesAt(rows));
    if ('problems' in outcome) this.expression(outcome.problems, JSON.stringify(condition), where);
  }

  private calculation(source: string, path: FormPath, where: string): void {
    const rows = rowsOf(path);
    const outcome = tryFeel(source, this.namesAt(rows));
    if ('problems' in outcome) return this.expression(outcome.problems, source, where);
    const own = pathText(rows === null ? path : path.slice(rows.length));
    if (outcome.variables.includes(own)) this.problems.push(formProblem('rule.selfReference', where, source));
    return undefined;
  }

  private checkRule(rule: FormRule & { type: 'check' }, where: string): void {
    if (this.checkKeys.has(rule.key)) this.problems.push(formProblem('rule.duplicateKey', `${where}/key`, rule.key));
    this.checkKeys.add(rule.key);
    const path = rule.path === undefined ? null : parsePath(rule.path);
    if (path !== null && !this.path(path, `${where}/path`)) return;
    if (path !== null && path.at(-1)?.each === 'no') {
      const expected = { ru: 'путь к строкам, например items[]', en: 'a path to rows, like items[]' };
      this.problems.push(formProblem('rule.rowsPath', `${where}/path`, rule.path ?? '', expected));
      return;
    }
    const at = parsePath(rule.at);
    if (rowsOf(at) !== null) {
      const expected = { ru: 'поле без строк; строки называет path', en: 'a field without rows; path names the rows' };
      this.problems.push(formProblem('rule.rowsPath', `${where}/at`, rule.at, expected));
    } else this.path([...(path ?? []), ...at], `${where}/at`);
    if (rule.when !== undefined) this.condition(rule.when, path, `${where}/when`);
    this.condition(rule.must, path, `${where}/must`);
  }

  private path(path: FormPath, where: string): boolean {
    if (nodeAt(this.structure, path) !== null) return true;
    this.problems.push(formProblem('rule.unknownPath', where, pathText(path), same(namesOf(this.structure))));
    return false;
  }

  private expression(problems: readonly ExpressionProblem[], source: string, where: string): void {
    for (const { message } of problems) this.problems.push(formProblem('rule.expression', where, source, message));
  }
}
